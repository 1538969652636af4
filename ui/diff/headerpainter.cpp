// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/headerpainter.h"

#include "base/text.h"
#include "ui/diff/filewords.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// A real minus sign: as wide as the plus.
QString addedText(const Diff::LineCounts &counts)
{
    return u"+"_s + QLocale().toString(counts.added);
}

QString removedText(const Diff::LineCounts &counts)
{
    return u"−"_s + QLocale().toString(counts.removed);
}

struct PathParts
{
    QString before; // the old path with an arrow, for a rename
    QString folder, name;
};

PathParts pathParts(const Diff::FileDiff &file)
{
    PathParts parts;
    if (!file.oldPath.isEmpty() && !file.newPath.isEmpty() && file.oldPath != file.newPath)
        parts.before = displayPath(file.oldPath) + u" → "_s;
    const QByteArray &path = file.path();
    const qsizetype split = path.lastIndexOf('/') + 1;
    parts.folder = displayPath(QByteArrayView(path).first(split));
    parts.name = displayPath(QByteArrayView(path).sliced(split));
    return parts;
}

QString shortened(const QString &text)
{
    // Eliding measures every character; a hostile name may have thousands.
    constexpr qsizetype longest = 400;
    return text.size() <= longest ? text : QString(text.first(longest / 2) + u'…' + text.last(longest / 2));
}

} // namespace

HeaderPainter::HeaderPainter(QPainter &painter, const DiffMetrics &metrics, const DiffColors &colors)
    : m_painter(painter)
    , m_metrics(metrics)
    , m_colors(colors)
{}

void HeaderPainter::line(const QRectF &rect, const QColor &color)
{
    m_painter.fillRect(rect, color);
}

QRectF HeaderPainter::arrowRect(const DiffMetrics &metrics, const QRectF &rect)
{
    return {rect.left() + metrics.unit, rect.top(), 4.0 * metrics.unit, rect.height()};
}

qreal HeaderPainter::fileButtonsRight(const Diff::LineCounts &counts, const DiffMetrics &metrics,
                                      const QRectF &rect)
{
    const QFontMetricsF text(metrics.small);
    qreal width = 0;
    if (counts.added > 0)
        width += text.horizontalAdvance(addedText(counts)) + 2 * metrics.unit;
    if (counts.removed > 0)
        width += text.horizontalAdvance(removedText(counts)) + 2 * metrics.unit;
    return rect.right() - width - 3 * metrics.unit;
}

void HeaderPainter::paintFile(const Diff::FileDiff &file, const Diff::LineCounts &counts, const QRectF &rect,
                              const HeaderLook &look)
{
    m_painter.fillRect(rect, look.background);
    const qreal hair = m_metrics.hairline;
    line({rect.left(), rect.top(), rect.width(), hair}, m_colors.hairline);
    line({rect.left(), rect.bottom() - hair, rect.width(), hair}, m_colors.hairline);
    paintArrow(arrowRect(m_metrics, rect), look.isCollapsed, look.background);
    const qreal side = std::round(3.4 * m_metrics.unit);
    const QRectF box(rect.left() + 6 * m_metrics.unit, std::round(rect.center().y() - side / 2), side, side);
    paintStatus(file.status, box, look.background);
    paintCounts(counts, rect, look.background);
    qreal right = fileButtonsRight(counts, m_metrics, rect);
    for (const RowButton &button : look.buttons)
        right = std::min(right, button.rect.left() - 2 * m_metrics.unit);
    const qreal left = box.right() + 2 * m_metrics.unit;
    const qreal pathRight = paintPath(file, {left, rect.top(), right - left, rect.height()}, look.background);

    QString words = FileWords::status(file);
    if (const QString modes = FileWords::modes(file); !modes.isEmpty())
        words += u" · "_s + modes;
    for (const QString &fact : look.facts)
        words += u" · "_s + fact;
    const QRectF rest(pathRight + 3 * m_metrics.unit, rect.top(), right - pathRight - 3 * m_metrics.unit,
                      rect.height());
    m_painter.setFont(m_metrics.small);
    if (QFontMetricsF(m_metrics.small).horizontalAdvance(words) <= rest.width()) {
        m_painter.setPen(m_colors.readable(m_colors.subdued, look.background));
        m_painter.drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine, words);
    }
}

void HeaderPainter::paintArrow(const QRectF &rect, bool isCollapsed, const QColor &background)
{
    const qreal reach = m_metrics.unit * 0.8;
    const QPointF middle = rect.center();
    QPainterPath path;
    if (isCollapsed) {
        path.moveTo(middle.x() - reach / 2, middle.y() - reach);
        path.lineTo(middle.x() + reach / 2, middle.y());
        path.lineTo(middle.x() - reach / 2, middle.y() + reach);
    } else {
        path.moveTo(middle.x() - reach, middle.y() - reach / 2);
        path.lineTo(middle.x(), middle.y() + reach / 2);
        path.lineTo(middle.x() + reach, middle.y() - reach / 2);
    }
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_colors.readable(m_colors.subdued, background),
                          std::max(1.2, m_metrics.unit * 0.36), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(path);
    m_painter.restore();
}

QColor HeaderPainter::statusColor(Diff::FileStatus status) const
{
    switch (status) {
    case Diff::FileStatus::Added:
    case Diff::FileStatus::Untracked:
        return m_colors.good;
    case Diff::FileStatus::Deleted:
    case Diff::FileStatus::Conflicted:
        return m_colors.bad;
    case Diff::FileStatus::Modified:
    case Diff::FileStatus::TypeChanged:
        return m_colors.warn;
    case Diff::FileStatus::Renamed:
    case Diff::FileStatus::Copied:
        return m_colors.info;
    case Diff::FileStatus::Unmodified:
        break;
    }
    return m_colors.unknown;
}

void HeaderPainter::paintStatus(Diff::FileStatus status, const QRectF &box, const QColor &background)
{
    const QColor color = m_colors.readable(statusColor(status), background);
    const qreal width = std::max(1.2, m_metrics.unit * 0.36);
    const qreal reach = box.width() * 0.24;
    const QPointF middle = box.center();
    const auto point = [&](qreal x, qreal y) {
        return QPointF(middle.x() + x * reach, middle.y() + y * reach);
    };
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2),
                              m_metrics.unit * 0.8, m_metrics.unit * 0.8);
    switch (status) {
    case Diff::FileStatus::Added:
    case Diff::FileStatus::Untracked:
        m_painter.drawLine(point(0, -1), point(0, 1));
        m_painter.drawLine(point(-1, 0), point(1, 0));
        break;
    case Diff::FileStatus::Deleted:
        m_painter.drawLine(point(-1, 0), point(1, 0));
        break;
    case Diff::FileStatus::Renamed:
    case Diff::FileStatus::Copied:
        m_painter.drawLine(point(-1, 0), point(1, 0));
        m_painter.drawLine(point(0.2, -0.8), point(1, 0));
        m_painter.drawLine(point(0.2, 0.8), point(1, 0));
        break;
    case Diff::FileStatus::Conflicted:
        m_painter.drawLine(point(0, -1), point(0, 0.2));
        m_painter.drawPoint(point(0, 1));
        break;
    case Diff::FileStatus::TypeChanged:
        m_painter.drawLine(point(-1, -0.5), point(1, -0.5));
        m_painter.drawLine(point(-1, 0.5), point(1, 0.5));
        break;
    case Diff::FileStatus::Modified:
        m_painter.setBrush(color);
        m_painter.drawEllipse(middle, reach * 0.55, reach * 0.55);
        break;
    case Diff::FileStatus::Unmodified:
        break;
    }
    m_painter.restore();
}

void HeaderPainter::paintCounts(const Diff::LineCounts &counts, const QRectF &rect, const QColor &background)
{
    m_painter.setFont(m_metrics.small);
    const QFontMetricsF text(m_metrics.small);
    qreal right = rect.right() - 3 * m_metrics.unit;
    const auto paint = [&](const QString &words, const QColor &color) {
        const qreal width = std::ceil(text.horizontalAdvance(words));
        m_painter.setPen(m_colors.readable(color, background));
        m_painter.drawText(QRectF(right - width, rect.top(), width, rect.height()),
                           Qt::AlignVCenter | Qt::TextSingleLine, words);
        right -= width + 2 * m_metrics.unit;
    };
    if (counts.removed > 0)
        paint(removedText(counts), m_colors.bad);
    if (counts.added > 0)
        paint(addedText(counts), m_colors.good);
}

qreal HeaderPainter::paintPath(const Diff::FileDiff &file, const QRectF &rect, const QColor &background)
{
    const PathParts parts = pathParts(file);
    const QFontMetricsF body(m_metrics.body);
    const QFontMetricsF strong(m_metrics.strong);
    const QString name = strong.elidedText(shortened(parts.name), Qt::ElideMiddle, rect.width());
    const qreal nameWidth = strong.horizontalAdvance(name);
    const qreal room = std::max(0.0, rect.width() - nameWidth);
    const QString folder = body.elidedText(shortened(parts.before + parts.folder), Qt::ElideMiddle, room);
    const qreal folderWidth = room > 0 ? body.horizontalAdvance(folder) : 0;
    m_painter.setFont(m_metrics.body);
    m_painter.setPen(m_colors.readable(m_colors.subdued, background));
    if (folderWidth > 0)
        m_painter.drawText(QRectF(rect.left(), rect.top(), folderWidth + 1, rect.height()),
                           Qt::AlignVCenter | Qt::TextSingleLine, folder);
    m_painter.setFont(m_metrics.strong);
    m_painter.setPen(m_colors.readable(m_colors.text, background));
    const QRectF place(rect.left() + folderWidth, rect.top(), nameWidth + 1, rect.height());
    m_painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, name);
    return place.right();
}

void HeaderPainter::paintHunk(const Diff::Hunk &hunk, const QRectF &rect, const HeaderLook &look)
{
    m_painter.fillRect(rect, look.background);
    qreal right = rect.right() - 3 * m_metrics.unit;
    for (const RowButton &button : look.buttons)
        right = std::min(right, button.rect.left() - 2 * m_metrics.unit);
    const QColor color = m_colors.readable(m_colors.subdued, look.background);
    const QString range = FileWords::hunkRange(hunk);
    m_painter.setFont(m_metrics.codeSmall);
    m_painter.setPen(color);
    const QFontMetricsF code(m_metrics.codeSmall);
    const qreal width = std::ceil(code.horizontalAdvance(range));
    const qreal left = rect.left() + 3 * m_metrics.unit;
    m_painter.drawText(QRectF(left, rect.top(), std::min(width, right - left), rect.height()),
                       Qt::AlignVCenter | Qt::TextSingleLine, range);
    const qreal sectionLeft =
        std::max<qreal>(left + width + 3 * m_metrics.unit, rect.left() + m_metrics.textLeft);
    if (right <= sectionLeft)
        return;
    QStringList parts = look.facts;
    parts.append(displayText(hunk.section).trimmed());
    const QString section =
        code.elidedText(shortened(parts.join(u"  "_s)), Qt::ElideRight, right - sectionLeft);
    m_painter.setPen(m_colors.readable(blend(color, m_colors.text, 0.5), look.background));
    m_painter.drawText(QRectF(sectionLeft, rect.top(), right - sectionLeft, rect.height()),
                       Qt::AlignVCenter | Qt::TextSingleLine, section);
}

void HeaderPainter::paintNote(const QString &words, const QRectF &rect, const HeaderLook &look)
{
    m_painter.fillRect(rect, look.background);
    qreal right = rect.right() - 3 * m_metrics.unit;
    for (const RowButton &button : look.buttons)
        right = std::min(right, button.rect.left() - 2 * m_metrics.unit);
    m_painter.setFont(m_metrics.body);
    m_painter.setPen(m_colors.readable(look.isWarning ? m_colors.warn : m_colors.subdued, look.background));
    const QRectF place(rect.left() + 6 * m_metrics.unit, rect.top(), right - rect.left() - 6 * m_metrics.unit,
                       rect.height());
    const QString text =
        QFontMetricsF(m_metrics.body).elidedText(shortened(words), Qt::ElideRight, place.width());
    m_painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, text);
}
