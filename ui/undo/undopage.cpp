// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/undopage.h"

#include "ui/diff/diffcommands.h"
#include "ui/diff/diffview.h"
#include "ui/files/keyedlist.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"
#include "items/when.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>

using namespace Qt::StringLiterals;

UndoPage::UndoPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_undo(context.repository().undo())
    , m_items(*context.services().clock)
    , m_detail(context.repository())
    , m_error(new ErrorBanner(this))
    , m_list(new KeyedList(m_items, this))
    , m_title(new PlainLabel(this))
    , m_about(new PlainLabel(this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    layOut();
    m_items.setRecords(m_undo.records());
    connect(&m_undo, &UndoController::recordsChanged, this, [this] {
        m_items.setRecords(m_undo.records());
        keepChoice();
        showRecord();
    });
    connect(&context.repository(), &RepositoryController::trustChanged, this, &UndoPage::showRecord);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &UndoPage::showRecord);
    connect(m_list, &QAbstractItemView::activated, this, [this] { m_bringBack->trigger(); });
    connect(m_list, &KeyedList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(&m_detail, &UndoDetail::filesChanged, this, &UndoPage::showFiles);
    connect(&m_detail, &UndoDetail::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    connect(m_columns, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    keepChoice();
    showRecord();
}

QString UndoPage::pageId()
{
    return u"undo"_s;
}

QList<PageCommand> UndoPage::declaredCommands()
{
    QList<PageCommand> commands{
        {u"undo.show"_s, tr("Show what can be undone")},
        {u"undo.bringBack"_s, tr("Bring back"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {u"undo.bringFiles"_s, tr("Bring back files only")},
        {u"undo.remove"_s, tr("Delete…"), QKeySequence(Qt::Key_Delete)},
        {u"undo.copy"_s, tr("Copy name of the record"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {u"undo.findInDiff"_s, tr("Find in differences")}};                                  // Ctrl+F
    for (const DiffCommands::Declared &command : DiffCommands::declared(u"undo"_s).first(3)) // no context
        commands += {command.id, command.text, command.shortcut};
    commands += {u"undo.close"_s, tr("Close undo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)};
    return commands;
}

void UndoPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    connect(addCommand(declared[0]), &QAction::triggered, m_list, qOverload<>(&QWidget::setFocus));
    m_bringBack = addCommand(declared[1]);
    m_bringBack->setToolTip(
        plainToolTip(tr("Puts everything back as it was, unless that would lose something")));
    m_bringFiles = addCommand(declared[2]);
    m_bringFiles->setToolTip(plainToolTip(tr("Writes the files back and moves no branch")));
    m_remove = addCommand(declared[3]);
    m_copy = addCommand(declared[4]);
    connect(m_bringBack, &QAction::triggered, this, [this] { bringBack(Git::UndoExtent::Everything); });
    connect(m_bringFiles, &QAction::triggered, this, [this] { bringBack(Git::UndoExtent::FilesOnly); });
    connect(m_remove, &QAction::triggered, this, &UndoPage::askRemoval);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const Git::UndoRecord *record = current())
            QGuiApplication::clipboard()->setText(displayText(record->ref));
    });
    addCommandSeparator();
    connect(addCommand(declared[5]), &QAction::triggered, this, &UndoPage::startSearch);
    openCommandGroup(tr("Differences"));
    new DiffCommands(
        *m_diff, m_context.services().settings, u"undo"_s,
        [this](const QString &id, const QString &text, const QKeySequence &keys) {
            return addCommand(id, text, keys);
        },
        this);
    closeCommandGroup();
    m_close = addCommand(declared.last());
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

const Git::UndoRecord *UndoPage::current() const
{
    return m_items.record(m_list->currentIndex().row());
}

// What is asked for; else the view stays where it is, or takes the next one.
void UndoPage::keepChoice()
{
    const int wanted = m_wanted.isEmpty() ? -1 : m_items.rowOf(m_wanted);
    if (wanted >= 0)
        m_wanted.clear();
    const int row = std::clamp(wanted >= 0 ? wanted : m_list->currentIndex().row(), 0,
                               std::max(0, m_items.rowCount() - 1));
    if (m_items.rowCount() > 0 && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_items.index(row));
}

void UndoPage::showRecord()
{
    const Git::UndoRecord *record = current();
    const bool isFree = record && !m_undo.isUnderWay(record->ref);
    m_bringBack->setEnabled(isFree);
    m_bringFiles->setEnabled(isFree && !record->paths.isEmpty());
    m_remove->setEnabled(isFree);
    m_copy->setEnabled(record);
    m_title->setText(record ? record->meaning : QString());
    QStringList about;
    if (record)
        about << record->obstacle << exactTime(record->when) << displayText(record->ref);
    about.removeAll(QString());
    m_about->setText(about.join(u"  ·  "_s));
    m_isNew = m_isNew || !record || !m_detail.record() || m_detail.record()->ref != record->ref;
    m_detail.choose(record ? std::optional(*record) : std::nullopt);
}

void UndoPage::showFiles()
{
    const bool hasFailed = !m_detail.error().message.isEmpty();
    m_error->setVisible(hasFailed);
    if (hasFailed)
        m_error->setError(m_detail.error());
    m_diff->setFiles(m_detail.files(),
                     std::exchange(m_isNew, false) ? DiffView::Position::Top : DiffView::Position::Keep);
}

void UndoPage::bringBack(Git::UndoExtent extent)
{
    const Git::UndoRecord *record = current();
    if (!record)
        return;
    if (m_context.repository().canWrite())
        m_undo.undo(*record, extent);
    else
        m_context.requestTrust();
}

void UndoPage::askRemoval()
{
    const Git::UndoRecord *record = current();
    if (!record)
        return;
    if (!m_context.repository().canWrite()) {
        m_context.requestTrust();
        return;
    }
    auto *dialog = new ConfirmDialog(
        tr("Delete what can be undone"),
        //: %1: such as "Discarded web.yaml"
        tr("“%1” can then not be undone any more, and Git removes for good what nothing else holds.")
            .arg(visibleText(record->meaning)),
        tr("Delete"), this);
    connect(dialog, &QDialog::accepted, this, [this, record = *record] { m_undo.remove(record); });
    dialog->open();
}

bool UndoPage::isSettled()
{
    return Page::isSettled() && !m_detail.isBusy() && m_diff->isSettled();
}

void UndoPage::openArgument(const QVariant &argument)
{
    m_wanted = argument.toByteArray();
    keepChoice();
}

void UndoPage::startSearch()
{
    m_diff->openFind();
}

void UndoPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

QJsonObject UndoPage::saveState() const
{
    return {{u"columns"_s, QString::fromLatin1(m_columns->saveState().toBase64())}};
}

void UndoPage::restoreState(const QJsonObject &state)
{
    m_columns->restoreState(QByteArray::fromBase64(state.value("columns"_L1).toString().toLatin1()));
}
