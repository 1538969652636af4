// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferbanner.h"

#include "ui/widgets/errorbanner.h"

#include <QBoxLayout>
#include <QPushButton>

TransferBanner::TransferBanner(QWidget *parent)
    : QWidget(parent)
    , m_banner(new ErrorBanner(this))
{
    m_banner->setCanClose(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    addWay(tr("Pull"), TransferWay::Pull);
    addWay(tr("Overwrite…"), TransferWay::Overwrite);
    addWay(tr("Choose another…"), TransferWay::Choose);
    addWay(tr("Allow without encryption"), TransferWay::AllowHttp);
    addWay(tr("Push without the hook…"), TransferWay::SkipHook);
    const auto addIntegration = [this](const QString &text, Git::PullWay way) {
        QPushButton *button = m_banner->addButton(text);
        connect(button, &QPushButton::clicked, this, [this, way] {
            hide();
            Q_EMIT integrationChosen(way);
        });
        m_buttons[TransferWay::Integrate] += button;
    };
    addIntegration(tr("Merge"), Git::PullWay::Merge);
    addIntegration(tr("Rebase"), Git::PullWay::Rebase);
    m_changes = m_banner->addButton(tr("Show the files"));
    connect(m_changes, &QPushButton::clicked, this, &TransferBanner::changesWanted);
    connect(m_banner, &ErrorBanner::retryRequested, this, [this] {
        hide();
        Q_EMIT wayChosen(m_kind, TransferWay::Retry);
    });
    connect(m_banner, &ErrorBanner::closed, this, &QWidget::hide);
    hide();
}

QPushButton *TransferBanner::addWay(const QString &text, TransferWay way)
{
    QPushButton *button = m_banner->addButton(text);
    connect(button, &QPushButton::clicked, this, [this, way] {
        hide();
        Q_EMIT wayChosen(m_kind, way);
    });
    m_buttons[way] += button;
    return button;
}

void TransferBanner::offer(const QList<TransferWay> &ways)
{
    m_banner->setCanRetry(ways.contains(TransferWay::Retry));
    for (auto way = m_buttons.cbegin(); way != m_buttons.cend(); ++way) {
        for (QPushButton *button : way.value())
            button->setVisible(ways.contains(way.key()));
    }
    m_changes->hide();
}

void TransferBanner::showFailure(const TransferFailure &failure)
{
    m_kind = failure.kind;
    m_banner->setError(failure.error);
    offer(failure.ways);
    m_banner->show(); // closing hid it
    show();
}

void TransferBanner::showConflict(const QString &message)
{
    m_kind = TransferKind::Pull;
    m_banner->setError({.kind = ErrorKind::Conflict, .message = message});
    offer({});
    m_changes->show();
    m_banner->show();
    show();
}
