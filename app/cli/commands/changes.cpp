// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/audited.h"
#include "app/cli/text.h"
#include "audit/actor.h"
#include "audit/format.h"
#include "base/text.h"
#include "drafting/describe.h"
#include "drafting/draft.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

int failNothingToDo(const Arguments &arguments, Output &out)
{
    if (!arguments.positional.isEmpty())
        return out.failUsage(Text::tr("The diff is empty, so there is nothing to describe"));
    return out.failUsage(Text::tr("Nothing is staged, so there is nothing to describe"),
                         Text::tr("Stage changes with `git add` first, or give a diff"));
}

/// The diff that was given as an argument or on standard input.
Result<QByteArray> readGivenDiff(const QString &positional, const Services &services)
{
    if (positional != "-"_L1 && !positional.contains(u'\n') && QFileInfo(positional).isFile())
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is the name of a file, not a diff").arg(visibleText(positional)), {},
                    Text::tr("Give the file's content on standard input: - < FILE"));
    if (positional != "-"_L1)
        return positional.toUtf8();
    constexpr qint64 limit = 256 * 1024 * 1024;
    QByteArray whole;
    while (whole.size() <= limit) {
        const QByteArray more = services.input.read(1024 * 1024);
        if (more.isEmpty())
            break;
        whole += more;
    }
    if (whole.size() > limit)
        return fail(ErrorKind::Invalid, Text::tr("The diff is larger than 256 MiB"));
    return whole;
}

QByteArray digestOf(const QList<Drafting::Change> &changes)
{
    QList<Diff::FileDiff> files;
    for (const Drafting::Change &change : changes)
        files += change.file;
    return Audit::digestOfFiles(files);
}

QJsonObject toJson(const Drafting::Draft &draft)
{
    QJsonArray alternatives;
    for (const Drafting::TypeChoice &choice : draft.alternatives)
        alternatives += QJsonObject{{u"type"_s, choice.type}, {u"probability"_s, choice.probability}};
    QJsonArray versions;
    for (const Drafting::VersionChange &one : draft.versions)
        versions += QJsonObject{{u"name"_s, one.name}, {u"from"_s, one.from}, {u"to"_s, one.to}};
    return {
        {u"message"_s, draft.message()},
        {u"header"_s, draft.header()},
        {u"type"_s, draft.type},
        {u"scope"_s, draft.scope},
        {u"breaking"_s, draft.isBreaking},
        {u"subject"_s, draft.subject},
        {u"body"_s, QJsonArray::fromStringList(draft.body)},
        {u"footers"_s, QJsonArray::fromStringList(draft.footers)},
        {u"confidence"_s, draft.confidence},
        {u"reasons"_s, QJsonArray::fromStringList(draft.reasons)},
        {u"alternatives"_s, alternatives},
        {u"versions"_s, versions},
    };
}

/// What a command says, and what it is made of for its record.
template<class T> struct Made
{
    T result;
    QByteArray inputDigest;
    QString repository;
};

using Drafts = QList<Drafting::Draft>;

/// What the index has, or a given diff with the repository's history where there is one.
Result<Made<Drafts>> makeDraftsFor(const Arguments &arguments, int count, const Services &services)
{
    auto info = openRepositoryFor(arguments, services);
    Made<Drafts> made{.result = {}, .inputDigest = {}, .repository = info ? placeOf(*info) : QString()};
    if (arguments.positional.isEmpty()) {
        if (!info)
            return std::unexpected(info.error());
        const auto changes = Drafting::readStagedChanges(info->location, {});
        if (!changes)
            return std::unexpected(changes.error());
        if (changes->isEmpty())
            return made;
        made.inputDigest = digestOf(*changes);
        return Drafting::readDraftContext(info->location, {}).transform([&](const auto &context) {
            made.result = Drafting::draftCandidates(*changes, context, count);
            return made;
        });
    }
    const auto diff = readGivenDiff(arguments.positional.first(), services);
    if (!diff)
        return std::unexpected(diff.error());
    if (diff->trimmed().isEmpty())
        return made;
    made.inputDigest = Audit::digestOf(*diff);
    Drafting::DraftContext context;
    if (info) {
        if (auto known = Drafting::readDraftContext(info->location, {}))
            context = std::move(*known);
    }
    return Drafting::draftsFromDiff(*diff, context, count).transform([&](Drafts drafts) {
        made.result = std::move(drafts);
        return made;
    });
}

template<class T>
Audit::Entry entryOf(const QString &operation, const Made<T> &made, const QString &said, qint64 milliseconds)
{
    Audit::Entry entry = draftEntry(operation, said);
    entry.repository = made.repository;
    entry.inputDigest = QString::fromLatin1(made.inputDigest);
    entry.latency = std::chrono::milliseconds(milliseconds);
    return entry;
}

class GenerateCommitMessageCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            .name = u"generate-commit-message"_s,
            .summary = Text::tr("Draft a commit message for what is staged, or for a diff"),
            .positional = u"[DIFF | -]"_s,
            .positionalMaximum = 1,
            .options = {{u"staged"_s, {}, Text::tr("Draft for what is staged; this is what happens anyway")},
                        {u"count"_s, u"N"_s,
                         Text::tr("Up to N messages of different types, the likeliest first")},
                        {u"explain"_s, {}, Text::tr("Say on standard error why the message is what it is")}},
            .details = Text::tr("Several messages are parted by a line “---”."),
            .examples = {u"ai-cli generate-commit-message --staged"_s,
                         u"ai-cli generate-commit-message --count 3 --explain"_s,
                         u"git diff main | ai-cli generate-commit-message -"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.has(u"staged"_s) && !arguments.positional.isEmpty())
            return out.failUsage(Text::tr("--staged and a diff exclude each other"));
        const int count = countOf(arguments);
        if (count == 0)
            return out.failUsage(Text::tr("--count takes a number from 1 to 10"));
        QElapsedTimer timer;
        timer.start();
        const auto made = makeDraftsFor(arguments, count, services);
        if (!made)
            return out.fail(made.error());
        const Drafts &drafts = made->result;
        if (drafts.isEmpty() || drafts.first().subject.isEmpty())
            return failNothingToDo(arguments, out);
        QStringList messages;
        for (const Drafting::Draft &draft : drafts)
            messages += draft.message();
        const QString text = messages.join(u"\n---\n"_s);
        Audit::Entry entry = entryOf(u"generate_commit_message"_s, *made, text, timer.elapsed());
        entry.confidence = drafts.first().confidence;
        if (const auto recorded = recordAct(entry, services); !recorded)
            return out.fail(recorded.error());
        if (arguments.has(u"explain"_s))
            explain(drafts.first(), out);
        if (out.isJson())
            out.printJson(candidatesJson(drafts, count));
        else
            out.printText(text);
        return ExitDone;
    }

private:
    // 0: not a number that can be asked for.
    static int countOf(const Arguments &arguments)
    {
        if (!arguments.has(u"count"_s))
            return 1;
        constexpr int most = 10;
        const int count = arguments.value(u"count"_s).toInt();
        return count > most ? 0 : qMax(count, 0);
    }

    static QJsonObject candidatesJson(const Drafts &drafts, int count)
    {
        QJsonObject object = toJson(drafts.first());
        QJsonArray candidates;
        for (const Drafting::Draft &draft : drafts)
            candidates += toJson(draft);
        if (count > 1)
            object.insert(u"candidates"_s, candidates);
        return object;
    }

    static void explain(const Drafting::Draft &draft, Output &out)
    {
        for (const QString &reason : draft.reasons)
            out.note(reason);
        for (const Drafting::TypeChoice &choice : draft.alternatives)
            out.note(u"%1 %2 %"_s.arg(choice.type, QString::number(qRound(choice.probability * 100))));
        for (const Drafting::VersionChange &one : draft.versions)
            out.note(u"%1 %2 → %3"_s.arg(one.name, one.from, one.to));
    }
};

class DescribeChangesCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"describe-changes"_s,
                .summary = Text::tr("Say in plain words what the staged changes, or those of a diff, do"),
                .positional = u"[DIFF | -]"_s,
                .positionalMaximum = 1,
                .options = {{u"diff"_s, {}, Text::tr("Describe the diff; this is what happens anyway")}},
                .examples = {u"ai-cli describe-changes --diff"_s,
                             u"git diff main | ai-cli describe-changes --diff -"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        QElapsedTimer timer;
        timer.start();
        const auto made = describe(arguments, services);
        if (!made)
            return out.fail(made.error());
        const QString text = made->result.trimmed();
        if (text.isEmpty())
            return failNothingToDo(arguments, out);
        const Audit::Entry entry = entryOf(u"describe_changes"_s, *made, text, timer.elapsed());
        if (const auto recorded = recordAct(entry, services); !recorded)
            return out.fail(recorded.error());
        if (out.isJson())
            out.printJson({{u"description"_s, made->result}});
        else
            out.printText(text);
        return ExitDone;
    }

private:
    static Result<Made<QString>> describe(const Arguments &arguments, const Services &services)
    {
        Made<QString> made;
        const auto keep = [&](QString text) {
            made.result = std::move(text);
            return made;
        };
        const auto info = openRepositoryFor(arguments, services);
        made.repository = info ? placeOf(*info) : QString();
        if (!arguments.positional.isEmpty()) {
            const auto diff = readGivenDiff(arguments.positional.first(), services);
            if (!diff)
                return std::unexpected(diff.error());
            made.inputDigest = Audit::digestOf(*diff);
            return diff->trimmed().isEmpty() ? Result<Made<QString>>(made)
                                             : Drafting::describeDiff(*diff).transform(keep);
        }
        if (!info)
            return std::unexpected(info.error());
        const auto changes = Drafting::readStagedChanges(info->location, {});
        if (!changes)
            return std::unexpected(changes.error());
        made.inputDigest = digestOf(*changes);
        return keep(Drafting::describeChanges(*changes));
    }
};

} // namespace

std::unique_ptr<Command> makeGenerateCommitMessageCommand()
{
    return std::make_unique<GenerateCommitMessageCommand>();
}

std::unique_ptr<Command> makeDescribeChangesCommand()
{
    return std::make_unique<DescribeChangesCommand>();
}

} // namespace Cli
