// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/lookalike.h"

#include <QChar>
#include <QStringConverter>

using namespace Qt::StringLiterals;

namespace {

// Bytes that cannot start or continue a valid sequence; RFC 3629 gives the ranges.
qsizetype validSequenceLength(QByteArrayView rest)
{
    const auto byte = [&](qsizetype at) {
        return at < rest.size() ? static_cast<uchar>(rest[at]) : uchar(0);
    };
    const auto continues = [&](qsizetype at, uchar low = 0x80, uchar high = 0xbf) {
        return byte(at) >= low && byte(at) <= high;
    };
    const uchar lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return continues(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const uchar low = lead == 0xe0 ? 0xa0 : 0x80;
        const uchar high = lead == 0xed ? 0x9f : 0xbf;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const uchar low = lead == 0xf0 ? 0x90 : 0x80;
        const uchar high = lead == 0xf4 ? 0x8f : 0xbf;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

template<class Visit> void forEachCodePoint(QStringView text, Visit visit)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t codePoint = text[at].unicode();
        qsizetype units = 1;
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            codePoint = QChar::surrogateToUcs4(text[at], text[at + 1]);
            units = 2;
        }
        visit(codePoint, text.sliced(at, units));
        at += units - 1;
    }
}

// What is no UTF-8 stands as \xNN.
QString decoded(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    qsizetype start = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = validSequenceLength(bytes.sliced(at));
        if (length > 0) {
            at += length;
            continue;
        }
        text += QString::fromUtf8(bytes.sliced(start, at - start));
        text += u"\\x"_s + QString::number(static_cast<uchar>(bytes[at]), 16).rightJustified(2, u'0');
        start = ++at;
    }
    text += QString::fromUtf8(bytes.sliced(start));
    return text;
}

} // namespace

bool isHiddenCharacter(char32_t codePoint)
{
    if (codePoint == '\n' || codePoint == '\t')
        return false;
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0))
        return true;
    if (codePoint < 0xad)
        return false;
    if (codePoint == 0x034f || codePoint == 0x115f || codePoint == 0x1160 || codePoint == 0x3164 ||
        codePoint == 0xffa0)
        return true; // fillers and joiners that draw nothing
    if (codePoint == 0x200d)
        return false; // joins emoji and Indic letters; visible by what it does
    const QChar::Category category = QChar::category(codePoint);
    return category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate;
}

bool hasHiddenCharacters(QStringView text)
{
    bool found = false;
    forEachCodePoint(text,
                     [&](char32_t codePoint, QStringView) { found = found || isHiddenCharacter(codePoint); });
    return found;
}

QString visibleText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    forEachCodePoint(text, [&](char32_t codePoint, QStringView units) {
        if (isHiddenCharacter(codePoint))
            result += u"<U+"_s + QString::number(codePoint, 16).toUpper().rightJustified(4, u'0') + u'>';
        else
            result += units;
    });
    return result;
}

QString displayText(QByteArrayView bytes)
{
    return visibleText(decoded(bytes));
}

QString displayPath(QByteArrayView path)
{
    return visibleName(decoded(path));
}

QString firstLine(QStringView text, qsizetype limit)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView line = (end < 0 ? text : text.first(end)).trimmed();
    return line.size() <= limit ? line.toString() : line.first(limit - 1) + u"…"_s;
}
