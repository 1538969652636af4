// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audited.h"
#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "audit/head.h"
#include "audit/trail.h"
#include "audit/words.h"
#include "git/open.h"
#include "history/dates.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qsizetype kListed = 100, kAllRecords = std::numeric_limits<qsizetype>::max();

/// A repository that is still there by its work tree; else the path or name as it is.
QString repositoryNamed(const QString &given)
{
    const auto info = Git::openRepository(given, {.mayClimb = true, .usesEnvironment = false});
    if (info)
        return placeOf(*info);
    return given.contains(u'/') ? QDir::cleanPath(QFileInfo(given).absoluteFilePath()) : given;
}

Result<QDateTime> momentOf(const Arguments &arguments, const QString &option, const QDateTime &now)
{
    if (!arguments.has(option))
        return QDateTime();
    const QString given = arguments.value(option);
    if (const auto seconds = History::parseDate(given, now.toLocalTime()))
        return QDateTime::fromSecsSinceEpoch(*seconds, QTimeZone::UTC);
    //: %1: an option, %2: what was given
    return fail(ErrorKind::Invalid, Text::tr("--%1 takes a time, not “%2”").arg(option, given.left(60)), {},
                Text::tr("Such as 2026-01-02, 2026-01-02T10:30:00Z or \"2 days ago\""));
}

Result<Audit::Filter> filterOf(const Arguments &arguments, const Services &services)
{
    const auto since = momentOf(arguments, u"since"_s, services.clock.now());
    if (!since)
        return std::unexpected(since.error());
    const auto until = momentOf(arguments, u"until"_s, services.clock.now());
    if (!until)
        return std::unexpected(until.error());
    return Audit::Filter{.since = *since,
                         .until = *until,
                         .operation = arguments.value(u"operation"_s),
                         .user = arguments.value(u"user"_s),
                         .repository = arguments.has(u"repo"_s) ? repositoryNamed(arguments.value(u"repo"_s))
                                                                : QString()};
}

void noteUnreadable(const Audit::Records &found, Output &out)
{
    if (found.unreadable > 0)
        out.note(Text::tr("Lines that are no records: %1. ai-cli audit verify says where")
                     .arg(QString::number(found.unreadable)));
}

void printRecord(const Audit::Record &record, Output &out)
{
    const Audit::Entry &entry = record.entry;
    const QString outcome = entry.use.isEmpty() ? entry.result : QString(entry.result + u", "_s + entry.use);
    QStringList facts{entry.model, entry.user};
    if (entry.confidence)
        facts += QString::number(*entry.confidence, 'f', 2);
    facts += {entry.repository, entry.mended, entry.keptAs};
    facts.removeAll(QString());
    out.printPieces({{QString::number(record.number).rightJustified(6) + u"  "_s},
                     {entry.timestamp.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss  "_s)},
                     {entry.operation, Tint::Name},
                     {u"  "_s + outcome + u"  "_s, entry.mended.isEmpty() ? Tint::None : Tint::Bad},
                     {facts.join(u"  "_s)}});
}

int list(const Arguments &arguments, const Services &services, Output &out)
{
    bool isNumber = true;
    const qsizetype most = arguments.has(u"n"_s) ? arguments.value(u"n"_s).toLongLong(&isNumber) : kListed;
    if (!isNumber || most < 1)
        return out.failUsage(Text::tr("-n takes a number from 1"));
    const auto filter = filterOf(arguments, services);
    if (!filter)
        return out.fail(filter.error());
    const auto found = Audit::readRecords(Audit::trailFolder(services.stateFolder), *filter, most, {});
    if (!found)
        return out.fail(found.error());
    QJsonArray all;
    for (const Audit::Record &record : found->records) {
        if (out.isJson())
            all += Audit::toJson(record);
        else
            printRecord(record, out);
    }
    if (out.isJson())
        out.printJson(
            {{u"records"_s, all}, {u"more"_s, found->isMore}, {u"unreadable"_s, qint64(found->unreadable)}});
    else if (found->records.isEmpty())
        out.note(Text::tr("There are no records of that"));
    else if (found->isMore)
        out.note(Text::tr("There are older ones; -n shows more"));
    noteUnreadable(*found, out);
    return ExitDone;
}

int verify(const Arguments &arguments, const Services &services, Output &out)
{
    Audit::Head noted;
    if (arguments.has(u"head"_s)) {
        const auto given = Audit::parseHead(arguments.value(u"head"_s).toLatin1());
        if (!given)
            return out.failUsage(Text::tr("--head takes what an earlier verify has printed, NUMBER:DIGEST"));
        noted = *given;
    }
    const auto found = Audit::verify(Audit::trailFolder(services.stateFolder), {}, noted);
    if (!found)
        return out.fail(found.error());
    const QStringList remarks = Audit::remarksOn(*found);
    if (out.isJson()) {
        out.printJson({{u"intact"_s, found->isIntact()},
                       {u"verdict"_s, Audit::verdictText(*found)},
                       {u"flaw"_s, Audit::flawName(found->flaw)},
                       {u"line"_s, qint64(found->line)},
                       {u"missing"_s, qint64(found->missing)},
                       {u"records"_s, qint64(found->records)},
                       {u"bytes"_s, found->bytes},
                       {u"torn"_s, found->torn},
                       {u"head"_s, found->head.number > 0 ? found->head.text() : QString()},
                       {u"anchored"_s, found->isAnchored},
                       {u"remarks"_s, QJsonArray::fromStringList(remarks)}});
    } else {
        out.printPieces({{Audit::verdictText(*found), found->isIntact() ? Tint::Good : Tint::Bad}});
        if (found->isIntact() && found->head.number > 0)
            out.print(Text::tr("Head: %1").arg(found->head.text()));
        for (const QString &remark : remarks)
            out.note(remark);
    }
    return found->isIntact() ? ExitDone : ExitFindings;
}

int writeFile(const QString &path, const QByteArray &content, Output &out)
{
    QSaveFile file(path); // nothing is there in part
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
        file.write(content) == content.size() && file.commit())
        return ExitDone;
    return out.fail(
        {ErrorKind::External, Text::tr("%1 cannot be written").arg(path.left(200)), file.errorString(), {}});
}

int exportAll(const Arguments &arguments, const Services &services, Output &out)
{
    const auto filter = filterOf(arguments, services);
    if (!filter)
        return out.fail(filter.error());
    auto found = Audit::readRecords(Audit::trailFolder(services.stateFolder), *filter, kAllRecords, {});
    if (!found)
        return out.fail(found.error());
    std::ranges::reverse(found->records);
    noteUnreadable(*found, out);
    const QByteArray content =
        out.isJson() ? Audit::formatJson(found->records) : Audit::formatCsv(found->records);
    if (arguments.has(u"output"_s))
        return writeFile(arguments.value(u"output"_s), content, out);
    if (out.isJson())
        out.printJson(QJsonDocument::fromJson(content).object());
    else
        out.printText(QString::fromUtf8(content).chopped(1));
    return ExitDone;
}

class AuditCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            .name = u"audit"_s,
            .summary = Text::tr("List, verify and export what was recorded of drafts and other acts"),
            .positional = u"list | verify | export"_s,
            .positionalMaximum = 1,
            .options = {{u"since"_s, u"TIME"_s, Text::tr("From this time on: 2026-01-02, \"2 days ago\"")},
                        {u"until"_s, u"TIME"_s, Text::tr("Before this time")},
                        {u"operation"_s, u"NAME"_s, Text::tr("Of this operation: generate_commit_message")},
                        {u"user"_s, u"NAME"_s, Text::tr("Of this user")},
                        {u"n"_s, u"COUNT"_s, Text::tr("list: at most so many, 100 without it")},
                        {u"head"_s, u"HEAD"_s,
                         Text::tr("verify: the head that an earlier one printed; it must still be there")},
                        {u"output"_s, u"FILE"_s, Text::tr("export: into this file")}},
            .details =
                Text::tr("The trail is the user's, for all repositories; with --repo only that one counts. "
                         "verify ends with 1 and names the first wrong line when something was changed. "
                         "export writes comma-separated values, or JSON with --json."),
            .examples = {u"ai-cli audit list --since \"2 days ago\" --repo ."_s,
                         u"ai-cli audit verify --json"_s, u"ai-cli audit export --output acts.csv"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString what = arguments.positional.value(0);
        if (const QString problem = problemOf(arguments, what); !problem.isEmpty())
            return out.failUsage(problem);
        if (what == "list"_L1)
            return list(arguments, services, out);
        return what == "verify"_L1 ? verify(arguments, services, out) : exportAll(arguments, services, out);
    }

private:
    static QString problemOf(const Arguments &arguments, const QString &what)
    {
        if (!QStringList{u"list"_s, u"verify"_s, u"export"_s}.contains(what))
            return what.isEmpty()
                       ? Text::tr("audit takes list, verify or export")
                       : Text::tr("audit takes list, verify or export, not “%1”").arg(what.left(60));
        const auto isMisplaced = [&](const QString &option, const QString &place) {
            return arguments.has(option) && what != place;
        };
        if (isMisplaced(u"n"_s, u"list"_s))
            return Text::tr("-n goes with list");
        if (isMisplaced(u"head"_s, u"verify"_s))
            return Text::tr("--head goes with verify");
        if (isMisplaced(u"output"_s, u"export"_s))
            return Text::tr("--output goes with export");
        for (const QString &option : {u"since"_s, u"until"_s, u"operation"_s, u"user"_s, u"repo"_s}) {
            if (what == "verify"_L1 && arguments.has(option))
                return Text::tr("verify looks at all records, and takes no --%1").arg(option);
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeAuditCommand()
{
    return std::make_unique<AuditCommand>();
}

} // namespace Cli
