// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/remotes/remotescontroller.h"

#include <QDialog>

class PlainLabel;
class QLineEdit;
class QPushButton;

/// Asks for a new remote, or for other addresses of one. What is wrong is said while it is typed. An address
/// with a password is never shown: its field is empty, and stays as it is unless another one is typed.
class RemoteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// remote: whose addresses change; null: a new one. remotes must outlive this.
    RemoteDialog(const RemotesController &remotes, const Git::Remote *remote, QWidget *parent);

    QString name() const; ///< of a new one
    QString address() const;
    QString pushAddress() const;                   ///< empty: the same
    std::optional<QString> newAddress() const;     ///< nothing: it stays
    std::optional<QString> newPushAddress() const; ///< nothing: it stays; empty: that of fetching

private:
    void fill();
    void layOut();
    void judge();
    QString problem() const;

    const RemotesController &m_remotes;
    std::optional<Git::Remote> m_remote;
    QLineEdit *m_name, *m_address, *m_push;
    PlainLabel *m_problem;
    QPushButton *m_act = nullptr;
    QString m_addressBefore, m_pushBefore; ///< as they stood in the fields
};
