// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

/// The repositories with a work tree that bench_changes measures. Made when they are asked for, in a folder
/// where they stay for the next time; one that was not finished is made anew. What went wrong is told as a
/// sentence.
class ChangedTrees
{
public:
    using Path = std::expected<QString, QString>;

    static constexpr int kFiles = 50'000, kChanges = 500; ///< of wide()
    static constexpr int kUntracked = 30'000, kCommitted = 12'000, kSwitched = 40, kLines = 100'000;

    explicit ChangedTrees(QString folder)
        : m_folder(std::move(folder))
    {}

    Path wide() const;      ///< files in folders of a hundred, of which some changed, were deleted, are new
    Path untracked() const; ///< many new files beside one that is tracked
    Path committed() const; ///< its last commit has many files
    Path switched() const;  ///< many changed files of a few hundred lines
    Path large() const;     ///< one changed file whose difference has that many lines, and a small one

    /// Puts what is staged back to nothing. False: git failed.
    static bool unstageAll(const QString &repository);

private:
    using Fill = std::expected<void, QString> (*)(const QString &repository);
    Path make(const QString &name, Fill fill) const;

    QString m_folder;
};
