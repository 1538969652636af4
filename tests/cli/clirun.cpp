// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "app/cli/command.h"
#include "base/text.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QBuffer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace CliTest {

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(results).object();
}

QList<QJsonObject> Run::jsonLines() const
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : results.split('\n')) {
        if (!line.isEmpty())
            lines += QJsonDocument::fromJson(line).object();
    }
    return lines;
}

Run run(const QStringList &words, const ProcessRunner &processes, const QByteArray &input)
{
    const QString home = Tests::isolatedHome();
    Git::initializeLibrary();
    QBuffer in, results, messages;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    results.open(QIODevice::WriteOnly);
    messages.open(QIODevice::WriteOnly);
    const SystemClock clock;
    const Cli::Services services{.processes = processes,
                                 .clock = clock,
                                 .input = in,
                                 .stateFolder = home + u"/state"_s,
                                 .cacheFolder = home + u"/cache"_s};
    const int code = Cli::runCommandLine(words, services, results, messages);
    return {code, results.data(), messages.data()};
}

Run run(const QStringList &words, const QByteArray &input)
{
    return run(words, SystemProcessRunner(), input);
}

QByteArray problemOf(const Run &run, int code)
{
    const QByteArray told = "exit " + QByteArray::number(run.code) + ", stdout: " + run.results.left(2000) +
                            ", stderr: " + run.messages.left(2000);
    if (run.code != code)
        return "another exit code: " + told;
    if (code > 1 && !run.results.isEmpty())
        return "a failure with results: " + told;
    if (code > 1 && run.messages.isEmpty())
        return "a failure without a word: " + told;
    for (const QByteArray &stream : {run.results, run.messages}) {
        if (!QByteArrayView(stream).isValidUtf8())
            return "no UTF-8: " + told;
        if (hasHiddenCharacters(QString::fromUtf8(stream)))
            return "characters that control a terminal: " + told;
    }
    const auto hasVersion = [](const QJsonObject &object) { return object["schemaVersion"_L1].toInt() == 1; };
    if (run.results.startsWith('{') && !hasVersion(run.json()) &&
        !std::ranges::all_of(run.jsonLines(), hasVersion))
        return "JSON without a schemaVersion: " + told;
    return {};
}

Demo::Demo()
{
    Tests::isolatedHome();
    const Run made = CliTest::run({u"demo"_s, path()});
    if (made.code != 0)
        qFatal("no sample repository: %s", made.messages.constData());
}

QByteArray Demo::git(const QStringList &arguments) const
{
    const auto result = SystemProcessRunner().run({.program = findProgram(u"git"_s),
                                                   .arguments = arguments,
                                                   .workingDirectory = path(),
                                                   .environment = scrubbedEnvironment()},
                                                  {});
    if (!result || result->exitCode != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), result ? result->errors.constData() : "");
    return result->output;
}

void Demo::write(const QString &name, const QByteArray &content) const
{
    QFile file(path() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
}

Run Demo::run(const QStringList &words) const
{
    return CliTest::run(words + QStringList{u"--repo"_s, path()});
}

} // namespace CliTest
