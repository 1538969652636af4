// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/messagerules.h"
#include "git/linked/types.h"
#include "git/work/discardall.h"
#include "git/work/largefiles.h"
#include "items/fileitems.h"
#include "workspace/audit/draftuse.h"
#include "workspace/commitrun.h"
#include "workspace/messagekeeper.h"
#include "workspace/people.h"
#include "workspace/repositorycontroller.h"
#include "workspace/showndiff.h"

enum class ChangeSide { Unstaged, Staged };

/// What somebody who was asked said yes to.
struct StageChoice
{
    bool convertsLineEnds = false; ///< whatever core.safecrlf says
    bool takesLargeFiles = false;
};

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
    /// False for a submodule of which only files differ: there is no commit that could be staged.
    bool isStageable(const QByteArray &path) const;

    /// Which differences are shown.
    void select(ChangeSide side, const QList<QByteArray> &paths);
    ChangeSide side() const { return m_side; }
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    const Error &diffError() const { return m_diffError; } ///< empty message: none
    void ignoreWhitespace(bool isIgnored);
    /// Of the differences that are there. Their lines then are not those of the files: none can be staged.
    bool isWhitespaceIgnored() const { return m_isWhitespaceIgnored; }
    void widenContext(const QByteArray &path, const Diff::ContextChoice &more);

    /// Stages nothing and tells largeFilesFound() or lineEndsRefused() where somebody has to be asked first.
    void stage(const QList<QByteArray> &paths, StageChoice choice = {});
    void unstage(const QList<QByteArray> &paths);
    void stageAll();
    void unstageAll();
    void stageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    void unstageLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    void discard(const QList<QByteArray> &paths);
    void planDiscardAll(); ///< then discardAllPlanned(), for discard()
    void discardLines(const Diff::FileDiff &file, const QSet<qsizetype> &lines);
    /// Takes back what was done last in this session, on whichever page.
    void undoLast(Git::UndoExtent extent = Git::UndoExtent::Everything);
    void undoDiscard() { undoLast(); }
    bool canUndo() const { return m_repository.canUndo(); }
    bool isWriting() const { return m_writes > 0; } ///< any of the above runs or waits
    QString undoMeaning() const { return m_repository.undoMeaning(); }

    QList<Drafting::Validation> validate(const QString &message) const; ///< cheap: for every key stroke
    const Drafting::MessageRules &rules() const { return m_rules; }
    People &people() { return m_people; }
    /// See Drafting::withTrailer() and issueOf().
    QString withTrailer(const QString &message, const QString &key, const QString &value) const;
    QString branchIssue() const;
    /// See Drafting::breakPlace().
    std::optional<qsizetype> breakPlace(const QString &message, int line, int width) const;
    /// Configuration of message rules that is a program and so not known; empty: validate() knows all.
    const QList<QByteArray> &rulesNotRead() const { return m_rules.notRead; }
    /// Refused when something else is staged by then than the lists show.
    void commit(const QString &message, CommitOptions options);
    void commit(const QString &message, bool amends) { commit(message, CommitOptions{.amends = amends}); }
    bool isCommitting() const { return m_commit.isRunning(); }
    void cancelCommit() { m_commit.cancel(); }
    Questions &commitQuestions() { return m_commit.questions(); }
    const Drafting::Draft &draft() const { return m_draft; } ///< empty subject: nothing to draft for
    /// Records that the draft is used, then draftTaken(); or actionFailed(), and then it must not be.
    void takeDraft() { m_draftUse.take(m_draft); }
    /// What git has prepared for the next commit, see Git::readPreparedMessage(); then there is no draft.
    const QString &preparedMessage() const { return m_prepared; }
    bool endsMerge() const { return m_repository.info().operation == Git::Operation::Merge; }
    bool hasConflicts() const;
    void readLastMessage(); ///< then lastMessageRead()
    MessageKeeper &messages() { return m_messages; }

Q_SIGNALS:
    void listsChanged();
    void diffChanged();
    void draftChanged();
    void draftTaken(const QString &message);
    void preparedMessageChanged(const QString &before);
    void undoneMessageRead(const QString &message); ///< of a commit that was taken back
    void rulesChanged();                            ///< what validate() says
    void undoChanged();
    void writingChanged();
    void actionFailed(const Error &error);
    void largeFilesFound(const QList<Git::LargeFile> &files, const QList<QByteArray> &paths);
    void lineEndsRefused(const Error &error, const QList<QByteArray> &paths);
    void discardAllPlanned(const Git::DiscardPlan &plan);
    void commitStarted();
    void outputReceived(const QString &text); ///< of hooks, while committing
    void committed(const Git::ObjectId &commit);
    void commitFailed(const Error &error);
    void lastMessageRead(const Git::ObjectId &commit, const QString &message);

private:
    struct Shown
    {
        QList<FileItem> unstaged, staged; // by path
        QByteArray print;                 // of what is staged, from before
    };
    template<class Work> void write(Work work);
    template<class Work> void discardWith(Work work);
    void readDraft();
    void readPrepared();
    void readUndone(const Git::ObjectId &commit);
    void readRules();
    void readDiff();
    void refreshAfterChange();
    void readModules();
    void showUnstaged();
    void takeStatus(const Shown &shown);
    void countWrite(int step);
    void finishWrite();
    void finishStage(const Result<QList<Git::LargeFile>> &large, const QList<QByteArray> &paths);
    void connectCommit();
    void finishCommit();
    QList<QByteArray> withOldPaths(const QList<QByteArray> &paths) const;

    RepositoryController &m_repository;
    FileItems m_unstaged, m_staged;
    QList<FileItem> m_unstagedFiles;    // without what only submodules know
    QList<Git::Submodule> m_submodules; // those with a state of their own, when they were last looked at
    ChangeSide m_side = ChangeSide::Unstaged;
    QList<QByteArray> m_paths;
    QList<Diff::FileDiff> m_changes;
    Error m_diffError;
    DiffChoice m_choice;
    bool m_isWhitespaceIgnored = false;
    Drafting::Draft m_draft;
    QString m_prepared;
    int m_writes = 0;     // without commits
    bool m_isDue = false; // something changed while it was read
    DraftUse m_draftUse;
    CommitRun m_commit;
    QString m_committing; // the message of the commit that runs
    MessageKeeper m_messages;
    People m_people;
    QByteArray m_print; // empty while writes of our own change what is staged
    LatestTask<Shown> m_status;
    LatestTask<QList<Git::Submodule>> m_readModules;
    LatestTask<QList<Diff::FileDiff>> m_diff;
    LatestTask<Drafting::Draft> m_drafting;
    LatestTask<QByteArray> m_readPrepared;
    LatestTask<Git::CommitDetails> m_undone;
    Drafting::MessageRules m_rules;
    LatestTask<Drafting::MessageRules> m_readRules;
    LatestTask<Git::CommitDetails> m_last;
    LatestTask<Git::DiscardPlan> m_plan;
};
