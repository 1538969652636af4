// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rebase/stepdelegate.h"

#include "ui/widgets/rowpainter.h"
#include "workspace/sequence/rebaseitems.h"

using namespace Qt::StringLiterals;

namespace {

using Action = RebaseItems::Action;

QColor colorOf(const RowPainter &row, Action action)
{
    switch (action) {
    case Action::Pick:
        return row.quiet();
    case Action::Reword:
    case Action::Edit:
        return row.color(Theme::Token::Info);
    case Action::Squash:
    case Action::Fixup:
        return row.color(Theme::Token::Warn);
    case Action::Drop:
        break;
    }
    return row.color(Theme::Token::Bad);
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    RowPainter row(painter, option);
    const int unit = Theme::unit(option.font), letter = option.fontMetrics.averageCharWidth();
    const auto action = static_cast<Action>(index.data(RebaseItems::ActionRole).toInt());
    QFont strong = option.font, subject = option.font;
    strong.setWeight(action == Action::Pick ? QFont::Normal : QFont::DemiBold);
    subject.setStrikeOut(action == Action::Drop);
    QRect area = option.rect.adjusted(3 * unit, 0, -3 * unit, 0);
    const auto takeLeft = [&](int width) {
        const QRect taken(area.left(), area.top(), width, area.height());
        area.setLeft(area.left() + width);
        return taken;
    };
    row.text(takeLeft(letter * 10), RebaseItems::word(action), colorOf(row, action), strong);
    const auto id = index.data(RebaseItems::CommitRole).value<Git::ObjectId>();
    const QFont fixed = Theme::fixedFont();
    row.text(takeLeft(QFontMetrics(fixed).horizontalAdvance(u'0') * 10), id.abbreviated(), row.quiet(),
             fixed);
    // A commit that joins the one before stands a little to the right of it.
    if (action == Action::Squash || action == Action::Fixup)
        takeLeft(letter * 3);
    const int right = std::min(letter * 24, area.width() / 3);
    const QRect behind(area.right() - right, area.top(), right, area.height());
    area.setRight(behind.left() - 2 * unit);
    row.text(area, index.data().toString(), action == Action::Drop ? row.quiet() : row.strong(), subject);
    const QString author = index.data(RebaseItems::AuthorRole).toString();
    row.text(behind,
             index.data(RebaseItems::IsPublishedRole).toBool()
                 ? QString(RebaseItems::tr("published") + u" · "_s + author)
                 : author,
             row.quiet(), option.font, Qt::ElideRight, Qt::AlignRight);
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return rowSize(option);
}
