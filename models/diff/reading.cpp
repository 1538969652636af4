// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/reading.h"

#include "diff/encoding.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>

namespace Diff {

namespace {

constexpr const char *kShiftJis = "Shift_JIS";

bool isAsciiText(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char character) { return uchar(character) < 0x80; });
}

/// What one side is read as.
struct Choice
{
    QByteArray name; ///< empty: UTF-8, whose bytes stay as they are
    std::optional<TextEncoding> bytewise;
    bool isGuess = false;
};

Choice chosen(TextEncoding encoding)
{
    return {.name = encodingName(encoding), .bytewise = encoding, .isGuess = true};
}

/// Turns the bytes of one line into UTF-8.
class LineDecoder
{
public:
    explicit LineDecoder(const Choice &choice)
        : m_bytewise(choice.bytewise)
    {
        if (!choice.name.isEmpty() && !m_bytewise)
            m_decode = QStringDecoder(choice.name.constData(), QStringDecoder::Flag::Stateless);
    }

    QByteArray decode(QByteArrayView bytes, qsizetype *problems)
    {
        if (isAsciiText(bytes) && !bytes.contains('\x1b'))
            return bytes.toByteArray();
        if (m_bytewise)
            return decodeBytes(bytes, problems);
        if (!m_decode.isValid()) {
            *problems +=
                bytes.isValidUtf8() ? 0 : std::max<qsizetype>(1, countReplaced(QString::fromUtf8(bytes)));
            return bytes.toByteArray();
        }
        QString text = m_decode(bytes.toByteArray() + '\n'); // so that a character that is cut shows
        m_decode.resetState();
        if (!bytes.contains('\x1a')) // which some converters put for what they do not know
            text.replace(u'\x1a', QChar(QChar::ReplacementCharacter));
        if (text.endsWith(u'\n'))
            text.chop(1);
        else
            ++*problems;
        *problems += countReplaced(text);
        return text.toUtf8();
    }

private:
    // A byte without a character stays, and is shown as such.
    QByteArray decodeBytes(QByteArrayView bytes, qsizetype *problems) const
    {
        QByteArray text;
        text.reserve(bytes.size() + bytes.size() / 8);
        for (const char byte : bytes) {
            const auto character = characterOf(*m_bytewise, uchar(byte));
            if (!character || *character < 0x80)
                text += byte;
            else
                text += QString(QChar(char16_t(*character))).toUtf8();
            *problems += character ? 0 : 1;
        }
        return text;
    }

    static qsizetype countReplaced(const QString &text)
    {
        return text.count(QChar(QChar::ReplacementCharacter));
    }

    std::optional<TextEncoding> m_bytewise;
    QStringDecoder m_decode;
};

// Attributes may say anything. Units of two bytes and more do not come in lines that end with one.
bool isUsableName(const QByteArray &name)
{
    constexpr qsizetype longest = 40;
    const QByteArray upper = name.toUpper();
    return !name.isEmpty() && name.size() <= longest && !upper.startsWith("UTF-16") &&
           !upper.startsWith("UTF16") && !upper.startsWith("UTF-32") && !upper.startsWith("UTF32") &&
           !upper.startsWith("UCS") && std::ranges::all_of(name, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '-' || c == '_' || c == '.' || c == ':';
           });
}

bool isPlainName(const QByteArray &name)
{
    const QByteArray upper = name.toUpper();
    return upper == "UTF-8" || upper == "UTF8" || upper == "US-ASCII" || upper == "ASCII";
}

// Kana and punctuation, which no text goes without, begin with three bytes that other encodings hardly have.
bool looksLikeShiftJis(QByteArrayView bytes)
{
    constexpr qsizetype fewest = 3;
    qsizetype pairs = 0, japanese = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = uchar(bytes[at]);
        if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) // ASCII, or half a width
            continue;
        const auto next = at + 1 < bytes.size() ? uchar(bytes[at + 1]) : uchar(0);
        const bool isLead = (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
        if (!isLead || next < 0x40 || next == 0x7f || next > 0xfc)
            return false;
        ++pairs;
        ++at;
        japanese += byte <= 0x83 ? 1 : 0;
    }
    return pairs >= fewest && japanese * 3 >= pairs;
}

/// For one side of a file; nothing where it is ASCII, which says nothing.
std::optional<Choice> chooseFor(const FileDiff &file, LineOrigin without)
{
    qsizetype readable = 0;
    qsizetype unreadable = 0;
    QByteArray odd;
    for (const Line &line : file.lines) {
        const QByteArrayView bytes = file.content(line);
        if (line.origin == without || isAsciiText(bytes))
            continue;
        if (bytes.isValidUtf8()) {
            ++readable;
            continue;
        }
        ++unreadable;
        odd += bytes;
        odd += '\n';
    }
    if (unreadable + readable == 0)
        return std::nullopt;
    if (unreadable <= readable)
        return Choice();
    if (looksLikeShiftJis(odd) && QStringDecoder(kShiftJis).isValid())
        return Choice{.name = kShiftJis, .bytewise = {}, .isGuess = true};
    const bool isLatin = detectEncoding(odd) == TextEncoding::Latin1;
    return chosen(isLatin ? TextEncoding::Latin1 : TextEncoding::Windows1252);
}

std::optional<Choice> chooseDeclared(const QByteArray &declared)
{
    if (isPlainName(declared))
        return Choice();
    if (isUsableName(declared) && QStringDecoder(declared.constData()).isValid())
        return Choice{.name = declared, .bytewise = {}};
    return std::nullopt;
}

void fillText(FileDiff &file, const Choice &before, const Choice &after)
{
    Reading &reading = file.reading;
    LineDecoder older(before), newer(after);
    reading.text.reserve(file.text.size() + file.text.size() / 8);
    reading.lines = file.lines;
    for (Line &line : reading.lines) {
        LineDecoder &decoder = line.origin == LineOrigin::Removed ? older : newer;
        const QByteArray text = decoder.decode(file.content(line), &reading.problems);
        line.offset = static_cast<quint32>(reading.text.size());
        line.length = static_cast<quint32>(text.size());
        reading.text += text;
        if (line.endsWithNewline)
            reading.text += '\n';
    }
    if (before.name.isEmpty() && after.name.isEmpty()) {
        reading.lines.clear();
        reading.text.clear();
    }
}

} // namespace

bool isPlainText(const FileDiff &file)
{
    return file.text.isValidUtf8() && !file.text.contains('\x1b'); // which switches in ISO 2022
}

void takeReading(FileDiff &file, const QByteArray &declared)
{
    file.reading = {.declared = declared};
    Reading &reading = file.reading;
    if (isPlainText(file) || (declared.isEmpty() && file.text.isValidUtf8()))
        return;
    std::optional<Choice> older = chooseDeclared(declared), newer = older;
    if (!older) {
        older = chooseFor(file, LineOrigin::Added);
        newer = chooseFor(file, LineOrigin::Removed);
    }
    const Choice before = older.or_else([&] { return newer; }).value_or(Choice());
    const Choice after = newer.value_or(before);
    reading.oldEncoding = before.name;
    reading.newEncoding = after.name;
    reading.isGuess = before.isGuess || after.isGuess;
    fillText(file, before, after);
}

FileDiff asRead(const FileDiff &file)
{
    if (file.reading.lines.isEmpty())
        return file;
    FileDiff shown = file;
    shown.text = file.reading.text;
    shown.lines = file.reading.lines;
    return shown;
}

} // namespace Diff
