// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return ExitCancelled;
    case ErrorKind::Invalid:
        return ExitUsage;
    case ErrorKind::NotFound:
        return ExitNotFound;
    case ErrorKind::Denied:
        return ExitDenied;
    case ErrorKind::Conflict:
        return ExitConflict;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
        return ExitOffline;
    case ErrorKind::External:
        return ExitTool;
    case ErrorKind::Internal:
        return ExitBug;
    }
    return ExitBug;
}

Output::Output(QIODevice &results, QIODevice &messages)
    : m_results(results)
    , m_messages(messages)
{}

void Output::print(const QString &line)
{
    m_held += visibleText(line).toUtf8() + '\n';
}

void Output::printJson(QJsonObject object)
{
    object.insert(u"schemaVersion"_s, 1);
    m_held += QJsonDocument(object).toJson(QJsonDocument::Indented);
}

void Output::say(const QString &line)
{
    m_messages.write(visibleText(line).toUtf8() + '\n');
}

void Output::note(const QString &line)
{
    if (!m_isQuiet)
        say(line);
}

int Output::fail(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        say(u"ai-cli: "_s + error.message);
        if (!error.detail.isEmpty())
            say(error.detail.trimmed());
        if (!error.hint.isEmpty())
            say(error.hint);
    }
    return exitCodeOf(error.kind);
}

int Output::failUsage(const QString &sentence, const QString &hint)
{
    say(u"ai-cli: "_s + sentence);
    if (!hint.isEmpty())
        say(hint);
    return ExitUsage;
}

bool Output::flush()
{
    const QByteArray held = std::exchange(m_held, {});
    if (held.isEmpty())
        return true;
    if (m_results.write(held) == held.size())
        return true;
    say(u"ai-cli: "_s + Text::tr("The result could not be written"));
    return false;
}

} // namespace Cli
