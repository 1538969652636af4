// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/filedelegate.h"

#include "base/text.h"
#include "items/fileitems.h"
#include "ui/widgets/rowpainter.h"

using namespace Qt::StringLiterals;

namespace {

Theme::Token tokenOf(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Added:
    case Diff::FileStatus::Untracked:
        return Theme::Token::Good;
    case Diff::FileStatus::Deleted:
    case Diff::FileStatus::Conflicted:
        return Theme::Token::Bad;
    case Diff::FileStatus::Renamed:
    case Diff::FileStatus::Copied:
    case Diff::FileStatus::TypeChanged:
        return Theme::Token::Info;
    default:
        return Theme::Token::Warn;
    }
}

struct Name
{
    QString file, folder;
};

Name split(const QModelIndex &index)
{
    const QByteArray path = index.data(FileItems::PathRole).toByteArray();
    const bool isFolder = index.data(FileItems::IsFolderRole).toBool();
    const qsizetype slash = path.lastIndexOf('/', isFolder ? -2 : -1);
    return {displayPath(path.sliced(slash + 1)), displayPath(path.first(qMax(qsizetype(0), slash)))};
}

} // namespace

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font);
    const auto status = static_cast<Diff::FileStatus>(index.data(FileItems::StatusRole).toInt());
    QRect area = option.rect.adjusted(2 * unit, 0, -2 * unit, 0);
    const int letterWidth = option.fontMetrics.horizontalAdvance(u'M');
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    row.text(QRect(area.left(), area.top(), letterWidth, area.height()), FileItems::statusLetter(status),
             row.color(tokenOf(status)), strong, Qt::ElideNone, Qt::AlignHCenter);
    area.setLeft(area.left() + letterWidth + 2 * unit);

    const Name name = split(index);
    const int taken = row.text(area, name.file, row.strong(), option.font, Qt::ElideMiddle);
    area.setLeft(area.left() + taken + 2 * unit);
    const QString note = index.data(FileItems::NoteRole).toString();
    if (!note.isEmpty() && area.width() > 4 * letterWidth)
        area.setLeft(area.left() + row.text(area, note, row.color(tokenOf(status)), option.font) + 2 * unit);
    if (area.width() > 4 * letterWidth)
        row.text(area, name.folder, row.quiet(), option.font, Qt::ElideLeft);
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return rowSize(option);
}
