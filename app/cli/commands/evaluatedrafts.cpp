// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/interrupt.h"
#include "app/cli/text.h"
#include "drafting/evaluate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

double shareOf(qsizetype part, qsizetype whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

QString percent(qsizetype part, qsizetype whole)
{
    return whole > 0 ? QString::number(shareOf(part, whole) * 100, 'f', 1) + u" %"_s : u"–"_s;
}

QJsonObject evaluationJson(const Drafting::DraftEvaluation &result)
{
    QJsonArray bins;
    for (size_t i = 0; i < result.calibration.size(); ++i) {
        const auto &bin = result.calibration[i];
        bins += QJsonObject{{u"from"_s, double(i) / 10},
                            {u"to"_s, double(i + 1) / 10},
                            {u"drafts"_s, bin.drafts},
                            {u"right"_s, bin.right}};
    }
    QJsonArray types;
    for (const auto &[type, one] : result.types.asKeyValueRange()) {
        types += QJsonObject{{u"type"_s, type},
                             {u"written"_s, one.written},
                             {u"drafted"_s, one.drafted},
                             {u"agreed"_s, one.agreed},
                             {u"precision"_s, shareOf(one.agreed, one.drafted)},
                             {u"recall"_s, shareOf(one.agreed, one.written)}};
    }
    return {{u"commits"_s, result.asked},
            {u"learnedBefore"_s, result.learned},
            {u"top1"_s, shareOf(result.within[0], result.asked)},
            {u"top2"_s, shareOf(result.within[1], result.asked)},
            {u"top3"_s, shareOf(result.within[2], result.asked)},
            {u"sure"_s,
             QJsonObject{{u"confidence"_s, 0.8}, {u"drafts"_s, result.sure}, {u"right"_s, result.sureRight}}},
            {u"scope"_s, QJsonObject{{u"written"_s, result.scopesWritten},
                                     {u"drafted"_s, result.scopesDrafted},
                                     {u"agreed"_s, result.scopesAgreed},
                                     {u"bothWithout"_s, result.bothWithoutScope}}},
            {u"calibration"_s, bins},
            {u"types"_s, types},
            {u"versions"_s, QJsonObject{{u"commits"_s, result.versions}, {u"right"_s, result.versionsRight}}},
            {u"lint"_s, QJsonObject{{u"drafts"_s, result.linted}, {u"passed"_s, result.lintPassed}}}};
}

void printEvaluation(const Drafting::DraftEvaluation &result, Output &out)
{
    out.print(Text::tr("%n commit(s) by people, each drafted from its files and what came before", nullptr,
                       int(result.asked)));
    //: %1 to %3: shares like "71.3 %"
    out.print(Text::tr("Type: %1 right at once, %2 among two, %3 among three")
                  .arg(percent(result.within[0], result.asked), percent(result.within[1], result.asked),
                       percent(result.within[2], result.asked)));
    out.print(Text::tr("With a confidence of 0.8 or more: %1 right, of %2 of the commits")
                  .arg(percent(result.sureRight, result.sure), percent(result.sure, result.asked)));
    out.print(Text::tr("Scope: %1 of those drafted are the one written, %2 of the commits agree altogether")
                  .arg(percent(result.scopesAgreed, result.scopesDrafted),
                       percent(result.scopesAgreed + result.bothWithoutScope, result.asked)));
    out.print(Text::tr("Versions: %1 of %2 right")
                  .arg(percent(result.versionsRight, result.versions), QString::number(result.versions)));
    out.print(Text::tr("Rules for messages: %1 of the drafts keep to them")
                  .arg(percent(result.lintPassed, result.linted)));
    for (const auto &[type, one] : result.types.asKeyValueRange())
        out.print(Text::tr("  %1: %2 written, %3 drafted, %4 agreed")
                      .arg(type, QString::number(one.written), QString::number(one.drafted),
                           QString::number(one.agreed)));
}

Result<Drafting::ShippedTypes> readTypeModel(const QString &path)
{
    constexpr qint64 largest = 4 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, Text::tr("%1 cannot be read").arg(path), file.errorString());
    return Drafting::ShippedTypes::parse(file.read(largest));
}

class EvaluateDraftsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"evaluate-drafts"_s,
                .summary = Text::tr("Measure how well drafts agree with the messages people wrote here"),
                .options = {{u"last"_s, u"N"_s, Text::tr("The newest N commits with a type; 500 without it")},
                            {u"type-model"_s, u"FILE"_s,
                             Text::tr("Another model of commit types than the built-in one")}},
                .details = Text::tr("Each draft knows the files of its commit and the commits before it, "
                                    "never the message it is compared with."),
                .examples = {u"ai-cli evaluate-drafts --last 200"_s,
                             u"ai-cli evaluate-drafts --json | jq .top1"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        Drafting::EvaluationRequest request;
        if (arguments.has(u"last"_s)) {
            bool isNumber = false;
            request.last = arguments.value(u"last"_s).toInt(&isNumber);
            if (!isNumber || request.last < 1 || request.last > 100'000)
                return out.failUsage(Text::tr("--last takes a number from 1 to 100,000"));
        }
        Result<Drafting::ShippedTypes> model = Drafting::ShippedTypes();
        if (arguments.has(u"type-model"_s)) {
            model = readTypeModel(arguments.value(u"type-model"_s));
            if (!model)
                return out.fail(model.error());
            request.shipped = &*model;
        }
        const auto result = evaluate(arguments, services, request, out);
        if (!result)
            return out.fail(result.error());
        if (out.isJson())
            out.printJson(evaluationJson(*result));
        else
            printEvaluation(*result, out);
        return ExitDone;
    }

private:
    static Result<Drafting::DraftEvaluation> evaluate(const Arguments &arguments, const Services &services,
                                                      Drafting::EvaluationRequest &request, Output &out)
    {
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return std::unexpected(info.error());
        const auto head = resolveHead(info->location);
        if (!head)
            return std::unexpected(head.error());
        request.tip = *head;
        const Interrupt interrupt;
        if (auto rules = Drafting::readMessageRules(info->location, interrupt.token()))
            request.messageRules = *std::move(rules);
        QElapsedTimer sinceNote;
        sinceNote.start();
        constexpr qint64 pause = 500; // milliseconds
        return Drafting::evaluateDrafts(
            info->location, request,
            [&](qsizetype done, qsizetype all) {
                if (sinceNote.elapsed() < pause && done < all)
                    return;
                sinceNote.restart();
                out.note(Text::tr("%1 of %2 commits").arg(QString::number(done), QString::number(all)));
            },
            interrupt.token());
    }
};

} // namespace

std::unique_ptr<Command> makeEvaluateDraftsCommand()
{
    return std::make_unique<EvaluateDraftsCommand>();
}

} // namespace Cli
