// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/transferscontroller.h"

#include <QWidget>

class ErrorBanner;
class QPushButton;

/// Says what a transfer did not do, in git's words, and offers the ways on. Hidden until something failed.
class TransferBanner final : public QWidget
{
    Q_OBJECT

public:
    explicit TransferBanner(QWidget *parent = nullptr);

    void showFailure(const TransferFailure &failure);
    void showConflict(const QString &message);

Q_SIGNALS:
    void wayChosen(TransferKind kind, TransferWay way);
    void integrationChosen(Git::PullWay way);
    void changesWanted();

private:
    QPushButton *addWay(const QString &text, TransferWay way);
    void offer(const QList<TransferWay> &ways);

    ErrorBanner *m_banner;
    QHash<TransferWay, QList<QPushButton *>> m_buttons;
    QPushButton *m_changes;
    TransferKind m_kind = TransferKind::Fetch;
};
