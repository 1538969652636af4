// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
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
/// opened. GUI thread only.
class BlameController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit BlameController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_stream.isRunning(); }

    void open(const BlamePlace &place); ///< anew: the way back starts here
    void openParent(qsizetype line);    ///< what the line was before its commit; nothing when new
    bool hasParent(qsizetype line) const;
    void back(); ///< to where openParent() was called
    bool canGoBack() const { return !m_way.isEmpty(); }
    void stop(); ///< ends git; what is known stays

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
    using Piece = std::variant<FoundLine, Diff::FileDiff, Git::BlameBatch>;

    void go(const BlamePlace &place, const std::optional<Git::BlameStep> &step = {});
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
    LatestStream<Piece, Git::BlameEnd> m_stream;
};
