// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/repositorycontext.h"
#include "workspace/undo/undocontroller.h"

#include <QWidget>

class ErrorBanner;
class QPushButton;

/// Says what could not be undone and what can be had instead, for every page. Hidden until something failed.
class UndoBanner final : public QWidget
{
    Q_OBJECT

public:
    /// context must outlive this.
    explicit UndoBanner(RepositoryContext &context, QWidget *parent = nullptr);

private:
    /// Why nothing can be undone.
    struct Blocked
    {
        Git::Refs refs;
        Git::Operation operation = Git::Operation::None;
        QList<std::pair<QByteArray, QString>> records; ///< refs and their obstacles
        bool operator==(const Blocked &) const = default;
    };
    Blocked blockedNow() const;
    void takeChange();
    void showRefusal();
    void showBlocked(const Git::UndoRecord &newest);
    void showFailure(const Git::UndoRecord &record, const Error &error);
    void showWork();

    RepositoryContext &m_context;
    UndoController &m_undo;
    Git::UndoRecord m_failed;
    std::optional<Blocked> m_blocked; ///< then, while that is said
    ErrorBanner *m_banner;
    QPushButton *m_files, *m_list;
    WorkList::Handle m_work;
};
