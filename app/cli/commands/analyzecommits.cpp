// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "drafting/bump.h"
#include "git/commitrange.h"
#include "git/commitread.h"
#include "git/refs.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Release
{
    QString tag;
    Git::ObjectId commit;
    Drafting::ReleaseVersion version;
};

/// The tags that name versions, the highest first.
QList<Release> releasesIn(const Git::Refs &refs, const QString &prefix)
{
    QList<Release> releases;
    for (const Git::Ref &ref : refs.all) {
        const QString name = QString::fromUtf8(ref.shortName());
        const auto version = ref.kind == Git::RefKind::Tag && !ref.target.isNull()
                                 ? Drafting::versionOfTag(name, prefix)
                                 : std::nullopt;
        if (version)
            releases += {name, ref.target, *version};
    }
    std::ranges::stable_sort(releases, std::ranges::greater(), &Release::version);
    return releases;
}

/// The highest of them that HEAD has; nothing: there is none.
Result<std::optional<Release>> lastRelease(const Git::RepoLocation &where, const Git::ObjectId &head,
                                           const QString &prefix)
{
    const auto refs = Git::readRefs(where, {});
    if (!refs)
        return std::unexpected(refs.error());
    for (const Release &release : releasesIn(*refs, prefix)) {
        const auto apart = Git::readAheadBehind(where, release.commit, head);
        if (apart && apart->ahead == 0)
            return release;
    }
    return std::nullopt;
}

struct Analysed
{
    Drafting::ReleaseAnalysis analysis;
    std::optional<Release> since;
    QString sinceName; ///< as given
    qsizetype commits = 0;
    Drafting::Bump bump = Drafting::Bump::None; ///< also of a Release-As
};

Result<QList<Drafting::ReleaseCommit>> readMessages(const Git::RepoLocation &where,
                                                    const Git::CommitRange &range)
{
    auto reader = Git::CommitReader::open(where);
    if (!reader)
        return std::unexpected(reader.error());
    QList<Drafting::ReleaseCommit> commits;
    for (const Git::ObjectId &id : range.commits) {
        const auto details = reader->readDetails(id);
        if (!details)
            return fail(ErrorKind::NotFound, Text::tr("Commit %1 cannot be read").arg(id.abbreviated()), {},
                        Text::tr("`git fsck` says more"));
        commits += {id, details->message};
    }
    return commits;
}

Result<Analysed> analyse(const Arguments &arguments, const Services &services)
{
    const auto info = openRepositoryFor(arguments, services);
    if (!info)
        return std::unexpected(info.error());
    const Git::RepoLocation &where = info->location;
    const auto head = resolveHead(where);
    if (!head)
        return std::unexpected(head.error());
    Analysed done;
    QList<Git::ObjectId> without;
    if (arguments.has(u"since"_s)) {
        done.sinceName = arguments.value(u"since"_s);
        const auto since = Git::resolveRevision(where, done.sinceName.toUtf8());
        if (!since)
            return std::unexpected(since.error());
        without += *since;
    } else {
        const auto release = lastRelease(where, *head, arguments.value(u"tag-prefix"_s));
        if (!release)
            return std::unexpected(release.error());
        done.since = *release;
        if (done.since) {
            done.sinceName = done.since->tag;
            without += done.since->commit;
        }
    }
    const auto range = Git::readCommitRange(where, *head, without, {});
    if (!range)
        return std::unexpected(range.error());
    if (range->isCutOff)
        return fail(ErrorKind::NotFound, Text::tr("The history is cut off, so that commits may be missing"),
                    {}, Text::tr("Fetch all of it: `git fetch --unshallow`; in a pipeline, fetch-depth: 0"));
    if (!range->problems.isEmpty())
        return fail(ErrorKind::NotFound, range->problems.first());
    const auto commits = readMessages(where, *range);
    if (!commits)
        return std::unexpected(commits.error());
    done.commits = commits->size();
    done.analysis =
        Drafting::analyseRelease(*commits, {.isPreMajor = arguments.has(u"pre-major"_s),
                                            .countsSquashBodies = arguments.has(u"squash-bodies"_s)});
    done.bump = done.analysis.bump;
    if (const auto asked = Drafting::versionOfTag(done.analysis.releaseAs, {}); asked && done.since)
        done.bump = Drafting::bumpBetween(done.since->version, *asked);
    return done;
}

QJsonObject toJson(const Analysed &done)
{
    QJsonArray commits;
    for (const Drafting::CommitBump &commit : done.analysis.commits)
        commits += QJsonObject{{u"id"_s, commit.id.text()},
                               {u"header"_s, commit.header},
                               {u"bump"_s, Drafting::nameOf(commit.bump)}};
    QJsonObject object{{u"bump"_s, Drafting::nameOf(done.bump)},
                       {u"commitCount"_s, done.commits},
                       {u"commits"_s, commits},
                       {u"since"_s, done.sinceName.isEmpty() ? QJsonValue() : QJsonValue(done.sinceName)}};
    if (!done.analysis.releaseAs.isEmpty())
        object.insert(u"releaseAs"_s, done.analysis.releaseAs);
    if (done.since) {
        object.insert(u"version"_s, done.since->version.text());
        object.insert(u"nextVersion"_s, done.analysis.releaseAs.isEmpty()
                                            ? done.since->version.after(done.bump).text()
                                            : done.analysis.releaseAs);
    }
    return object;
}

class AnalyzeCommitsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"analyze-commits"_s,
                .summary = Text::tr("Say which part of the version the commits since the last release move"),
                .options = {{u"since-last-release"_s,
                             {},
                             Text::tr(
                                 "Since the highest version tag that HEAD has; this is what happens anyway")},
                            {u"since"_s, u"REVISION"_s, Text::tr("Since another commit or tag")},
                            {u"suggest-version-bump"_s,
                             {},
                             Text::tr("Print major, minor, patch or none; this is what happens anyway")},
                            {u"tag-prefix"_s, u"PREFIX"_s,
                             Text::tr("What stands before the version in tags; default: v")},
                            {u"pre-major"_s, {}, Text::tr("Below 1.0.0: what breaks is minor")},
                            {u"squash-bodies"_s,
                             {},
                             Text::tr("Also count lines like “* fix: …” in the text of a commit")}},
                .details = Text::tr(
                    "Breaking changes are major, feat is minor, fix, perf and reverts are patch; a footer "
                    "“Release-As: 2.0.0” decides by itself. Without a release all commits count."),
                .examples = {u"ai-cli analyze-commits --since-last-release --suggest-version-bump"_s,
                             u"ai-cli analyze-commits --tag-prefix api/v --json"_s}};
    }

    int run(const Arguments &given, const Services &services, Output &out) const override
    {
        if (given.has(u"since"_s) && given.has(u"since-last-release"_s))
            return out.failUsage(Text::tr("--since and --since-last-release exclude each other"));
        Arguments arguments = given;
        if (!arguments.has(u"tag-prefix"_s))
            arguments.options.insert(u"tag-prefix"_s, u"v"_s);
        const auto done = analyse(arguments, services);
        if (!done)
            return out.fail(done.error());
        if (out.isJson())
            out.printJson(toJson(*done));
        else
            out.print(Drafting::nameOf(done->bump));
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeAnalyzeCommitsCommand()
{
    return std::make_unique<AnalyzeCommitsCommand>();
}

} // namespace Cli
