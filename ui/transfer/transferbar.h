// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/transferscontroller.h"

#include <QWidget>

class BusyBar;
class QToolButton;

/// Fetch, pull and push in the toolbar row, each off with its reason where it cannot be, and beside them how
/// far the one that runs is.
class TransferBar final : public QWidget
{
    Q_OBJECT

public:
    TransferBar(RepositoryController &repository, TransfersController &transfers, QWidget *parent = nullptr);

    /// Named in the tool tip.
    void setShortcut(TransferKind kind, const QKeySequence &keys);

Q_SIGNALS:
    void wanted(TransferKind kind);
    void pullWanted(Git::PullWay way); ///< whatever is configured

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        QToolButton *button = nullptr;
        QString keys;
    };

    void addWaysToPull();
    void apply();
    void applyProgress();
    void drawSymbols();
    QString explanation(TransferKind kind) const; ///< what the button would do
    Part &part(TransferKind kind) { return m_parts[static_cast<size_t>(kind)]; }

    RepositoryController &m_repository;
    TransfersController &m_transfers;
    std::array<Part, 3> m_parts;
    BusyBar *m_busy;
};
