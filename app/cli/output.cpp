// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/text.h"
#include "base/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// File names may hold line feeds, by which one entry could pass for two.
QString oneLine(const QString &text)
{
    return visibleText(text).replace(u'\n', u"<U+000A>"_s);
}

QByteArrayView codeOf(Tint tint)
{
    switch (tint) {
    case Tint::None:
        break;
    case Tint::Good:
        return "\x1b[32m";
    case Tint::Bad:
        return "\x1b[31m";
    case Tint::Notable:
        return "\x1b[33m";
    case Tint::Name:
        return "\x1b[36m";
    }
    return {};
}

// Terminals obey some characters that JSON allows as they are (C1 controls, bidirectional ones).
QByteArray withEscapes(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    if (!hasHiddenCharacters(text))
        return json;
    QString safe;
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const QStringView units = QStringView(text).sliced(at, isPair ? 2 : 1);
        const char32_t codePoint =
            isPair ? QChar::surrogateToUcs4(units[0], units[1]) : char32_t(units[0].unicode());
        for (const QChar unit : units) {
            if (isHiddenCharacter(codePoint))
                safe += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, '0'_L1);
            else
                safe += unit;
        }
        at += units.size();
    }
    return safe.toUtf8();
}

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
    m_held += oneLine(line).toUtf8() + '\n';
}

void Output::printPieces(const QList<Piece> &pieces)
{
    for (const Piece &piece : pieces) {
        const QByteArrayView code = m_isColored ? codeOf(piece.tint) : QByteArrayView();
        m_held += code + oneLine(piece.text).toUtf8();
        if (!code.isEmpty())
            m_held += "\x1b[0m";
    }
    m_held += '\n';
}

void Output::printText(const QString &text)
{
    m_held += visibleText(text).toUtf8() + '\n';
}

void Output::printJson(QJsonObject object)
{
    object.insert(u"schemaVersion"_s, 1);
    m_held += withEscapes(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::say(const QString &text)
{
    m_messages.write(visibleText(text).toUtf8() + '\n');
}

void Output::note(const QString &line)
{
    if (!m_isQuiet)
        say(oneLine(line));
}

int Output::fail(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled) {
        say(u"ai-cli: "_s + oneLine(error.message));
        if (!error.detail.isEmpty())
            say(error.detail.trimmed());
        if (!error.hint.isEmpty())
            say(error.hint);
    }
    return exitCodeOf(error.kind);
}

int Output::failUsage(const QString &sentence, const QString &hint)
{
    say(u"ai-cli: "_s + oneLine(sentence));
    if (!hint.isEmpty())
        say(hint);
    return ExitUsage;
}

bool Output::flush()
{
    const QByteArray held = std::exchange(m_held, {});
    return held.isEmpty() || stream(held);
}

bool Output::stream(const QByteArray &bytes)
{
    if (m_results.write(bytes) == bytes.size())
        return true;
    say(u"ai-cli: "_s + Text::tr("The result could not be written"));
    return false;
}

} // namespace Cli
