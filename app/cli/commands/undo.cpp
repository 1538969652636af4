// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "diff/patch.h"
#include "git/undo.h"
#include "git/undo/undodiff.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

const QByteArray kUndoFolder = "refs/plumbline/undo/"_ba;

QString shortName(const Git::UndoRecord &record)
{
    return displayText(record.ref.sliced(kUndoFolder.size()));
}

/// canApply: "last" is then the last that can be taken back.
Result<Git::UndoRecord> findRecord(const Git::RepoLocation &where, const QString &name, bool canApply,
                                   Output &out)
{
    const auto records = Git::readUndoRecords(where);
    if (!records)
        return std::unexpected(records.error());
    const QByteArray asked = name.toUtf8();
    const auto isMeant = [&](const Git::UndoRecord &record) {
        return record.ref == asked || record.ref.sliced(kUndoFolder.size()) == asked;
    };
    const auto isFree = [&](const Git::UndoRecord &record) { return !canApply || record.obstacle.isEmpty(); };
    auto found = std::ranges::find_if(*records, isMeant);
    if (name == "last"_L1) {
        found = std::ranges::find_if(*records, isFree);
        if (found == records->end())
            found = records->begin(); // it says what stands in the way
        for (auto newer = records->begin(); newer != found; ++newer)
            //: %1: such as "Discarded web.yaml"; %2: such as "main has moved on since"
            out.note(Text::tr("Passed over: %1, as %2").arg(newer->meaning, newer->obstacle));
    }
    if (found != records->end())
        return *found;
    return fail(ErrorKind::NotFound,
                records->isEmpty() ? Text::tr("There is nothing to undo in this work tree")
                                   : Text::tr("There is no record “%1”").arg(visibleText(name.left(200))),
                {}, records->isEmpty() ? QString() : Text::tr("ai-cli undo list shows them"));
}

QJsonObject recordJson(const Git::UndoRecord &record)
{
    QJsonArray paths;
    for (const QByteArray &path : record.paths)
        paths += displayText(path);
    return {{u"ref"_s, displayText(record.ref)},
            {u"commit"_s, record.commit.text()},
            {u"when"_s, record.when.toUTC().toString(Qt::ISODate)},
            {u"meaning"_s, record.meaning},
            {u"obstacle"_s, record.obstacle},
            {u"paths"_s, paths}};
}

int list(const Git::RepoLocation &where, Output &out)
{
    const auto records = Git::readUndoRecords(where);
    if (!records)
        return out.fail(records.error());
    QJsonArray all;
    for (const Git::UndoRecord &record : *records) {
        all += recordJson(record);
        if (!out.isJson())
            out.printPieces({{shortName(record), Tint::Name},
                             {record.when.toLocalTime().toString(u"  yyyy-MM-dd HH:mm  "_s)},
                             {record.meaning}});
    }
    if (out.isJson())
        out.printJson({{u"records"_s, all}, {u"days"_s, Git::kUndoDays}});
    else if (records->isEmpty())
        out.note(Text::tr("There is nothing to undo in this work tree"));
    return ExitDone;
}

Tint tintOf(QByteArrayView line)
{
    if (line.startsWith("diff ") || line.startsWith("--- ") || line.startsWith("+++ "))
        return Tint::Name;
    return line.startsWith('+')   ? Tint::Good
           : line.startsWith('-') ? Tint::Bad
           : line.startsWith('@') ? Tint::Notable
                                  : Tint::None;
}

void printFile(const Diff::FileDiff &file, Output &out)
{
    const QByteArray patch = Diff::makePatch(file);
    if (patch.isEmpty() || file.omission != Diff::Omission::None) {
        out.print(Text::tr("%1: its lines cannot be shown").arg(displayPath(file.path())));
        return;
    }
    for (QByteArrayView rest(patch); !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        out.printPieces({{displayText(line), tintOf(line)}});
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
}

int show(const Git::RepoLocation &where, const Git::UndoRecord &record, Output &out)
{
    const auto files = Git::readUndoDiff(where, record, {});
    if (!files)
        return out.fail(files.error());
    if (!out.isJson()) {
        out.print(u"%1  %2"_s.arg(record.when.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), record.meaning));
        for (const Diff::FileDiff &file : *files)
            printFile(file, out);
        return ExitDone;
    }
    QJsonArray changes;
    for (const Diff::FileDiff &file : *files) {
        const Diff::LineCounts counts = Diff::countLines(file);
        changes += QJsonObject{{u"path"_s, displayText(file.path())},
                               {u"added"_s, counts.added},
                               {u"removed"_s, counts.removed}};
    }
    QJsonObject object = recordJson(record);
    object.insert(u"changes"_s, changes);
    out.printJson(object);
    return ExitDone;
}

int apply(const Git::Program &git, const Git::UndoRecord &record, Git::UndoExtent extent, Output &out)
{
    const auto end = Git::undo(git, record, extent, {});
    if (!end)
        return out.fail(end.error());
    const bool isWhole = *end == Git::UndoEnd::Whole;
    if (out.isJson()) {
        QJsonObject object = recordJson(record);
        object.insert(u"whole"_s, isWhole);
        out.printJson(object);
        return ExitDone;
    }
    //: %1: such as "Discarded web.yaml"
    out.print(Text::tr("Undone: %1").arg(record.meaning));
    if (!isWhole)
        out.note(Text::tr("The record holds more than the files and stays"));
    return ExitDone;
}

class UndoCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"undo"_s,
                .summary =
                    Text::tr("List, show and take back discards, resets, deleted branches and the like"),
                .positional = u"list | show REF | apply REF"_s,
                .positionalMaximum = 2,
                .options = {{u"files-only"_s, {}, Text::tr("apply: bring the files back, and no branch")}},
                .examples = {u"ai-cli undo list"_s, u"ai-cli undo show last"_s,
                             u"ai-cli undo apply 20260102T030405Z-1 --trust"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString what = arguments.positional.value(0), name = arguments.positional.value(1);
        const bool takesName = what == "show"_L1 || what == "apply"_L1;
        if (!takesName && what != "list"_L1)
            return out.failUsage(
                what.isEmpty() ? Text::tr("undo takes list, show or apply")
                               : Text::tr("undo takes list, show or apply, not “%1”").arg(what.left(60)));
        if (takesName == name.isEmpty())
            return out.failUsage(takesName ? Text::tr("Name the record, or “last”")
                                           : Text::tr("undo list takes no name"));
        if (arguments.has(u"files-only"_s) && what != "apply"_L1)
            return out.failUsage(Text::tr("--files-only goes with apply"));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        const Git::RepoLocation &where = info->location;
        if (!takesName)
            return list(where, out);
        const auto record = findRecord(where, name, what == "apply"_L1, out);
        if (!record)
            return out.fail(record.error());
        if (what == "show"_L1)
            return show(where, *record, out);
        return apply(
            Git::Program(services.processes, where), *record,
            arguments.has(u"files-only"_s) ? Git::UndoExtent::FilesOnly : Git::UndoExtent::Everything, out);
    }
};

} // namespace

std::unique_ptr<Command> makeUndoCommand()
{
    return std::make_unique<UndoCommand>();
}

} // namespace Cli
