// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/search.h"

#include <algorithm>
#include <array>
#include <functional>

namespace Diff {

namespace {

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

struct FoldedHash
{
    size_t operator()(char byte) const { return static_cast<uchar>(lower(byte)); }
};
struct FoldedEqual
{
    bool operator()(char left, char right) const { return lower(left) == lower(right); }
};

using Exact = std::boyer_moore_horspool_searcher<const char *>;
using Folded = std::boyer_moore_horspool_searcher<const char *, FoldedHash, FoldedEqual>;

template<class Searcher> Result<Matches> search(const QList<FileDiff> &files, qsizetype needleLength,
                                                const Searcher &searcher, const CancelToken &cancel,
                                                qsizetype limit)
{
    Matches matches;
    for (qsizetype fileAt = 0; fileAt < files.size(); ++fileAt) {
        const FileDiff &file = files[fileAt];
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            if (at % 1'024 == 0 && cancel.isCancelled())
                return failCancelled();
            const QByteArrayView content = file.content(file.lines[at]);
            for (auto from = content.begin(); from != content.end();) {
                const auto found = std::search(from, content.end(), searcher);
                if (found == content.end())
                    break;
                if (matches.list.size() == limit) {
                    matches.isComplete = false;
                    return matches;
                }
                matches.list.append({fileAt, at, static_cast<quint32>(std::distance(content.begin(), found)),
                                     static_cast<quint32>(needleLength)});
                from = found + needleLength;
            }
        }
    }
    return matches;
}

} // namespace

Result<Matches> findInLines(const QList<FileDiff> &files, const QByteArray &needle, const CancelToken &cancel,
                            qsizetype limit)
{
    if (needle.isEmpty())
        return Matches{};
    const char *begin = needle.constData();
    const char *end = begin + needle.size();
    const bool hasCapital = std::any_of(begin, end, [](char byte) { return lower(byte) != byte; });
    if (hasCapital)
        return search(files, needle.size(), Exact(begin, end), cancel, limit);
    return search(files, needle.size(), Folded(begin, end), cancel, limit);
}

} // namespace Diff
