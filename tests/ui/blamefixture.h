// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pagefixture.h"
#include "ui/blame/blamepage.h"
#include "ui/blame/blameview.h"
#include "ui/shell/pathactions.h"

/// The blame page of a repository, and a small file for it.
namespace BlameFixture {

using Tests::RepoBuilder;

struct Opened : Tests::OpenPage<BlamePage>
{
    explicit Opened(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : OpenPage(repo, trust)
        , requested(&context, &RepositoryContext::pageRequested)
    {}

    bool open(const QByteArray &path, const QByteArray &commit = {}, qsizetype line = 0)
    {
        page().openArgument(
            PathPages::argument({path, Git::ObjectId::fromHex(commit).value_or(Git::ObjectId())}, line));
        view()->setFocus();
        return settle();
    }
    BlameView *view() { return page().findChild<BlameView *>(); }
    const BlameLines &lines() { return page().blame().lines(); }
    QList<QByteArray> commits()
    {
        QList<QByteArray> all;
        for (qsizetype line = 0; line < lines().lineCount(); ++line)
            all += lines().commitAt(line).toHex();
        return all;
    }

    QSignalSpy requested;
};

/// first: a, b, c; second changes b; third appends d.
struct BlamedHistory
{
    BlamedHistory()
    {
        first = repo.write("web.yaml", "a: 1\nb: 1\nc: 1\n").commit("first", {.time = 1'600'000'000});
        second = repo.write("web.yaml", "a: 1\nb: 2\nc: 1\n")
                     .commit("second", {.author = "Mara", .time = 1'700'000'000});
        third = repo.write("web.yaml", "a: 1\nb: 2\nc: 1\nd: 1\n").commit("third", {.time = 1'750'000'000});
    }
    RepoBuilder repo;
    QByteArray first, second, third;
};

} // namespace BlameFixture
