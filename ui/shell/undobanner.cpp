// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undobanner.h"

#include "ui/widgets/errorbanner.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

UndoBanner::UndoBanner(RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_undo(context.repository().undo())
    , m_banner(new ErrorBanner(this))
    , m_files(m_banner->addButton(tr("Bring back files only")))
    , m_list(m_banner->addButton(tr("Show what can be undone")))
{
    m_banner->setCanRetry(false);
    m_banner->setCanClose(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    connect(m_banner, &ErrorBanner::closed, this, &QWidget::hide);
    connect(m_files, &QPushButton::clicked, this,
            [this] { m_undo.undo(m_failed, Git::UndoExtent::FilesOnly); });
    connect(m_list, &QPushButton::clicked, this, [this] { m_context.openPage(u"undo"_s, m_failed.ref); });
    connect(&m_undo, &UndoController::failed, this, &UndoBanner::showFailure);
    connect(&m_undo, &UndoController::undone, this, &QWidget::hide);
    connect(&m_undo, &UndoController::recordsChanged, this, [this] {
        if (!std::ranges::contains(m_undo.records(), m_failed.ref, &Git::UndoRecord::ref))
            hide(); // somebody else took it back, or removed it
    });
    const RepositoryController &repository = context.repository();
    for (const auto news : {&RepositoryController::infoChanged, &RepositoryController::refsChanged})
        connect(&repository, news, this, &UndoBanner::takeChange);
    connect(&m_undo, &UndoController::recordsChanged, this, &UndoBanner::takeChange);
    connect(&m_undo, &UndoController::refused, this, &UndoBanner::showRefusal);
    connect(&m_undo, &UndoController::runningChanged, this, &UndoBanner::showWork);
    hide();
}

UndoBanner::Blocked UndoBanner::blockedNow() const
{
    Blocked now{.refs = m_context.repository().refs(), .operation = m_context.repository().info().operation};
    for (const Git::UndoRecord &record : m_undo.records())
        now.records += {record.ref, record.obstacle};
    return now;
}

// What was in the way may be gone; what still is will be said again.
void UndoBanner::takeChange()
{
    if (m_blocked && *m_blocked != blockedNow())
        hide();
}

void UndoBanner::showRefusal()
{
    if (!m_undo.records().isEmpty() && !m_context.repository().isTrusted())
        m_context.requestTrust();
    else if (!m_undo.records().isEmpty() && m_context.repository().canWrite())
        showBlocked(m_undo.records().first());
    else
        m_context.showMessage(tr("There is nothing to undo"));
}

void UndoBanner::showBlocked(const Git::UndoRecord &newest)
{
    //: %1: such as "Discarded web.yaml"; %2: such as "main has moved on since"
    const QString why =
        newest.obstacle.isEmpty() ? QString() : tr("%1: %2.").arg(newest.meaning, newest.obstacle);
    showFailure(newest, {.kind = ErrorKind::Conflict,
                         .message = tr("Nothing can be undone as things are now."),
                         .detail = {},
                         .hint = why});
    m_blocked = blockedNow();
}

void UndoBanner::showFailure(const Git::UndoRecord &record, const Error &error)
{
    m_failed = record;
    m_blocked.reset();
    m_files->setVisible(error.kind == ErrorKind::Conflict && !record.paths.isEmpty());
    m_banner->setError(error);
    show();
}

void UndoBanner::showWork()
{
    if (m_undo.isRunning())
        m_work = m_context.work().add(tr("Undoing"));
    else
        m_work.finish();
}
