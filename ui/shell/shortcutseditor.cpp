// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutseditor.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCommandRole = Qt::UserRole;

QString shownKeys(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ShortcutsEditor::ShortcutsEditor(const ShortcutBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_none(new PlainLabel(tr("No command fits"), this))
{
    m_filter->setPlaceholderText(tr("Type to find a command or a key"));
    m_filter->setAccessibleName(tr("Find a command or a key"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setAccessibleName(tr("Shortcuts"));
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_none->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * Theme::unit(font()));
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(m_none, 1);
    column->addWidget(makeChosen());
    column->addWidget(makeNotice());
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutsEditor::applyFilter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsEditor::showChosen);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
    setFocusProxy(m_filter);
    fill();
    closeNotice();
    applyKeys();
    applyFilter();
}

QWidget *ShortcutsEditor::makeChosen()
{
    auto *part = new QWidget(this);
    m_title = new PlainLabel(part);
    m_keys = new QKeySequenceEdit(part);
    m_keys->setMaximumSequenceLength(1);
    m_keys->setFinishingKeyCombinations({QKeyCombination(Qt::Key_Escape)});
    m_keys->setAccessibleName(tr("New keys"));
    for (QLineEdit *line : m_keys->findChildren<QLineEdit *>())
        line->setAccessibleName(tr("New keys"));
    m_keys->installEventFilter(this);
    m_remove = plainButton(tr("No keys"), part);
    m_reset = plainButton(tr("Reset"), part);
    m_resetAll = plainButton(tr("Reset all"), part);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::unit(font()));
    row->addWidget(m_title, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_keys), static_cast<QWidget *>(m_remove),
                            static_cast<QWidget *>(m_reset), static_cast<QWidget *>(m_resetAll)})
        row->addWidget(widget);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] {
        if (!m_keys->keySequence().isEmpty())
            propose({m_keys->keySequence()});
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { propose({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { propose(m_book.command(chosenId()).own); });
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsEditor::resetAll);
    return part;
}

// Tab leads on, as everywhere: nobody who has no mouse would get out otherwise.
bool ShortcutsEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    const auto *key = isPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool isTab = key && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) &&
                       (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (watched != m_keys || !isTab)
        return QWidget::eventFilter(watched, event);
    focusNextPrevChild(key->key() == Qt::Key_Tab);
    return true;
}

QWidget *ShortcutsEditor::makeNotice()
{
    m_notice = new QWidget(this);
    m_text = new PlainLabel(m_notice);
    m_text->setWraps(true);
    m_run = plainButton({}, m_notice);
    m_keep = plainButton(tr("Leave it"), m_notice);
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::unit(font()));
    row->addWidget(m_text, 1);
    row->addWidget(m_run);
    row->addWidget(m_keep);
    connect(m_run, &QPushButton::clicked, this, [this] {
        const auto run = std::exchange(m_pending, nullptr);
        closeNotice();
        if (run)
            run();
        applyKeys();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        closeNotice();
        showChosen();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    return m_notice;
}

void ShortcutsEditor::fill()
{
    const QSize row(0, qRound(fontMetrics().height() * 1.6));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    QHash<QString, QTreeWidgetItem *> areas;
    for (const ShortcutCommand &command : m_book.commands()) {
        QTreeWidgetItem *&area = areas[command.area];
        if (!area) {
            area = new QTreeWidgetItem(m_tree, {command.area});
            area->setFlags(Qt::ItemIsEnabled);
            area->setFont(0, strong);
            area->setSizeHint(0, row);
        }
        auto *item = new QTreeWidgetItem(area, {command.name});
        item->setData(0, kCommandRole, command.id);
    }
    m_tree->expandAll();
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first->child(0));
}

void ShortcutsEditor::applyKeys()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (int at = 0; at < m_tree->topLevelItemCount(); ++at) {
        for (int row = 0; row < m_tree->topLevelItem(at)->childCount(); ++row) {
            QTreeWidgetItem *item = m_tree->topLevelItem(at)->child(row);
            const QString id = item->data(0, kCommandRole).toString();
            const bool isChanged = m_book.isChanged(id);
            const QString own = shownKeys(m_book.command(id).own);
            item->setText(1, shownKeys(m_book.keys(id)));
            item->setFont(1, isChanged ? strong : font());
            const QString note = !isChanged      ? QString()
                                 : own.isEmpty() ? tr("Changed; without keys of its own")
                                                 //: %1 keys
                                                 : tr("Changed; its own: %1").arg(own);
            item->setToolTip(1, plainToolTip(note));
            item->setData(1, Qt::AccessibleDescriptionRole, note);
        }
    }
    m_resetAll->setEnabled(!m_book.choices().isEmpty());
    showChosen();
}

void ShortcutsEditor::applyFilter()
{
    const QStringList words = m_filter->text().split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int at = 0; at < m_tree->topLevelItemCount(); ++at) {
        QTreeWidgetItem *area = m_tree->topLevelItem(at);
        bool isAnyShown = false;
        for (int row = 0; row < area->childCount(); ++row) {
            QTreeWidgetItem *item = area->child(row);
            const QString whole = area->text(0) + u' ' + item->text(0) + u' ' + item->text(1);
            const bool fits = std::ranges::all_of(
                words, [&](const QString &word) { return whole.contains(word, Qt::CaseInsensitive); });
            item->setHidden(!fits);
            isAnyShown |= fits;
            if (fits && !first)
                first = item;
        }
        area->setHidden(!isAnyShown);
    }
    m_tree->setVisible(first);
    m_none->setVisible(!first);
    if (first && (!m_tree->currentItem() || m_tree->currentItem()->isHidden()))
        m_tree->setCurrentItem(first);
}

QString ShortcutsEditor::chosenId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, kCommandRole).toString() : QString();
}

void ShortcutsEditor::showChosen()
{
    const QString id = chosenId();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_keys), static_cast<QWidget *>(m_remove), static_cast<QWidget *>(m_reset)})
        widget->setEnabled(!id.isEmpty());
    if (m_pending)
        closeNotice();
    if (id.isEmpty()) {
        m_title->setText({});
        m_keys->clear();
        return;
    }
    const QList<QKeySequence> keys = m_book.keys(id);
    m_title->setText(m_book.command(id).name);
    m_keys->setKeySequence(keys.value(0));
    m_remove->setEnabled(!keys.isEmpty());
    m_reset->setEnabled(m_book.isChanged(id));
}

void ShortcutsEditor::propose(const QList<QKeySequence> &keys)
{
    const QString id = chosenId();
    if (id.isEmpty() || keys == m_book.keys(id) ||
        (keys.size() == 1 && m_book.keys(id).contains(keys.first())))
        return;
    QStringList users;
    for (const QString &other : m_book.conflicts(id, keys))
        //: %1 a command, %2 the menu or page it stands in
        users += tr("“%1” (%2)").arg(m_book.command(other).name, m_book.command(other).area);
    if (users.isEmpty()) {
        closeNotice();
        m_book.set(id, keys);
        applyKeys();
        return;
    }
    //: %1 keys, %2 commands
    ask(tr("%1 is used by %2.").arg(shownKeys(keys), users.join(u", "_s)), tr("Take it over"),
        [this, id, keys] { m_book.takeOver(id, keys); });
}

void ShortcutsEditor::resetAll()
{
    const ShortcutBook::Choices before = m_book.choices();
    m_book.restore({});
    applyKeys();
    ask(tr("The keys of %n command(s) are their own again.", nullptr, int(before.size())), tr("Undo"),
        [this, before] { m_book.restore(before); });
}

void ShortcutsEditor::ask(const QString &text, const QString &button, std::function<void()> run)
{
    m_pending = std::move(run);
    m_text->setText(text);
    m_run->setText(button);
    m_notice->show();
    m_run->setFocus(Qt::OtherFocusReason);
}

void ShortcutsEditor::closeNotice()
{
    m_pending = nullptr;
    m_notice->hide();
}
