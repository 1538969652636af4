// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/audited.h"
#include "app/cli/text.h"
#include "audit/actor.h"
#include "audit/format.h"
#include "drafting/describe.h"
#include "drafting/draft.h"

#include <QElapsedTimer>
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
    };
}

/// What a command says, and what it is made of for its record.
template<class T> struct Made
{
    T result;
    QByteArray inputDigest;
    QString repository;
};

/// What the index has, or a given diff with the repository's history where there is one.
Result<Made<Drafting::Draft>> makeDraftFor(const Arguments &arguments, const Services &services)
{
    auto info = openRepositoryFor(arguments, services);
    Made<Drafting::Draft> made{
        .result = {}, .inputDigest = {}, .repository = info ? placeOf(*info) : QString()};
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
            made.result = Drafting::makeDraft(*changes, context);
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
    return Drafting::draftFromDiff(*diff, context).transform([&](Drafting::Draft draft) {
        made.result = std::move(draft);
        return made;
    });
}

template<class T>
Audit::Entry entryOf(const QString &operation, const Made<T> &made, const QString &said, qint64 milliseconds)
{
    return {.model = Audit::kOfflineModel,
            .operation = operation,
            .result = u"drafted"_s,
            .requestId = Audit::newRequestId(),
            .repository = made.repository,
            .inputDigest = QString::fromLatin1(made.inputDigest),
            .outputDigest = QString::fromLatin1(Audit::digestOf(said.toUtf8())),
            .use = u"printed"_s,
            .latency = std::chrono::milliseconds(milliseconds),
            .isOffline = true};
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
            .options = {{u"staged"_s, {}, Text::tr("Draft for what is staged; this is what happens anyway")}},
            .examples = {u"ai-cli generate-commit-message --staged"_s,
                         u"git diff main | ai-cli generate-commit-message -"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.has(u"staged"_s) && !arguments.positional.isEmpty())
            return out.failUsage(Text::tr("--staged and a diff exclude each other"));
        QElapsedTimer timer;
        timer.start();
        const auto made = makeDraftFor(arguments, services);
        if (!made)
            return out.fail(made.error());
        const Drafting::Draft &draft = made->result;
        if (draft.subject.isEmpty())
            return failNothingToDo(arguments, out);
        Audit::Entry entry = entryOf(u"generate_commit_message"_s, *made, draft.message(), timer.elapsed());
        entry.confidence = draft.confidence;
        if (const auto recorded = recordAct(entry, services); !recorded)
            return out.fail(recorded.error());
        if (out.isJson())
            out.printJson(toJson(draft));
        else
            out.printText(draft.message());
        return ExitDone;
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
