// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/diff.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QTest>

/// A temporary repository that is trusted, and the git program for it.
class WriteFixture
{
public:
    explicit WriteFixture(const QStringList &initArguments = {})
        : repo(initArguments)
    {}

    Git::RepoLocation where() const
    {
        const auto info = Git::openRepository(repo.path());
        if (!info)
            qFatal("%s", qPrintable(info.error().message));
        Git::RepoLocation location = info->location;
        location.trust = Git::Trust::Trusted;
        return location;
    }

    Git::Program git() const { return Git::Program(runner, where()); }

    /// The one difference there is at a path.
    Diff::FileDiff diff(const QByteArray &path, Git::DiffSides sides = Git::DiffSides::IndexToWorkTree,
                        int context = 3) const
    {
        const auto files =
            Git::readDiff(where(), {.sides = sides, .paths = {path}, .contextLines = context}, {});
        if (!files || files->size() != 1)
            qFatal("expected one difference at %s, got %lld", path.constData(),
                   files ? static_cast<long long>(files->size()) : -1LL);
        return files->first();
    }

    bool hasDiff(const QByteArray &path, Git::DiffSides sides = Git::DiffSides::IndexToWorkTree) const
    {
        const auto files = Git::readDiff(where(), {.sides = sides, .paths = {path}}, {});
        return !files || !files->isEmpty();
    }

    /// "MODE ID" of what is staged at a path; empty when nothing is.
    QByteArray entry(const QByteArray &path) const
    {
        for (const QByteArray &line :
             repo.git({QStringLiteral("ls-files"), QStringLiteral("-s"), QStringLiteral("-z")}).split('\0')) {
            const qsizetype tab = line.indexOf('\t');
            if (tab >= 0 && line.sliced(tab + 1) == path)
                return line.first(line.lastIndexOf(' ', tab));
        }
        return {};
    }

    /// The staged bytes of a path; "(none)" when it is not in the index.
    QByteArray staged(const QByteArray &path) const
    {
        const QByteArray found = entry(path);
        if (found.isEmpty())
            return QByteArrayLiteral("(none)");
        return repo.git({QStringLiteral("cat-file"), QStringLiteral("blob"),
                         QString::fromLatin1(found.split(' ').at(1))});
    }

    Tests::RepoBuilder repo;
    SystemProcessRunner runner;
};

/// Lines of a diff by mark and text ("-b", "+c"), separated by '|'; a carriage return is part of the text.
inline QSet<qsizetype> pick(const Diff::FileDiff &file, const QByteArray &names)
{
    QSet<qsizetype> lines;
    for (const QByteArray &name : names.split('|')) {
        bool isFound = false;
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            const Diff::Line &line = file.lines[at];
            if (line.origin == Diff::LineOrigin::Context)
                continue;
            const char mark = line.origin == Diff::LineOrigin::Added ? '+' : '-';
            if (name == mark + file.content(line).toByteArray()) {
                lines.insert(at);
                isFound = true;
            }
        }
        if (!isFound)
            qFatal("no line %s", name.constData());
    }
    return lines;
}

inline QSet<qsizetype> changedLines(const Diff::FileDiff &file)
{
    QSet<qsizetype> lines;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin != Diff::LineOrigin::Context)
            lines.insert(at);
    }
    return lines;
}

/// Compares a Result with success and prints the error that came instead.
#define VERIFY_RESULT(expression)                                                                            \
    do {                                                                                                     \
        const auto &verified = (expression);                                                                 \
        QVERIFY2(verified,                                                                                   \
                 verified                                                                                    \
                     ? ""                                                                                    \
                     : qPrintable(QString(verified.error().message + u" | " + verified.error().detail)));    \
    } while (false)

#define VERIFY_FAILURE(expression, expectedKind)                                                             \
    do {                                                                                                     \
        const auto &refused = (expression);                                                                  \
        QVERIFY(!refused);                                                                                   \
        QCOMPARE(refused.error().kind, expectedKind);                                                        \
        QVERIFY(!refused.error().message.isEmpty());                                                         \
    } while (false)
