// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/hookrefusal.h"

#include "git/text.h"
#include "git/work/hooks.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// Not by "error:" alone: hooks use that word as well.
bool saysReason(const QString &said)
{
    static constexpr QLatin1StringView kReasons[] = {"failed to write commit object"_L1,
                                                     "failed to sign"_L1,
                                                     "unmerged files"_L1,
                                                     "nothing to commit"_L1,
                                                     "nothing added to commit"_L1,
                                                     "tell me who you"_L1,
                                                     "empty ident name"_L1,
                                                     "mpty commit message"_L1,
                                                     "could not lock"_L1,
                                                     "unable to"_L1,
                                                     "Unable to"_L1,
                                                     "cannot update the ref"_L1,
                                                     "reference-transaction"_L1,
                                                     "prepare-commit-msg"_L1};
    return std::ranges::any_of(kReasons, [&](QLatin1StringView each) { return said.contains(each); });
}

} // namespace

bool isCommitHookRefusal(const Program &git, const Error &error)
{
    if (error.kind != ErrorKind::External || saysReason(error.detail))
        return false;
    return hasHook(git, u"pre-commit"_s) || hasHook(git, u"pre-merge-commit"_s) ||
           hasHook(git, u"commit-msg"_s);
}

bool isRebaseHookRefusal(const Error &error)
{
    return error.kind == ErrorKind::External &&
           error.detail.contains("The pre-rebase hook refused to rebase."_L1);
}

void explainHookRefusal(Error &error)
{
    if (!isRebaseHookRefusal(error))
        return;
    error.message = Text::tr("The pre-rebase hook refused, so nothing was rebased.");
    error.hint = Text::tr("The page that rebases can leave it out, once it refused there.");
}

} // namespace Git
