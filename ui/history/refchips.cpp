// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/refchips.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeploymentColor = 4; // of the lanes: violet

QString chipText(const RefLabel &ref)
{
    QString text = ref.text;
    if (!ref.remotes.isEmpty())
        text += u" = "_s + ref.remotes;
    if (!ref.worktree.isEmpty())
        text += u" @ "_s + ref.worktree;
    return text;
}

QColor chipColor(const RefLabel &ref, const QPalette &palette)
{
    if (ref.mark == LabelMark::Deployment)
        return Theme::laneColor(kDeploymentColor, palette);
    switch (ref.kind) {
    case Git::RefKind::Head:
    case Git::RefKind::LocalBranch:
        return Theme::color(Theme::Token::Good, palette);
    case Git::RefKind::RemoteBranch:
        return Theme::color(Theme::Token::Info, palette);
    case Git::RefKind::Tag:
        return Theme::color(Theme::Token::Warn, palette);
    default:
        return Theme::color(Theme::Token::Unknown, palette);
    }
}

QPainterPath chipShape(const QRectF &box, const RefLabel &ref)
{
    QPainterPath shape;
    const qreal corner = box.height() / 3;
    if (ref.mark == LabelMark::Deployment) {
        shape.addRect(box);
        return shape;
    }
    if (ref.kind != Git::RefKind::Tag) {
        shape.addRoundedRect(box, corner, corner);
        return shape;
    }
    shape.moveTo(box.left() + corner, box.top());
    shape.lineTo(box.right(), box.top());
    shape.lineTo(box.right(), box.bottom());
    shape.lineTo(box.left() + corner, box.bottom());
    shape.lineTo(box.left(), box.center().y());
    shape.closeSubpath();
    return shape;
}

void paintChip(QPainter *painter, const QRectF &box, const RefLabel &ref, const QString &text,
               const QPalette &palette)
{
    const QColor color = chipColor(ref, palette);
    // On the page's own ground first, so that a chip reads on a selected row as well.
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawPath(chipShape(box, ref));
    QColor fill = color;
    fill.setAlphaF(ref.isCurrent ? 1.0F : 0.12F);
    painter->setBrush(fill);
    QPen pen(color, 1);
    if (ref.kind == Git::RefKind::RemoteBranch || ref.mark == LabelMark::CutOff)
        pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    painter->drawPath(chipShape(box, ref));
    painter->setPen(ref.isCurrent ? palette.color(QPalette::Base) : color);
    const qreal inset = ref.kind == Git::RefKind::Tag ? box.height() / 5 : 0;
    painter->drawText(box.adjusted(inset, 0, 0, 0), Qt::AlignCenter | Qt::TextSingleLine, text);
}

} // namespace

qreal paintRefChips(QPainter *painter, const QRectF &area, const QList<RefLabel> &refs, const QFont &font,
                    const QPalette &palette)
{
    if (refs.isEmpty())
        return 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const qreal padding = metrics.height() / 2;
    const qreal height = metrics.height() + 2;
    const qreal longest = metrics.averageCharWidth() * 32;
    const qreal reserve = metrics.horizontalAdvance(u"+99"_s) + 2 * padding;
    qreal left = area.left();
    for (qsizetype at = 0; at < refs.size(); ++at) {
        QString text = metrics.elidedText(chipText(refs[at]), Qt::ElideMiddle, longest);
        qreal width = metrics.horizontalAdvance(text) + 2 * padding;
        const bool isLast = at + 1 == refs.size();
        const bool fits = left + width + (isLast ? 0 : reserve) <= area.right();
        RefLabel label = refs[at];
        if (!fits && at > 0) {
            label = {.kind = Git::RefKind::Other};
            text = u"+%1"_s.arg(refs.size() - at);
            width = metrics.horizontalAdvance(text) + 2 * padding;
        }
        paintChip(painter, QRectF(left + 0.5, area.center().y() - height / 2, width - 1, height), label, text,
                  palette);
        left += width + padding / 2;
        if (!fits)
            break;
    }
    painter->restore();
    return left - area.left() + padding / 2;
}
