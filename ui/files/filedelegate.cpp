// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/filedelegate.h"

#include "base/text.h"
#include "items/fileitems.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

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
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int unit = Theme::unit(option.font);
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor selectedText = option.palette.color(group, QPalette::HighlightedText);
    const auto status = static_cast<Diff::FileStatus>(index.data(FileItems::StatusRole).toInt());

    painter->save();
    painter->setFont(option.font);
    QRect area = option.rect.adjusted(2 * unit, 0, -2 * unit, 0);
    const int letterWidth = option.fontMetrics.horizontalAdvance(u'M');
    painter->setPen(isSelected ? selectedText : Theme::color(tokenOf(status), option.palette));
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->drawText(QRect(area.left(), area.top(), letterWidth, area.height()), Qt::AlignCenter,
                      FileItems::statusLetter(status));
    painter->setFont(option.font);
    area.setLeft(area.left() + letterWidth + 2 * unit);

    const Name name = split(index);
    const QString file = option.fontMetrics.elidedText(name.file, Qt::ElideMiddle, area.width());
    painter->setPen(isSelected ? selectedText : option.palette.color(group, QPalette::Text));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, file);
    area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(file) + 2 * unit);
    if (area.width() > 4 * letterWidth) {
        painter->setPen(isSelected ? selectedText : Theme::subdued(option.palette));
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(name.folder, Qt::ElideLeft, area.width()));
    }
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {Theme::unit(option.font) * 20, qRound(option.fontMetrics.height() * 1.6)};
}
