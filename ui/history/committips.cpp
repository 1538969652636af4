// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/committips.h"

#include "items/commititems.h"
#include "items/when.h"

namespace {

constexpr qsizetype kMostNamedRefs = 30;

} // namespace

// Of refs all, with their whole names: chips are cut, or only counted.
QString commitToolTip(const QModelIndex &index)
{
    if (index.column() == CommitItems::WhenColumn)
        return exactTime(index.data(CommitItems::WhenRole).toDateTime());
    if (index.column() == CommitItems::AuthorColumn)
        return index.data(Qt::AccessibleTextRole).toString(); // also tells of the signature
    QString text = index.data().toString();
    const auto refs = index.data(CommitItems::RefsRole).value<QList<RefLabel>>();
    if (!refs.isEmpty())
        text += u'\n' + spokenLabels(refs, kMostNamedRefs).join(u'\n');
    return text;
}
