// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/reachfilter.h"

#include "base/text.h"
#include "history/text.h"

#include <QRegularExpression>

namespace History {

namespace {

QRegularExpression patternOf(const QString &text)
{
    return QRegularExpression::fromWildcard(text, Qt::CaseSensitive,
                                            QRegularExpression::NonPathWildcardConversion);
}

} // namespace

Result<ReachFilter> ReachFilter::make(const Query &query, const SearchScope &scope)
{
    ReachFilter filter;
    filter.m_firstParentOnly = scope.firstParentOnly;
    for (const Term &term : query.terms) {
        if (term.field != Field::Ref)
            continue;
        Reach reach{.isNegated = term.isNegated};
        const QByteArray name = term.text.toUtf8();
        const QRegularExpression pattern = patternOf(term.text);
        for (const Git::Ref &ref : scope.refs) {
            const bool isMeant = ref.name == name || ref.shortName() == name ||
                                 pattern.matchView(QString::fromUtf8(ref.shortName())).hasMatch();
            if (isMeant && !ref.target.isNull())
                reach.next.insert(ref.target);
        }
        if (reach.next.isEmpty())
            return fail(ErrorKind::NotFound,
                        Text::tr("No branch or tag is called “%1”.").arg(visibleText(term.text)));
        filter.m_reaches.append(std::move(reach));
    }
    return filter;
}

bool ReachFilter::allows(const Git::Commit &commit)
{
    bool isAllowed = true;
    const qsizetype count =
        m_firstParentOnly ? std::min<qsizetype>(commit.parents.size(), 1) : commit.parents.size();
    for (Reach &reach : m_reaches) {
        const bool isReached = reach.next.remove(commit.id);
        isAllowed = isAllowed && isReached != reach.isNegated;
        if (!isReached)
            continue;
        for (const Git::ObjectId &parent : commit.parents.first(count))
            reach.next.insert(parent);
    }
    return isAllowed;
}

} // namespace History
