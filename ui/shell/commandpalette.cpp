// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/fuzzy.h"
#include "ui/theme/theme.h"

#include "base/text.h"

#include <QAbstractListModel>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

enum Role { AreaRole = Qt::UserRole + 1, ShortcutRole, PositionsRole };

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {10, qRound(QFontMetricsF(option.font).height() * 1.6)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const int u = Theme::unit(option.font);
        if (isSelected)
            painter->fillRect(option.rect, palette.color(QPalette::Active, QPalette::Highlight));
        const QColor strong =
            palette.color(QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? strong : Theme::subdued(palette);
        const QRect row = option.rect.adjusted(3 * u, 0, -3 * u, 0);
        const int flags = int(Qt::AlignVCenter | Qt::TextSingleLine);
        painter->setFont(option.font);
        painter->setPen(quiet);
        const QString keys = index.data(ShortcutRole).toString();
        painter->drawText(row, flags | int(Qt::AlignRight), keys);
        const QFontMetrics metrics(option.font);
        const int room = row.width() - metrics.horizontalAdvance(keys) - 4 * u;
        const QString area = index.data(AreaRole).toString() + u"  "_s;
        painter->drawText(row, flags, area);
        paintName(painter, row.adjusted(metrics.horizontalAdvance(area), 0, 0, 0), index, strong,
                  room - metrics.horizontalAdvance(area));
    }

private:
    static void paintName(QPainter *painter, const QRect &place, const QModelIndex &index,
                          const QColor &color, int room)
    {
        const QString name = index.data().toString();
        const auto positions = index.data(PositionsRole).value<QList<qsizetype>>();
        const QFont plain = painter->font();
        QFont bold = plain;
        bold.setWeight(QFont::Bold);
        painter->setPen(color);
        qreal x = place.x();
        for (qsizetype at = 0; at < name.size() && x < place.x() + room;) {
            const bool isHit = positions.contains(at);
            qsizetype end = at;
            while (end < name.size() && positions.contains(end) == isHit)
                ++end;
            painter->setFont(isHit ? bold : plain);
            const QString part = name.mid(at, end - at);
            painter->drawText(QRectF(x, place.y(), place.x() + room - x, place.height()),
                              int(Qt::AlignVCenter | Qt::TextSingleLine), part);
            x += QFontMetricsF(painter->font()).horizontalAdvance(part);
            at = end;
        }
        painter->setFont(plain);
    }
};

} // namespace

QString commandName(const QString &text)
{
    QString name = text;
    name.replace("&&"_L1, "\x01"_L1).remove(u'&').replace(u'\x01', u'&');
    return visibleText(name);
}

class CommandPalette::Rows final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_shown.size())
            return {};
        const Row &row = m_shown.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return row.name;
        case Qt::AccessibleTextRole:
            return QString(row.area + u": "_s + row.name + u' ' + row.keys);
        case AreaRole:
            return row.area;
        case ShortcutRole:
            return row.keys;
        case PositionsRole:
            return QVariant::fromValue(row.positions);
        default:
            return {};
        }
    }

    void setCommands(const QList<PaletteCommand> &commands)
    {
        m_all.clear();
        for (const PaletteCommand &command : commands) {
            if (!command.action || !command.action->isEnabled() || !command.action->isVisible())
                continue;
            const QString name = commandName(command.action->text());
            m_all.append({command.action, commandName(command.area), name,
                          command.action->shortcut().toString(QKeySequence::NativeText)});
        }
    }

    void filter(const QString &typed)
    {
        beginResetModel();
        m_shown.clear();
        for (Row row : std::as_const(m_all)) {
            const QString whole = row.area + u"  "_s + row.name;
            auto inName = fuzzyMatch(typed, row.name);
            const auto match = inName ? inName : fuzzyMatch(typed, whole);
            if (!match)
                continue;
            row.score = match->score + (inName ? 10 : 0);
            row.positions = inName ? inName->positions : QList<qsizetype>();
            m_shown.append(std::move(row));
        }
        std::ranges::stable_sort(m_shown, std::ranges::greater(), &Row::score);
        endResetModel();
    }

    QAction *action(int row) const
    {
        return row >= 0 && row < m_shown.size() ? m_shown.at(row).action : nullptr;
    }

private:
    struct Row
    {
        QPointer<QAction> action;
        QString area, name, keys;
        int score = 0;
        QList<qsizetype> positions;
    };
    QList<Row> m_all, m_shown;
};

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_rows(new Rows(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
{
    const int u = Theme::unit(font());
    setAutoFillBackground(true);
    setAccessibleName(tr("Commands"));
    m_filter->setPlaceholderText(tr("Type to find a command"));
    m_filter->setAccessibleName(tr("Find a command"));
    m_filter->setClearButtonEnabled(true);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands found"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * u, 2 * u, 2 * u, 2 * u);
    column->setSpacing(2 * u);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    m_filter->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_rows->filter(typed);
        moveBy(0);
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open(const QList<PaletteCommand> &commands)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_rows->setCommands(commands);
    m_filter->clear();
    m_rows->filter({});
    moveBy(0);
    place();
    show();
    raise();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int wide =
        std::min(fontMetrics().averageCharWidth() * 90, window->width() - 8 * Theme::unit(font()));
    const int rows = qRound(fontMetrics().height() * 1.6) * 14 + m_filter->sizeHint().height() * 2;
    const int top = fontMetrics().height() * 3;
    setGeometry((window->width() - wide) / 2, top, wide, std::min(rows, window->height() - 2 * top));
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_rows->rowCount();
    if (count == 0)
        return;
    const int now = std::max(0, m_list->currentIndex().row());
    m_list->setCurrentIndex(m_rows->index(std::clamp(now + rows, 0, count - 1)));
}

void CommandPalette::run()
{
    const QPointer<QAction> action = m_rows->action(m_list->currentIndex().row());
    close(true);
    // Later, so that the focus is back where the command expects it.
    if (action)
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

void CommandPalette::close(bool returnsFocus)
{
    hide();
    if (returnsFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_filter || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        close(false);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close(true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(10);
        return true;
    case Qt::Key_PageUp:
        moveBy(-10);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Accent));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}
