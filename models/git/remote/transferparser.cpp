// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transferparser.h"

#include <optional>
#include <utility>

namespace Git {

namespace {

constexpr qsizetype kLongestProgress = 16 * 1024;

struct Label
{
    QByteArrayView words;
    TransferPhase phase;
};
constexpr Label kLabels[] = {
    {"Enumerating objects", TransferPhase::Enumerating}, {"Counting objects", TransferPhase::Counting},
    {"Compressing objects", TransferPhase::Compressing}, {"Receiving objects", TransferPhase::Receiving},
    {"Unpacking objects", TransferPhase::Unpacking},     {"Resolving deltas", TransferPhase::Resolving},
    {"Writing objects", TransferPhase::Writing},         {"Checking connectivity", TransferPhase::Checking},
    {"Updating files", TransferPhase::Updating},         {"Filtering content", TransferPhase::Filtering},
};

qint64 takeNumber(QByteArrayView &text)
{
    qsizetype digits = 0;
    qint64 number = 0;
    for (; digits < text.size() && digits < 18 && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        number = number * 10 + (text[digits] - '0');
    text = text.sliced(digits);
    return digits > 0 ? number : -1;
}

bool takeWord(QByteArrayView &text, QByteArrayView word)
{
    if (!text.startsWith(word))
        return false;
    text = text.sliced(word.size());
    return true;
}

// " 45% (123/270)" or " 12"
bool takeCount(QByteArrayView &text, TransferProgress &progress)
{
    text = text.trimmed();
    const qint64 first = takeNumber(text);
    if (first < 0)
        return false;
    progress.done = first;
    if (!takeWord(text, "% ("))
        return true;
    progress.done = takeNumber(text);
    if (progress.done < 0 || !takeWord(text, "/"))
        return false;
    progress.total = takeNumber(text);
    return progress.total >= 0 && takeWord(text, ")");
}

// "1.20 MiB | 500.00 KiB/s" or "17 bytes | …"
qint64 bytesOf(QByteArrayView text)
{
    const qsizetype space = text.indexOf(' ');
    bool isNumber = false;
    const double number = text.first(std::max<qsizetype>(space, 0)).toDouble(&isNumber);
    if (!isNumber || number < 0)
        return 0;
    const QByteArrayView unit = text.sliced(space + 1);
    for (const auto &[name, size] : {std::pair<QByteArrayView, double>{"bytes", 1.0},
                                     {"KiB", 1024.0},
                                     {"MiB", 1024.0 * 1024},
                                     {"GiB", 1024.0 * 1024 * 1024}}) {
        if (unit.startsWith(name))
            return static_cast<qint64>(number * size);
    }
    return 0;
}

std::optional<TransferProgress> readProgress(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    const auto label = std::ranges::find(kLabels, line.first(std::max<qsizetype>(colon, 0)), &Label::words);
    if (colon < 0 || label == std::end(kLabels))
        return {};
    TransferProgress progress{.phase = label->phase};
    QByteArrayView rest = line.sliced(colon + 1);
    if (!takeCount(rest, progress))
        return {};
    while (takeWord(rest, ", ")) {
        const qsizetype end = rest.indexOf(", ");
        const QByteArrayView part = end < 0 ? rest : rest.first(end);
        progress.isDone = progress.isDone || part.startsWith("done");
        progress.bytes = std::max(progress.bytes, bytesOf(part));
        rest = rest.sliced(part.size());
    }
    return progress;
}

// Side band text ends with spaces that paint over what stood there.
QByteArrayView withoutPadding(QByteArrayView line)
{
    while (line.endsWith(' ') || line.endsWith('\t'))
        line.chop(1);
    return line.endsWith("\x1b[K") ? line.chopped(3) : line;
}

void append(QList<TransferProgress> &list, QByteArrayView line)
{
    line = withoutPadding(line);
    const bool isRemote = takeWord(line, "remote: ") || line == "remote:";
    if (line.isEmpty() || line == "remote:")
        return;
    TransferProgress progress = readProgress(line).value_or(TransferProgress{.words = line.toByteArray()});
    progress.isRemote = isRemote;
    list += std::move(progress);
}

} // namespace

QList<TransferProgress> TransferParser::take(QByteArrayView piece)
{
    QList<TransferProgress> list;
    m_rest += piece;
    qsizetype start = 0;
    for (qsizetype at = 0; at < m_rest.size(); ++at) {
        const bool isEnd = m_rest[at] == '\n' || m_rest[at] == '\r';
        if (!isEnd && at - start < kLongestProgress)
            continue;
        append(list, QByteArrayView(m_rest).sliced(start, at - start));
        start = isEnd ? at + 1 : at;
    }
    m_rest.remove(0, start);
    return list;
}

QList<TransferProgress> TransferParser::finish()
{
    QList<TransferProgress> list;
    append(list, m_rest);
    m_rest.clear();
    return list;
}

} // namespace Git
