// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "historystream.h"

#include <QHash>
#include <QString>

#include <expected>

/// The repositories that are measured. Made when they are asked for, in a folder where they stay for the next
/// time; one that was not finished is made anew. What went wrong is told as a sentence.
class Histories
{
public:
    using Path = std::expected<QString, QString>;

    explicit Histories(QString folder)
        : m_folder(std::move(folder))
    {}

    /// Takes a bare repository that is there instead of making one.
    void use(HistoryStream::Shape shape, const QString &repository)
    {
        m_given.insert(nameOf(shape), repository);
    }

    /// Bare, with packed refs and a commit-graph file. Two minutes and 250 MB a million commits.
    Path make(HistoryStream::Shape shape) const;

    /// A repository of its own with the same objects, which costs next to no space, in a folder that is
    /// emptied before.
    static Path copy(const QString &repository, const QString &folder);
    /// Such a copy without any commit-graph file.
    static Path copyWithoutGraph(const QString &repository, const QString &folder);
    /// Such a copy with so many branches more, at commits from all over the history, packed.
    static Path copyWithRefs(const QString &repository, const QString &folder, int refs);

private:
    static QString nameOf(HistoryStream::Shape shape);

    QString m_folder;
    QHash<QString, QString> m_given; ///< by nameOf()
};

/// A new commit on a bare repository's branch, as somebody else's push would leave it. False: git failed.
bool addCommit(const QString &repository);

/// git's output; an error when it fails or is not there.
std::expected<QByteArray, QString> runGit(const QString &repository, const QStringList &arguments,
                                          const QByteArray &input = {});
