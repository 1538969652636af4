// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/securityreport.h"

#include "app/cli/audited.h"
#include "app/cli/text.h"
#include "git/refs.h"
#include "policy/secrets/changes.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// Which of the options that say what is looked at were given.
QStringList chosenSources(const Arguments &arguments)
{
    QStringList chosen;
    for (const QString &name : {u"staged"_s, u"unstaged"_s, u"revision"_s, u"range"_s}) {
        if (arguments.has(name))
            chosen += u"--"_s + name;
    }
    return chosen;
}

std::optional<Policy::Confidence> confidenceNamed(const QString &name)
{
    if (name.isEmpty() || name == "medium"_L1)
        return Policy::Confidence::Medium;
    if (name == "low"_L1)
        return Policy::Confidence::Low;
    if (name == "high"_L1)
        return Policy::Confidence::High;
    return {};
}

/// As the repository names them. Invalid: one lies outside.
Result<QList<QByteArray>> scannedPaths(const Arguments &arguments, const Git::RepoLocation &where)
{
    const QDir base(arguments.has(u"repo"_s) ? arguments.value(u"repo"_s) : QDir::currentPath());
    const QString root = QDir(QFile::decodeName(where.workTree)).canonicalPath();
    const QString here = base.canonicalPath();
    QList<QByteArray> paths;
    for (const QString &given : arguments.positional) {
        const QString absolute = QDir::cleanPath(QDir::isAbsolutePath(given) ? given : here + u'/' + given);
        if (where.isBare())
            paths += QFile::encodeName(QDir::cleanPath(given));
        else if (absolute == root)
            paths += QByteArray();
        else if (absolute.startsWith(root + u'/'))
            paths += QFile::encodeName(absolute.sliced(root.size() + 1));
        else
            return fail(ErrorKind::Invalid, Text::tr("%1 lies outside of the repository").arg(given));
    }
    return paths;
}

Result<Policy::SecretScan> scanRangeNamed(const Git::RepoLocation &where, const QString &range)
{
    const QStringList ends = range.split(u".."_s);
    if (ends.size() != 2 || ends[0].isEmpty() || ends[1].startsWith(u'.'))
        return fail(ErrorKind::Invalid, Text::tr("--range takes FROM..TO, not “%1”").arg(range.left(60)));
    const auto from = Git::resolveRevision(where, ends[0].toUtf8());
    if (!from)
        return std::unexpected(from.error());
    const auto to = Git::resolveRevision(where, ends[1].isEmpty() ? "HEAD"_ba : ends[1].toUtf8());
    if (!to)
        return std::unexpected(to.error());
    return Policy::scanRange(where, *from, *to, {});
}

Result<Policy::SecretScan> scanSecrets(const Arguments &arguments, const Git::RepoLocation &where)
{
    auto paths = scannedPaths(arguments, where);
    if (!paths)
        return std::unexpected(paths.error());
    if (arguments.has(u"range"_s))
        return scanRangeNamed(where, arguments.value(u"range"_s));
    if (arguments.has(u"revision"_s)) {
        const auto commit = Git::resolveRevision(where, arguments.value(u"revision"_s).toUtf8());
        return commit ? Policy::scanCommit(where, *commit, *paths, {}) : std::unexpected(commit.error());
    }
    if (!arguments.has(u"staged"_s) && !arguments.has(u"unstaged"_s))
        return Policy::scanWorkTree(where, *paths, {});
    Git::DiffRequest request{.sides = arguments.has(u"staged"_s) ? Git::DiffSides::HeadToIndex
                                                                 : Git::DiffSides::IndexToWorkTree};
    if (!paths->contains(QByteArray())) {
        for (const QByteArray &path : std::as_const(*paths))
            request.paths += {path, path + '/'};
    }
    return Policy::scanChanges(where, request, {});
}

class SecurityScanCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            .name = u"security-scan"_s,
            .summary = Text::tr("Find passwords, tokens and keys in what is staged, in files or in commits"),
            .positional = u"[PATH...]"_s,
            .positionalMaximum = 10'000,
            .options =
                {{u"staged"_s,
                  {},
                  Text::tr("What a commit would bring: values that are new or were changed")},
                 {u"unstaged"_s, {}, Text::tr("The same of what is not staged")},
                 {u"revision"_s, u"REV"_s, Text::tr("All files of a commit")},
                 {u"range"_s, u"FROM..TO"_s, Text::tr("What each commit brings, along first parents")},
                 {u"fail-on"_s, u"LEVEL"_s,
                  Text::tr("low, medium (without it) or high: from where on findings end with exit code 1")},
                 {u"no-ignores"_s, {}, Text::tr("Count what is ignored as found")}},
            .details = Text::tr(
                "Without an option the files of the work tree are looked through. Values are never printed.\n"
                "“ai-cli:allow RULE reason” in a line, or a fingerprint in .gitleaksignore, has it ignored; "
                "what\n"
                "is ignored is listed. What could not be looked through is a finding."),
            .examples = {u"ai-cli security-scan --staged || exit 1"_s,
                         u"ai-cli security-scan clusters/ --json"_s,
                         u"ai-cli security-scan --range origin/main..HEAD --no-ignores"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QStringList chosen = chosenSources(arguments);
        if (chosen.size() > 1)
            return out.failUsage(Text::tr("%1 exclude each other").arg(chosen.join(u", "_s)));
        if (arguments.has(u"range"_s) && !arguments.positional.isEmpty())
            return out.failUsage(Text::tr("--range takes no paths"));
        const auto level = confidenceNamed(arguments.value(u"fail-on"_s));
        if (!level)
            return out.failUsage(Text::tr("--fail-on takes low, medium or high, not “%1”")
                                     .arg(arguments.value(u"fail-on"_s).left(60)));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        QElapsedTimer timer;
        timer.start();
        auto scanned = scanSecrets(arguments, info->location);
        if (!scanned)
            return out.fail(scanned.error());
        if (arguments.has(u"no-ignores"_s)) {
            for (const Policy::SuppressedSecret &suppressed : std::as_const(scanned->suppressed))
                scanned->findings += suppressed.finding;
            scanned->suppressed.clear();
        }
        const bool isNothing = scanned->files == 0 && scanned->findings.isEmpty();
        const bool hasFailed =
            std::ranges::any_of(scanned->findings, [&](const Policy::SecretFinding &finding) {
                return finding.confidence >= *level;
            });
        QJsonObject json = secretsJson(*scanned);
        json.insert(u"verdict"_s, hasFailed ? u"findings"_s : isNothing ? u"nothing"_s : u"clean"_s);
        const Audit::Entry entry{.operation = u"security_scan"_s,
                                 .result = json["verdict"_L1].toString(),
                                 .repository = placeOf(*info),
                                 .latency = std::chrono::milliseconds(timer.elapsed()),
                                 .isOffline = true};
        if (const auto recorded = recordAct(entry, services); !recorded)
            return out.fail(recorded.error());
        if (out.isJson())
            out.printJson(json);
        else
            printScan(*scanned, out);
        if (isNothing)
            out.note(Text::tr("There was nothing to look through, which says nothing"));
        return hasFailed ? ExitFindings : ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeSecurityScanCommand()
{
    return std::make_unique<SecurityScanCommand>();
}

} // namespace Cli
