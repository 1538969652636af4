// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/audited.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "drafting/draft.h"
#include "drafting/messagerules.h"
#include "drafting/suggest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qint64 kMostBytes = 10 << 20;

Result<QString> readAll(QIODevice &device, const QString &name)
{
    QByteArray whole;
    for (QByteArray more = device.read(kMostBytes); !more.isEmpty(); more = device.read(kMostBytes)) {
        whole += more;
        if (whole.size() > kMostBytes)
            return fail(ErrorKind::Invalid, Text::tr("“%1” is larger than 10 MiB").arg(visibleText(name)));
    }
    return QString::fromUtf8(whole);
}

/// A message file, or standard input.
Result<QString> readMessage(const QString &name, const Services &services)
{
    if (name == "-"_L1)
        return readAll(services.input, name);
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound,
                    Text::tr("The message file “%1” cannot be read").arg(visibleText(name)), {},
                    Text::tr("Git gives its name to a commit-msg hook as the first argument"));
    return readAll(file, name);
}

/// Rules that cannot be read are never taken for rules that are kept.
Result<Drafting::MessageRules> readRules(const Arguments &arguments, const Services &services, Output &out)
{
    const auto info = openRepositoryFor(arguments, services);
    if (!info)
        return std::unexpected(info.error());
    auto rules = Drafting::readMessageRules(info->location, {});
    if (!rules)
        return rules;
    if (!rules->problems.isEmpty())
        return fail(ErrorKind::NotFound, rules->problems.first());
    for (const QByteArray &path : rules->notRead)
        out.note(Text::tr("%1 is a program and is not run: the general rules hold").arg(displayPath(path)));
    return rules;
}

QString severityName(Drafting::Severity severity)
{
    return severity == Drafting::Severity::Error ? u"error"_s : u"warning"_s;
}

class ValidateCommitMessageCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"validate-commit-message"_s,
                .summary = Text::tr("Check a commit message by the repository's rules"),
                .positional = u"FILE | -"_s,
                .positionalMaximum = 1,
                .details = Text::tr(
                    "By .commitlintrc (JSON or YAML) or package.json, else by the conventional commits. "
                    "Comments and what stands behind git's scissors do not count. Ends with 1 when "
                    "there is an error; warnings are told and accepted."),
                .examples = {u"ai-cli validate-commit-message .git/COMMIT_EDITMSG"_s,
                             u"git log -1 --format=%B | ai-cli validate-commit-message -"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.positional.isEmpty())
            return out.failUsage(Text::tr("Which message? Give its file, or - for standard input"));
        const QString name = arguments.positional.first();
        const auto message = readMessage(name, services);
        const auto rules = message ? readRules(arguments, services, out) : Drafting::MessageRules();
        if (!message || !rules)
            return out.fail(message ? rules.error() : message.error());
        const QList<Drafting::Validation> remarks = Drafting::checkMessage(*message, *rules);
        const bool isValid = std::ranges::none_of(remarks, [](const Drafting::Validation &one) {
            return one.severity == Drafting::Severity::Error;
        });
        print(name, remarks, isValid, out);
        return isValid ? ExitDone : ExitFindings;
    }

private:
    static void print(const QString &name, const QList<Drafting::Validation> &remarks, bool isValid,
                      Output &out)
    {
        QJsonArray all;
        for (const Drafting::Validation &one : remarks) {
            const QString line = QString::number(one.line + 1), column = QString::number(one.start + 1);
            const bool isError = one.severity == Drafting::Severity::Error;
            if (out.isJson())
                all += QJsonObject{{u"line"_s, one.line + 1}, {u"column"_s, one.start + 1},
                                   {u"length"_s, one.length}, {u"severity"_s, severityName(one.severity)},
                                   {u"rule"_s, one.rule},     {u"message"_s, one.text}};
            else
                out.printPieces({{u"%1:%2:%3: "_s.arg(name, line, column)},
                                 {severityName(one.severity), isError ? Tint::Bad : Tint::Notable},
                                 {u": %1 [%2]"_s.arg(one.text, one.rule)}});
        }
        if (out.isJson())
            out.printJson({{u"valid"_s, isValid}, {u"remarks"_s, all}});
    }
};

class SuggestCommitMessageCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"suggest-commit-message"_s,
                .summary = Text::tr("Put a commit message into the form that the repository's rules ask for"),
                .positional = u"[FILE | -]"_s,
                .positionalMaximum = 1,
                .details = Text::tr(
                    "Takes the message that is being committed, keeps its words, and takes type and scope "
                    "from what is staged."),
                .examples = {u"ai-cli suggest-commit-message"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        const auto rules = readRules(arguments, services, out);
        const auto written = rules ? readWritten(arguments, services, *info) : QString();
        const auto draft =
            rules && written ? Drafting::draftStaged(info->location, {}) : Result<Drafting::Draft>();
        if (!rules || !written || !draft)
            return out.fail(!rules ? rules.error() : !written ? written.error() : draft.error());
        const QString message = Drafting::suggestMessage(*written, *draft, *rules);
        Audit::Entry entry = draftEntry(u"suggest_commit_message"_s, message);
        entry.repository = placeOf(*info);
        entry.confidence = draft->confidence;
        if (const auto recorded = recordAct(entry, services); !recorded)
            return out.fail(recorded.error());
        if (out.isJson())
            out.printJson({{u"message"_s, message}});
        else
            out.printText(message);
        return ExitDone;
    }

private:
    /// In a commit-msg hook, what git is about to commit.
    static Result<QString> readWritten(const Arguments &arguments, const Services &services,
                                       const Git::RepositoryInfo &info)
    {
        if (!arguments.positional.isEmpty())
            return readMessage(arguments.positional.first(), services);
        const QString usual = QFile::decodeName(info.location.gitDir) + "/COMMIT_EDITMSG"_L1;
        return QFileInfo(usual).isFile() ? readMessage(usual, services) : QString();
    }
};

} // namespace

std::unique_ptr<Command> makeValidateCommitMessageCommand()
{
    return std::make_unique<ValidateCommitMessageCommand>();
}

std::unique_ptr<Command> makeSuggestCommitMessageCommand()
{
    return std::make_unique<SuggestCommitMessageCommand>();
}

} // namespace Cli
