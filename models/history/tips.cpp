// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/tips.h"

#include "git/linkedworktrees.h"

namespace History {

QList<Git::ObjectId> tipsOf(const Git::Refs &refs, bool withHead, TipRefs which)
{
    const auto isWanted = [which](const Git::Ref &ref) {
        const bool isListed = ref.kind != Git::RefKind::Note && ref.kind != Git::RefKind::Other;
        const bool isOwn = ref.name.startsWith("refs/plumbline/");
        return !ref.target.isNull() && !isOwn && (isListed || which == TipRefs::All);
    };
    QList<Git::ObjectId> tips;
    tips.reserve(refs.all.size() + 1);
    for (const Git::Ref &ref : refs.all) {
        if (isWanted(ref))
            tips += ref.target;
    }
    if (withHead && !refs.head.target.isNull())
        tips += refs.head.target;
    return tips;
}

QList<Git::ObjectId> detachedTips(const Git::RepoLocation &where)
{
    QList<Git::ObjectId> tips;
    for (const Git::LinkedWorktree &tree : Git::readLinkedWorktrees(where)) {
        if (!tree.target.isNull())
            tips += tree.target;
    }
    return tips;
}

} // namespace History
