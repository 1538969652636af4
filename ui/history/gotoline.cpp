// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/gotoline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

GoToLine::GoToLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    const int unit = Theme::unit(font());
    m_edit->setPlaceholderText(tr("Go to: id, branch, tag, HEAD~3"));
    m_edit->setAccessibleName(tr("Go to a commit"));
    m_edit->installEventFilter(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    m_edit->setCompleter(m_completer);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->setSpacing(2 * unit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_problem, 2);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    setFocusProxy(m_edit);
    hide();
}

void GoToLine::open(const QList<RefEntry> &refs)
{
    QStringList names{u"HEAD"_s};
    names.reserve(refs.size() + 1);
    for (const RefEntry &ref : refs)
        if (ref.section != RefSection::Worktrees)
            names += ref.text;
    m_names->setStringList(names);
    setProblem({});
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void GoToLine::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
}

bool GoToLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_edit || !isKey || m_completer->popup()->isVisible())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Escape && !isEnter)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isEnter)
        Q_EMIT closed();
    else if (!m_edit->text().trimmed().isEmpty())
        Q_EMIT wanted(m_edit->text().trimmed());
    return true;
}
