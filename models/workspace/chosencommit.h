// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "base/latesttask.h"
#include "git/diff.h"
#include "git/signature.h"
#include "items/fileitems.h"
#include "workspace/repositorycontroller.h"
#include "workspace/showndiff.h"

#include <QTimer>

/// One commit that is looked at, or compared with another or the work tree: what it says, which files it
/// changed and how. What is known first shows first; the files of a large commit come as they are found, and
/// lines are read for a block of them. Choosing another commit ends all work on this one. GUI thread only.
class ChosenCommit final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kBlock = 200; ///< files whose lines are read together

    /// repository must outlive this.
    explicit ChosenCommit(RepositoryController &repository, QObject *parent = nullptr);

    bool isBusy() const;

    void choose(const Git::ObjectId &commit); ///< null: none
    void compare(const Git::ObjectId &older, const Git::ObjectId &newer);
    void compareWithWorkTree(const Git::ObjectId &commit); ///< follows what changes there
    const Git::ObjectId &id() const { return m_id; }
    /// The older commit; null: its parent, or it is compared with the work tree.
    const Git::ObjectId &comparedWith() const { return m_comparedWith; }
    bool isWithWorkTree() const { return m_isWithWorkTree; }

    const std::optional<Git::CommitDetails> &details() const { return m_details; }
    const Error &detailsError() const { return m_detailsError; } ///< empty message: none
    /// Nothing: the commit has none, or it is not known yet. In a repository that is not trusted nothing is
    /// checked.
    const std::optional<Git::Signature> &signature() const { return m_signature; }
    const Error &signatureError() const { return m_signatureError; } ///< why it could not be checked

    FileItems &files() { return m_files; }
    bool isReadingFiles() const { return m_read.isRunning(); }
    /// files() and diff() are still those of what was chosen before. They go when its own take long.
    bool hasOtherFiles() const { return m_hasOtherFiles; }
    /// Differences of the files from row firstShown() on: all of them, or a block.
    const QList<Diff::FileDiff> &diff() const { return m_changes; }
    qsizetype firstShown() const { return m_firstShown; }
    bool showsAll() const { return m_firstShown == 0 && m_changes.size() >= m_files.rowCount(); }
    bool looksForRenames() const { return m_looksForRenames; } ///< false: there are too many files
    const Error &diffError() const { return m_diffError; }     ///< empty message: none
    void ignoreWhitespace(bool isIgnored);
    void widenContext(const QByteArray &path, const Diff::ContextChoice &more);
    void showFile(int row); ///< reads the block that has it, unless it is there

Q_SIGNALS:
    void detailsChanged();
    void signatureChanged();
    void diffChanged(); ///< other files, or another block of them
    void busyChanged();

private:
    struct Changes
    {
        QList<FileItem> files;
        QList<Diff::FileDiff> shown; ///< of the first ones
        bool looksForRenames = true;
    };

    static Result<Changes> readChanges(const Git::RepoLocation &where, const Git::DiffRequest &request,
                                       const DiffChoice &choice,
                                       const std::function<void(QList<FileItem>)> &sink,
                                       const CancelToken &cancel);
    void clear();
    void readDetails();
    void verify();
    void look();
    void readFiles();
    void readBlock(qsizetype first);
    void dropOtherFiles();
    void takeFiles(Result<Changes> changes);
    Git::DiffRequest request() const;

    RepositoryController &m_repository;
    FileItems m_files;
    Git::ObjectId m_id, m_comparedWith;
    std::optional<Git::CommitDetails> m_details;
    Error m_detailsError, m_signatureError, m_diffError;
    std::optional<Git::Signature> m_signature;
    QList<Diff::FileDiff> m_changes;
    qsizetype m_firstShown = 0;
    DiffChoice m_choice;
    bool m_looksForRenames = true;
    bool m_isWithWorkTree = false;
    bool m_hasOtherFiles = false;
    QTimer m_patience;
    bool m_isStreaming = false; ///< the list shows files of this commit that were found so far
    LatestTask<Git::CommitDetails> m_detailsTask;
    LatestTask<Git::Signature> m_verify;
    LatestStream<QList<FileItem>, Changes> m_read;
    LatestTask<QList<Diff::FileDiff>> m_block;
};
