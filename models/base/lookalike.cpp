// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lookalike.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

// Letters beside Latin ones that most fonts draw like a Latin letter, of the scripts in which that is so for
// many (Unicode Technical Standard 39 has them all). In order.
constexpr char16_t kLookalikes[] = {
    0x037f, 0x0391, 0x0392, 0x0395, 0x0396, 0x0397, 0x0399, 0x039a, 0x039c, 0x039d, 0x039f, 0x03a1, 0x03a4,
    0x03a5, 0x03a7, 0x03b1, 0x03b3, 0x03b9, 0x03bd, 0x03bf, 0x03c1, 0x03c3, 0x03c5, 0x03f2, 0x03f3, 0x0401,
    0x0405, 0x0406, 0x0407, 0x0408, 0x0410, 0x0412, 0x0415, 0x041a, 0x041c, 0x041d, 0x041e, 0x0420, 0x0421,
    0x0422, 0x0423, 0x0425, 0x0430, 0x0433, 0x0435, 0x043e, 0x0440, 0x0441, 0x0443, 0x0445, 0x0451, 0x0455,
    0x0456, 0x0457, 0x0458, 0x0475, 0x04ae, 0x04af, 0x04bb, 0x04c0, 0x04cf, 0x0500, 0x0501, 0x051a, 0x051b,
    0x051c, 0x051d, 0x054d, 0x0555, 0x0563, 0x0566, 0x0570, 0x0575, 0x0578, 0x057d, 0x0581, 0x0584, 0x0585};

constexpr char16_t kFirstOfOthers = 0x0370; // Greek; all before is Latin or of no script

bool isCherokee(char16_t unit)
{
    return unit >= 0x13a0 && unit <= 0x13f5;
}

bool isLookalike(char16_t unit)
{
    return std::ranges::binary_search(kLookalikes, unit) || isCherokee(unit);
}

/// The letters of a word that pass for letters of another of its scripts.
class Word
{
public:
    explicit Word(QStringView text)
    {
        for (const QChar each : text) {
            const QChar::Script script = each.isLetter() ? each.script() : QChar::Script_Common;
            m_hasLatin |= script == QChar::Script_Latin;
            m_hasCyrillic |= script == QChar::Script_Cyrillic;
        }
    }

    bool passesForOther(QChar each) const
    {
        if (each.unicode() < kFirstOfOthers || !isLookalike(each.unicode()))
            return false;
        return m_hasLatin || (m_hasCyrillic && each.script() != QChar::Script_Cyrillic);
    }

private:
    bool m_hasLatin = false, m_hasCyrillic = false;
};

template<class Visit> void forEachWord(QStringView text, Visit visit)
{
    const auto isInWord = [&](qsizetype at) {
        return text[at].isLetterOrNumber() || text[at].isMark() || isHiddenCharacter(text[at].unicode());
    };
    for (qsizetype at = 0, end = 0; at < text.size(); at = end) {
        while (end < text.size() && isInWord(end))
            ++end;
        if (end == at)
            ++end; // what stands between words
        visit(text.sliced(at, end - at));
    }
}

} // namespace

bool hasLookalikes(QStringView name)
{
    if (std::ranges::all_of(name, [](QChar each) { return each.unicode() < kFirstOfOthers; }))
        return false;
    bool found = false;
    forEachWord(name, [&](QStringView word) {
        const Word judged(word);
        found = found || std::ranges::any_of(word, [&](QChar each) { return judged.passesForOther(each); });
    });
    return found;
}

QString visibleName(QStringView name)
{
    QString marked;
    if (hasLookalikes(name)) {
        forEachWord(name, [&](QStringView word) {
            const Word judged(word);
            for (const QChar each : word) {
                if (judged.passesForOther(each))
                    marked += u"<U+"_s +
                              QString::number(each.unicode(), 16).toUpper().rightJustified(4, u'0') + u'>';
                else
                    marked += each;
            }
        });
    }
    return visibleText(marked.isEmpty() ? name : QStringView(marked))
        .replace(u'\n', u"<U+000A>"_s)
        .replace(u'\t', u"<U+0009>"_s);
}
