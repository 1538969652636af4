// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "base/latesttask.h"
#include "git/blamestep.h"
#include "workspace/blamelines.h"
#include "workspace/repositorycontroller.h"

#include <variant>

/// What is blamed, and the line one stood on.
struct BlamePlace
{
    QByteArray path;
    Git::ObjectId revision; ///< null: the work tree
    qsizetype line = 0;     ///< 0-based
    bool operator==(const BlamePlace &) const = default;
};

/// The blame page: one file at one revision, line by line, and the way that led there. Empty until a file is
/// opened. Of the work tree's file it is brought up to date when the file or HEAD changed, after the blame
/// that runs. GUI thread only.
class BlameController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit BlameController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_stream.isRunning() || m_look.isRunning(); }
    bool isBlaming() const { return m_stream.isRunning(); }

    void open(const BlamePlace &place); ///< anew: the way back starts here
    void openParent(qsizetype line);    ///< what the line was before its commit; nothing when new
    bool hasParent(qsizetype line) const;
    void back(); ///< to where openParent() was called
    bool canGoBack() const { return !m_way.isEmpty(); }
    void stop(); ///< ends git; what is known stays, and that it is not all is said

    const BlamePlace &place() const { return m_place; }
    const BlameLines &lines() const { return m_lines; }
    const QStringList &notes() const { return m_notes; } ///< what is not told, one sentence each

Q_SIGNALS:
    void placeChanged();
    void textChanged(); ///< the lines are there, or are others
    void linesBlamed(); ///< more is known about them

private:
    struct FoundLine
    {
        Result<qsizetype> line;
    };
    using FilePrint = std::array<qint64, 5>; ///< differs when the file was written; of no file zeros
    using Piece = std::variant<FilePrint, FoundLine, Diff::FileDiff, Git::BlameBatch>;

    void go(const BlamePlace &place, const std::optional<Git::BlameStep> &step = {});
    static Result<FilePrint> readPrint(const Git::RepoLocation &where, const QByteArray &path);
    void start();
    void lookAgain();
    void takeLine(const Result<qsizetype> &line);
    void take(const Piece &piece);
    void takeEnd(const Result<Git::BlameEnd> &end);

    RepositoryController &m_repository;
    BlamePlace m_place;
    QList<BlamePlace> m_way;
    BlameLines m_lines;
    BlameLines m_next;         // of a refresh, until it is whole
    bool m_isStreaming = true; // lines are shown as they come: none stood there before
    QStringList m_notes;
    QString m_lineNote;                   // why the line may be another
    std::optional<Git::BlameStep> m_step; // by which the place's line is still to be found
    FilePrint m_print = {};               // of the file when the blame began, as the next two
    Git::ObjectId m_head;
    Git::Operation m_operation = Git::Operation::None;
    bool m_isDue = false; // to look again after the blame that runs
    LatestStream<Piece, Git::BlameEnd> m_stream;
    LatestTask<FilePrint> m_look;
};
