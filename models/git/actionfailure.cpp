// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/actionfailure.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool isOfGit(QStringView line)
{
    return line.startsWith("error: "_L1) || line.startsWith("fatal: "_L1) || line.startsWith("hint: "_L1);
}

// In lines of git's form alone: what hooks print stands between them.
bool saysOneOf(const QString &words, std::initializer_list<QLatin1StringView> phrases)
{
    const QStringList lines = words.split(u'\n');
    return std::ranges::any_of(lines, [&](const QString &line) {
        return isOfGit(line) &&
               std::ranges::any_of(phrases, [&](QLatin1StringView phrase) { return line.contains(phrase); });
    });
}

} // namespace

std::unexpected<Error> failAction(Error error, const QString &sentence)
{
    if (error.kind != ErrorKind::External)
        return std::unexpected(std::move(error));
    error.message = sentence;
    if (saysOneOf(error.detail, {"untracked working tree files would be"_L1, "would lose untracked"_L1})) {
        error.kind = ErrorKind::Conflict;
        error.hint = Text::tr("Move away or discard the files that Git does not track, then try again.");
    } else if (saysOneOf(error.detail, {"would be overwritten"_L1, "need to resolve your current index"_L1,
                                        "not uptodate"_L1})) {
        error.kind = ErrorKind::Conflict;
        error.hint = Text::tr("Commit, stash or discard the changes that stand in the way, then try again.");
    } else if (saysOneOf(error.detail, {"cannot switch branch while"_L1, "is already in progress"_L1,
                                        "you have unmerged files"_L1, "in the middle of"_L1,
                                        "unmerged files"_L1, "not concluded your merge"_L1})) {
        error.kind = ErrorKind::Conflict;
        error.hint = Text::tr("Finish or abort the operation that is in progress first.");
    } else if (saysOneOf(error.detail, {"already exists"_L1, "exists; cannot create"_L1})) {
        error.kind = ErrorKind::Conflict;
        error.hint = Text::tr("Choose another name.");
    }
    return std::unexpected(std::move(error));
}

} // namespace Git
