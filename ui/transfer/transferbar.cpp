// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kTransferKinds{TransferKind::Fetch, TransferKind::Pull, TransferKind::Push};

} // namespace

TransferBar::TransferBar(RepositoryController &repository, TransfersController &transfers, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_transfers(transfers)
    , m_busy(new BusyBar(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::unit(font()));
    const std::array texts{tr("Fetch"), tr("Pull"), tr("Push")};
    for (const TransferKind kind : kTransferKinds) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setText(texts[static_cast<size_t>(kind)]);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, kind] { Q_EMIT wanted(kind); });
        part(kind).button = button;
        row->addWidget(button);
    }
    row->addWidget(m_busy);
    addWaysToPull();
    connect(m_busy, &BusyBar::cancelRequested, &transfers, &TransfersController::cancel);
    connect(&transfers, &TransfersController::changed, this, &TransferBar::apply);
    connect(&transfers, &TransfersController::progressed, this, &TransferBar::applyProgress);
    drawSymbols();
    apply();
}

void TransferBar::addWaysToPull()
{
    QToolButton *button = part(TransferKind::Pull).button;
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    const auto add = [&](const QString &text, const QString &meaning, Git::PullWay way) {
        QAction *action = menu->addAction(text);
        action->setToolTip(plainToolTip(meaning));
        connect(action, &QAction::triggered, this, [this, way] { Q_EMIT pullWanted(way); });
    };
    add(tr("Pull (&merge)"), tr("Where both sides have commits of their own, a merge joins them"),
        Git::PullWay::Merge);
    add(tr("Pull (&rebase)"), tr("Your own commits are made anew on top of what the remote has"),
        Git::PullWay::Rebase);
    add(tr("Pull (&fast-forward only)"), tr("Nothing changes where both sides have commits of their own"),
        Git::PullWay::FastForwardOnly);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
}

void TransferBar::setShortcut(TransferKind kind, const QKeySequence &keys)
{
    part(kind).keys = keys.toString(QKeySequence::NativeText);
    apply();
}

QString TransferBar::explanation(TransferKind kind) const
{
    if (kind == TransferKind::Fetch)
        return tr("Fetch: see what is new at the remote; nothing of yours changes");
    const auto target = m_transfers.target(kind);
    const bool isPull = kind == TransferKind::Pull;
    if (!target)
        return isPull ? tr("Pull: choose what this branch follows")
                      : tr("Push: choose where this branch goes");
    const QString name = m_transfers.targetText(*target);
    const auto distance = m_repository.aheadBehind();
    const int count = distance ? static_cast<int>(isPull ? distance->behind : distance->ahead) : 0;
    if (count == 0)
        //: %1: a branch of a remote
        return isPull ? tr("Pull what is new in %1").arg(name) : tr("Push to %1").arg(name);
    //: %1: a branch of a remote
    return isPull ? tr("Pull %n commit(s) of %1, or more if there are by now", nullptr, count).arg(name)
                  : tr("Push %n commit(s) to %1", nullptr, count).arg(name);
}

void TransferBar::apply()
{
    for (const TransferKind kind : kTransferKinds) {
        const Part &shown = part(kind);
        const QString problem = m_transfers.problem(kind);
        shown.button->setEnabled(problem.isEmpty());
        const QString text = problem.isEmpty() ? explanation(kind) : problem;
        setPlainToolTip(shown.button, shown.keys.isEmpty() ? text : QString(text + u"  "_s + shown.keys));
        shown.button->setAccessibleName(shown.button->text());
        shown.button->setAccessibleDescription(text);
    }
    if (m_transfers.isRunning())
        m_busy->start(m_transfers.doing(), true);
    else
        m_busy->stop();
    applyProgress();
}

void TransferBar::applyProgress()
{
    if (!m_transfers.isRunning())
        return;
    const QString progress = m_transfers.progressText();
    //: %1: what is done, such as "Fetching from origin", %2: how far it is
    m_busy->setText(progress.isEmpty() ? m_transfers.doing()
                                       : tr("%1: %2").arg(m_transfers.doing(), progress));
    m_busy->setProgress(m_transfers.progress().done, m_transfers.progress().total);
}

void TransferBar::drawSymbols()
{
    const std::array names{u"cloud-download"_s, u"vcs-pull"_s, u"vcs-push"_s};
    for (const TransferKind kind : kTransferKinds)
        part(kind).button->setIcon(Theme::icon(names[static_cast<size_t>(kind)], palette()));
}

void TransferBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSymbols();
}
