// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/offline.h"
#include "app/cli/text.h"
#include "base/guarded.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/work/agreement.h"
#include "settings/truststore.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QList<Option> commonOptions()
{
    return {
        {u"repo"_s, u"DIR"_s,
         Text::tr("The repository; without it that of a hook, else of the current folder"), u"C"_s},
        {u"json"_s, {}, Text::tr("Print the result as JSON")},
        {u"quiet"_s, {}, Text::tr("Print the result and errors only")},
        {u"offline"_s, {}, Text::tr("Reach for no network")},
        {u"color"_s, u"WHEN"_s,
         Text::tr("auto, always or never; auto colours on a terminal unless NO_COLOR is set")},
        {u"trust"_s, {}, Text::tr("Take the repository as trusted for this run: programs it names may run")},
        {u"help"_s, {}, Text::tr("Show this help")},
    };
}

QString optionSignature(const Option &option)
{
    const QString letter = option.letter.isEmpty() ? QString() : u'-' + option.letter + u", "_s;
    const QString dashes = option.name.size() == 1 ? u"-"_s : u"--"_s;
    return letter + dashes + option.name +
           (option.valueName.isEmpty() ? QString() : u" "_s + option.valueName);
}

void printOptions(const QList<Option> &options, Output &out)
{
    for (const Option &option : options)
        out.print(u"  %1 %2"_s.arg(optionSignature(option).leftJustified(24), option.description));
}

int printHelp(const CommandSpec &spec, Output &out)
{
    QStringList usage = {u"ai-cli"_s, spec.name, u"[options]"_s};
    if (!spec.positional.isEmpty())
        usage += spec.positional;
    out.print(Text::tr("Usage: %1").arg(usage.join(u' ')));
    out.print(spec.summary);
    out.print({});
    printOptions(spec.options, out);
    printOptions(commonOptions(), out);
    if (!spec.details.isEmpty()) {
        out.print({});
        out.printText(spec.details);
    }
    if (!spec.examples.isEmpty()) {
        out.print({});
        out.print(Text::tr("Examples:"));
        for (const QString &example : spec.examples)
            out.print(u"  "_s + example);
    }
    return ExitDone;
}

int printOverview(const std::vector<std::unique_ptr<Command>> &commands, Output &out)
{
    out.print(Text::tr("Usage: %1").arg(u"ai-cli COMMAND [options]"_s));
    out.print({});
    for (const auto &command : commands) {
        const CommandSpec spec = command->spec();
        out.print(u"  %1 %2"_s.arg(spec.name.leftJustified(26), spec.summary));
    }
    out.print({});
    out.print(Text::tr("ai-cli COMMAND --help explains a command."));
    out.print(Text::tr(
        "Exit codes: 0 done, 1 findings, 2 usage or nothing to do, 3 not found, 4 denied, 5 conflict, "
        "6 offline or timeout, 7 a tool failed, 70 bug, 130 cancelled."));
    return ExitDone;
}

/// What is wrong with arguments that could be told apart; empty: nothing.
QString problemOf(const Arguments &arguments, const CommandSpec &spec)
{
    if (arguments.has(u"help"_s))
        return {};
    if (arguments.positional.size() > spec.positionalMaximum)
        return Text::tr("%1 does not take “%2”").arg(spec.name, arguments.positional.last().left(60));
    if (arguments.has(u"color"_s) &&
        !QStringList{u"auto"_s, u"always"_s, u"never"_s}.contains(arguments.value(u"color"_s)))
        return Text::tr("--color takes auto, always or never, not “%1”")
            .arg(arguments.value(u"color"_s).left(60));
    if (arguments.has(u"repo"_s) && arguments.value(u"repo"_s).isEmpty())
        return Text::tr("--repo takes a folder");
    return {};
}

const Option *optionNamed(const QList<Option> &options, const QString &name)
{
    const auto found = std::ranges::find_if(
        options, [&](const Option &option) { return option.name == name || option.letter == name; });
    return found == options.cend() ? nullptr : &*found;
}

struct UsageProblem
{
    QString sentence; ///< empty: there is none
    QString hint = {};
};

/// What is wrong with a word that starts with a dash. takesNext: its value is the next word.
UsageProblem problemOfWord(const QList<Option> &options, const QString &word, bool &takesNext)
{
    const QString unknown = Text::tr("There is no option “%1”").arg(word.left(60));
    takesNext = false;
    if (word.startsWith("--"_L1)) {
        const qsizetype equals = word.indexOf(u'=');
        const Option *option = optionNamed(options, word.mid(2, equals < 0 ? -1 : equals - 2));
        if (!option)
            return {unknown};
        if (option->valueName.isEmpty() && equals >= 0)
            return {Text::tr("--%1 takes no value").arg(option->name)};
        takesNext = !option->valueName.isEmpty() && equals < 0;
        return {};
    }
    for (qsizetype at = 1; at < word.size(); ++at) {
        const Option *option = optionNamed(options, word.sliced(at, 1));
        if (!option)
            return {unknown};
        if (!option->valueName.isEmpty()) { // what follows is its value
            takesNext = at + 1 == word.size();
            break;
        }
    }
    return {};
}

UsageProblem problemOfWords(const CommandSpec &spec, const QList<Option> &options, const QStringList &words)
{
    for (auto word = words.cbegin(); word != words.cend() && *word != "--"_L1; ++word) {
        if (!word->startsWith(u'-') || word->size() == 1)
            continue;
        bool takesNext = false;
        UsageProblem problem = problemOfWord(options, *word, takesNext);
        if (!problem.sentence.isEmpty()) {
            problem.hint = word->startsWith("--"_L1) ? QString() : spec.dashHint;
            return problem;
        }
        if (takesNext && ++word == words.cend())
            return {Text::tr("A value is missing behind “%1”").arg(words.last().left(60))};
    }
    return {};
}

/// The arguments, or what is wrong with them.
std::expected<Arguments, UsageProblem> parseArguments(const CommandSpec &spec, const QStringList &words)
{
    const QList<Option> options = spec.options + commonOptions();
    QCommandLineParser parser;
    for (const Option &option : options) {
        QStringList names = {option.name};
        if (!option.letter.isEmpty())
            names += option.letter;
        parser.addOption(QCommandLineOption(names, option.description, option.valueName));
    }
    if (const UsageProblem problem = problemOfWords(spec, options, words); !problem.sentence.isEmpty())
        return std::unexpected(problem);
    if (!parser.parse(QStringList{u"ai-cli"_s} + words))
        return std::unexpected(UsageProblem{parser.errorText()});
    Arguments arguments;
    for (const Option &option : options) {
        if (parser.isSet(option.name))
            arguments.options.insert(option.name,
                                     option.valueName.isEmpty() ? QString() : parser.value(option.name));
    }
    arguments.positional = parser.positionalArguments();
    if (const QString problem = problemOf(arguments, spec); !problem.isEmpty())
        return std::unexpected(UsageProblem{problem});
    return arguments;
}

int runCommand(const Command &command, const QStringList &words, const Services &services, Output &out)
{
    const CommandSpec spec = command.spec();
    const auto arguments = parseArguments(spec, words);
    if (!arguments) {
        const QString help = Text::tr("ai-cli %1 --help shows what it takes").arg(spec.name);
        const auto &[sentence, hint] = arguments.error();
        return out.failUsage(sentence, hint.isEmpty() ? help : QString(hint + u'\n' + help));
    }
    if (arguments->has(u"help"_s))
        return printHelp(spec, out);
    out.setQuiet(arguments->has(u"quiet"_s));
    out.setJson(arguments->has(u"json"_s));
    const QString color = arguments->value(u"color"_s);
    out.setColored(color == "always"_L1 || (color != "never"_L1 && services.mayColor));
    const OfflineRunner offline(services.processes);
    const Services reach{.processes = arguments->has(u"offline"_s) ? offline : services.processes,
                         .clock = services.clock,
                         .input = services.input,
                         .stateFolder = services.stateFolder,
                         .cacheFolder = services.cacheFolder,
                         .mayColor = services.mayColor};
    const Result<int> code = guarded([&]() -> Result<int> { return command.run(*arguments, reach, out); });
    return code ? *code : out.fail(code.error());
}

int dispatch(QStringList words, const Services &services, Output &out)
{
    const auto commands = makeCommands();
    // As with git, where to work may stand before the command.
    if (words.size() > 2 && (words.first() == "-C"_L1 || words.first() == "--repo"_L1))
        words = words.sliced(2, 1) + words.first(2) + words.sliced(3);
    if (words.isEmpty())
        return out.failUsage(Text::tr("No command given"), Text::tr("ai-cli --help lists the commands"));
    if (words.size() > 1 && words.first() == "help"_L1)
        words = {words[1], u"--help"_s};
    if (words.first() == "--help"_L1 || words.first() == "-h"_L1 || words.first() == "help"_L1)
        return printOverview(commands, out);
    if (words.first() == "--version"_L1) {
        out.print(u"ai-cli "_s + QStringLiteral(PLUMBLINE_VERSION));
        return ExitDone;
    }
    for (const auto &command : commands) {
        if (command->spec().name == words.first())
            return runCommand(*command, words.sliced(1), services, out);
    }
    if (words.first().startsWith(u'-'))
        return out.failUsage(Text::tr("“%1” stands where the command belongs").arg(words.first().left(60)),
                             Text::tr("Options come after the command: ai-cli COMMAND [options]"));
    return out.failUsage(Text::tr("There is no command “%1”").arg(words.first().left(60)),
                         Text::tr("ai-cli --help lists the commands"));
}

Git::Trust recordedTrust(const Git::RepoLocation &where, const Services &services)
{
    const TrustAnswer answer = TrustStore(services.stateFolder).answerFor(where).value_or(TrustAnswer());
    Git::agreeTo(where, answer.programs);
    auto programs = Git::readExecutables(where);
    const bool isNew = answer.programs && (!programs || Git::markNew(*programs, *answer.programs));
    return isNew && answer.trust == Git::Trust::Trusted ? Git::Trust::Unknown : answer.trust;
}

} // namespace

Result<Git::RepositoryInfo> openRepositoryFor(const Arguments &arguments, const Services &services)
{
    const bool isGiven = arguments.has(u"repo"_s);
    const QString path = isGiven ? arguments.value(u"repo"_s) : QDir::currentPath();
    Result<Git::RepositoryInfo> info =
        Git::openRepository(path, {.mayClimb = true, .usesEnvironment = !isGiven});
    if (!info) {
        // Whatever makes a repository unusable is the same to a script, also that it is somebody else's.
        if (info.error().kind == ErrorKind::Invalid || info.error().kind == ErrorKind::Denied)
            info.error().kind = ErrorKind::NotFound;
        return info;
    }
    info->location.trust =
        arguments.has(u"trust"_s) ? Git::Trust::Trusted : recordedTrust(info->location, services);
    return info;
}

Result<Git::ObjectId> resolveHead(const Git::RepoLocation &where)
{
    const auto refs = Git::readRefs(where, {});
    if (refs && refs->head.state == Git::HeadState::Unborn)
        return fail(ErrorKind::NotFound, Text::tr("There is no commit yet"));
    return Git::resolveRevision(where, "HEAD");
}

int runCommandLine(const QStringList &words, const Services &services, QIODevice &results,
                   QIODevice &messages)
{
    Output out(results, messages);
    const int code = dispatch(words, services, out);
    if (code != ExitDone && code != ExitFindings) {
        out.discard();
        return code;
    }
    return out.flush() ? code : ExitTool;
}

} // namespace Cli
