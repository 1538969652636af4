// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toolactions.h"

#include "ui/shell/repositorycontext.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

ToolActions::ToolActions(RepositoryContext &context, const QString &area, const AddCommand &add,
                         std::function<ToolStarter::File()> target, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_starter(context.repository())
    , m_target(std::move(target))
{
    QAction *edit = add(area + u".openEditor"_s, tr("Open in editor"), QKeySequence(Qt::CTRL | Qt::Key_E));
    QAction *compare = add(area + u".openDifference"_s, tr("Open in difference tool"), {});
    QAction *terminal = add(area + u".openTerminal"_s, tr("Open terminal"), {});
    m_actions = {edit, compare, terminal};
    connect(&m_starter, &ToolStarter::failed, this, &ToolActions::showFailure);
    connect(edit, &QAction::triggered, this, [this] {
        run([this](const ToolStarter::File &file) { return m_starter.openEditor(file); }, true);
    });
    connect(compare, &QAction::triggered, this, [this] {
        run([this](const ToolStarter::File &file) { return m_starter.openDifference(file); }, true);
    });
    connect(terminal, &QAction::triggered, this,
            [this] { run([this](const ToolStarter::File &) { return m_starter.openTerminal(); }, false); });
}

void ToolActions::run(const std::function<Result<void>(const ToolStarter::File &file)> &open, bool needsFile)
{
    const ToolStarter::File file = m_target();
    if (needsFile && file.path.isEmpty()) {
        m_context.showMessage(tr("No file is chosen"));
        return;
    }
    if (!m_context.repository().isTrusted()) {
        m_context.requestTrust();
        return;
    }
    if (const Result<void> opened = open(file); !opened)
        showFailure(opened.error());
}

void ToolActions::showFailure(const Error &error)
{
    m_context.showMessage(error.hint.isEmpty() ? error.message : QString(error.message + u' ' + error.hint));
}

void ToolActions::addMenuTo(QAbstractItemView *list)
{
    auto *separator = new QAction(list);
    separator->setSeparator(true);
    list->addAction(separator);
    list->addActions(m_actions);
}
