// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/messagerules.h"
#include "items/fileitems.h"
#include "workspace/commitrun.h"
#include "workspace/messagekeeper.h"
#include "workspace/repositorycontroller.h"

enum class ChangeSide { Unstaged, Staged };

/// The changes page: what is staged and what is not, the differences of the chosen files, the writes on them,
/// the draft and the commit. Every write runs on the repository's queue and is followed by a refresh. GUI
/// thread only.
class ChangesController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit ChangesController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override;

    FileItems &unstaged() { return m_unstaged; }
    FileItems &staged() { return m_staged; }
    qsizetype changedPathCount() const; ///< of both lists; a partly staged file is one

    /// Which differences are shown.
    void select(ChangeSide side, const QList<QByteArray> &paths);
    ChangeSide side() const { return m_side; }
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    const Error &diffError() const { return m_diffError; } ///< empty message: none

    void stage(const QList<QByteArray> &paths);
    void unstage(const QList<QByteArray> &paths);
    void stageAll();
    void unstageAll();
    void stageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    void unstageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    void discard(const QList<QByteArray> &paths);
    void discardLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    /// Takes back what was done last in this session, on whichever page.
    void undoLast(Git::UndoExtent extent = Git::UndoExtent::Everything);
    void undoDiscard() { undoLast(); }
    bool canUndo() const { return m_repository.canUndo(); }
    bool isWriting() const { return m_writes > 0; } ///< any of the above runs or waits
    QString undoMeaning() const { return m_repository.undoMeaning(); }

    QList<Drafting::Validation> validate(const QString &message) const; ///< cheap: for every key stroke
    /// Configuration of message rules that is a program and so not known; empty: validate() knows all.
    const QList<QByteArray> &rulesNotRead() const { return m_rules.notRead; }
    /// Refused when something else is staged by then than the lists show.
    void commit(const QString &message, CommitOptions options);
    void commit(const QString &message, bool amends) { commit(message, CommitOptions{.amends = amends}); }
    bool isCommitting() const { return m_commit.isRunning(); }
    void cancelCommit() { m_commit.cancel(); }
    const Drafting::Draft &draft() const { return m_draft; } ///< empty subject: nothing to draft for
    void readLastMessage();                                  ///< then lastMessageRead()
    MessageKeeper &messages() { return m_messages; }

Q_SIGNALS:
    void listsChanged();
    void diffChanged();
    void draftChanged();
    void rulesChanged(); ///< what validate() says
    void undoChanged();
    void writingChanged();
    void actionFailed(const Error &error);
    void commitStarted();
    void outputReceived(const QString &text); ///< of hooks, while committing
    void committed(const Git::ObjectId &commit);
    void commitFailed(const Error &error);
    void lastMessageRead(const QString &message);

private:
    struct Shown
    {
        Git::Status status;
        QByteArray print; // of what is staged, from before
    };
    template<class Work> void write(Work work);
    template<class Work> void discardWith(Work work);
    void readDraft();
    void readRules();
    void readDiff();
    void refreshAfterChange();
    void takeStatus(const Git::Status &status);
    void countWrite(int step);
    void finishWrite();
    void connectCommit();
    void finishCommit();
    QList<QByteArray> withOldPaths(const QList<QByteArray> &paths) const;

    RepositoryController &m_repository;
    FileItems m_unstaged, m_staged;
    ChangeSide m_side = ChangeSide::Unstaged;
    QList<QByteArray> m_paths;
    QList<Diff::FileDiff> m_changes;
    Error m_diffError;
    Drafting::Draft m_draft;
    int m_writes = 0;     // without commits
    bool m_isDue = false; // something changed while it was read
    CommitRun m_commit;
    MessageKeeper m_messages;
    QByteArray m_print; // empty while writes of our own change what is staged
    LatestTask<Shown> m_status;
    LatestTask<QList<Diff::FileDiff>> m_diff;
    LatestTask<Drafting::Draft> m_drafting;
    Drafting::MessageRules m_rules;
    LatestTask<Drafting::MessageRules> m_readRules;
    LatestTask<Git::CommitDetails> m_last;
};
