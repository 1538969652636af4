// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/fuzzy.h"
#include "ui/shell/palettedelegate.h"
#include "ui/theme/theme.h"

#include "base/text.h"

#include <QAbstractListModel>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

using namespace Qt::StringLiterals;

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

    struct Row
    {
        PaletteCommand command;
        QString area, name, keys;
        int score = 0;
        QList<qsizetype> positions;
    };

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
        case PaletteDelegate::AreaRole:
            return row.area;
        case PaletteDelegate::ShortcutRole:
            return row.keys;
        case PaletteDelegate::PositionsRole:
            return QVariant::fromValue(row.positions);
        default:
            return {};
        }
    }

    void setCommands(const QList<PaletteCommand> &commands)
    {
        m_all.clear();
        for (const PaletteCommand &command : commands) {
            const bool isOffered =
                command.run || (command.action && command.action->isEnabled() && command.action->isVisible());
            if (!isOffered)
                continue;
            const QKeySequence keys = command.shortcuts.value(0);
            m_all.append({command, commandName(command.area), commandName(command.text),
                          keys.toString(QKeySequence::NativeText)});
        }
    }

    void filter(const QString &typed)
    {
        m_matched.clear();
        for (Row row : std::as_const(m_all)) {
            const QString whole = row.area + u"  "_s + row.name;
            auto inName = fuzzyMatch(typed, row.name);
            const auto match = inName ? inName : fuzzyMatch(typed, whole);
            if (!match)
                continue;
            row.score = match->score + (inName ? 10 : 0);
            row.positions = inName ? inName->positions : QList<qsizetype>();
            m_matched.append(std::move(row));
        }
        show({});
    }

    void show(const QList<Row> &found)
    {
        beginResetModel();
        m_shown = m_matched + found;
        std::ranges::stable_sort(m_shown, std::ranges::greater(), &Row::score);
        endResetModel();
    }

    static Row rowOf(const PaletteSearch::Hit &hit, const PaletteGroup &group)
    {
        PaletteCommand command{.area = group.area, .text = hit.name};
        command.run = [choose = group.choose, index = hit.index] { choose(index); };
        return {std::move(command), group.area, hit.name, {}, hit.score, hit.positions};
    }

    int find(const QString &area, const QString &name) const
    {
        const auto row = std::ranges::find_if(
            m_shown, [&](const Row &each) { return each.area == area && each.name == name; });
        return row == m_shown.end() ? -1 : int(row - m_shown.begin());
    }

    PaletteCommand command(int row) const
    {
        return row >= 0 && row < m_shown.size() ? m_shown.at(row).command : PaletteCommand();
    }

private:
    QList<Row> m_all, m_matched, m_shown;
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
    m_filter->setClearButtonEnabled(true);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
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
    connect(m_filter, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(&m_search, &PaletteSearch::found, this, &CommandPalette::showFound);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open(const QList<PaletteCommand> &commands, const QList<PaletteGroup> &groups,
                          const QString &prompt)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_filter->setPlaceholderText(prompt.isEmpty() ? tr("Type to find a command") : prompt);
    m_filter->setAccessibleName(prompt.isEmpty() ? tr("Find a command") : prompt);
    m_rows->setCommands(commands);
    m_search.setGroups(groups);
    {
        const QSignalBlocker once(m_filter);
        m_filter->clear();
    }
    search();
    place();
    show();
    raise();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::setGroups(const QList<PaletteGroup> &groups)
{
    m_search.setGroups(groups);
    m_search.start(m_filter->text());
}

void CommandPalette::search()
{
    m_isMoved = false;
    m_rows->filter(m_filter->text());
    m_search.start(m_filter->text());
    m_list->setCurrentIndex(m_rows->index(0));
}

void CommandPalette::showFound()
{
    const QModelIndex now = m_list->currentIndex();
    const QString area = now.data(PaletteDelegate::AreaRole).toString(), name = now.data().toString();
    QList<Rows::Row> found;
    for (const PaletteSearch::Hit &hit : m_search.hits())
        found += Rows::rowOf(hit, m_search.groups().at(hit.group));
    m_rows->show(found);
    m_list->setCurrentIndex(m_rows->index(m_isMoved ? std::max(0, m_rows->find(area, name)) : 0));
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
    m_isMoved = true;
    const int now = std::max(0, m_list->currentIndex().row());
    m_list->setCurrentIndex(m_rows->index(std::clamp(now + rows, 0, count - 1)));
}

void CommandPalette::run()
{
    const PaletteCommand command = m_rows->command(m_list->currentIndex().row());
    close(true);
    // Later, so that the focus is back where the command expects it.
    if (command.run)
        QMetaObject::invokeMethod(this, command.run, Qt::QueuedConnection);
    else if (command.action)
        QMetaObject::invokeMethod(command.action, &QAction::trigger, Qt::QueuedConnection);
}

void CommandPalette::close(bool returnsFocus)
{
    hide();
    m_search.stop();
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
