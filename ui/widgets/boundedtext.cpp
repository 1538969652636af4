// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/boundedtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

constexpr qsizetype kLongestLine = 20'000;
constexpr qsizetype kLongest = 200'000;

struct BoundedTextWords
{
    Q_DECLARE_TR_FUNCTIONS(BoundedText)
};

} // namespace

QString boundedText(const QString &text)
{
    qsizetype end = std::min(text.size(), kLongest);
    for (qsizetype start = 0; start < end;) {
        const qsizetype feed = text.indexOf(u'\n', start);
        const qsizetype stop = feed < 0 ? text.size() : feed;
        if (stop - start > kLongestLine)
            end = std::min(end, start + kLongestLine);
        start = stop + 1;
    }
    if (end == text.size())
        return text;
    if (text[end - 1].isHighSurrogate())
        --end;
    const auto left = static_cast<int>(std::min<qsizetype>(text.size() - end, 1'000'000'000));
    return text.first(end) + QStringLiteral("…\n") +
           BoundedTextWords::tr("(%n more character(s))", nullptr, left);
}
