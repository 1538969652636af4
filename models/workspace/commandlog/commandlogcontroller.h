// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/commandlog/commandlogitems.h"
#include "workspace/repositorycontroller.h"

/// What was run in a repository, or by the whole program, while it happens. State: Ready, Empty when nothing
/// fits, Failed when nobody keeps a log. GUI thread only.
class CommandLogController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit CommandLogController(RepositoryController &repository, QObject *parent = nullptr);
    ~CommandLogController() override;

    void refresh() override;
    bool isBusy() const override { return false; }

    CommandLogItems &items() { return m_items; }
    const CommandLogItems &items() const { return m_items; }
    void setFilter(const QString &words, bool isEverywhere); ///< words: all of them, in any case
    bool isEverywhere() const { return m_isEverywhere; }

private:
    bool fits(const RunRecord &record) const;
    void take(const RunRecord &record);
    void tellState();

    RepositoryController &m_repository;
    LoggedRunner *m_log;
    CommandLogItems m_items;
    QStringList m_words;
    bool m_isEverywhere = false;
    quint64 m_subscription = 0;
    quint64 m_readUpTo = 0; ///< what is told of these was there when the list was read
};
