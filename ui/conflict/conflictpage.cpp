// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/conflictpage.h"

#include "base/text.h"
#include "ui/conflict/conflictsides.h"
#include "ui/conflict/conflicttexts.h"
#include "ui/files/filelist.h"
#include "ui/shell/bannerwatch.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/sequence/conflictwords.h"

#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

QString ConflictPage::pageId()
{
    return u"conflicts"_s;
}

QList<PageCommand> ConflictPage::declaredCommands()
{
    const auto shift = Qt::CTRL | Qt::SHIFT;
    return {{u"conflicts.show"_s, tr("Show what is in conflict")},
            {u"conflicts.ours"_s, tr("Take ours"), QKeySequence(Qt::Key_O)},
            {u"conflicts.theirs"_s, tr("Take theirs"), QKeySequence(Qt::Key_T)},
            {u"conflicts.both"_s, tr("Take both"), QKeySequence(Qt::Key_B)},
            {u"conflicts.next"_s, tr("Next conflict"), QKeySequence(Qt::Key_N)},
            {u"conflicts.previous"_s, tr("Previous conflict"), QKeySequence(Qt::Key_P)},
            {u"conflicts.fileOurs"_s, tr("Ours for the whole file"), QKeySequence(shift | Qt::Key_O)},
            {u"conflicts.fileTheirs"_s, tr("Theirs for the whole file"), QKeySequence(shift | Qt::Key_L)},
            {u"conflicts.fileBoth"_s, tr("Both for the whole file")},
            {u"conflicts.fileBase"_s, tr("As it was before both")},
            {u"conflicts.save"_s, tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_S)},
            {u"conflicts.resolve"_s, tr("Mark as resolved"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
            {u"conflicts.unresolve"_s, tr("Make it a conflict again"), QKeySequence(Qt::Key_U)},
            {u"conflicts.startOver"_s, tr("Start over with the markers")},
            {u"conflicts.reload"_s, tr("Load the file again")},
            {u"conflicts.mergeTool"_s, tr("Open in merge tool")},
            {u"conflicts.close"_s, tr("Close conflicts"), QKeySequence(shift | Qt::Key_W)}};
}

ConflictPage::ConflictPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_tools(context.repository())
    , m_open(new FileList(m_controller.open(), this))
    , m_resolved(new FileList(m_controller.resolved(), this))
    , m_openTitle(new PlainLabel(this))
    , m_resolvedTitle(new PlainLabel(this))
    , m_name(new PlainLabel(this))
    , m_sentence(new PlainLabel(this))
    , m_where(new PlainLabel(this))
    , m_note(new PlainLabel(this))
    , m_choice(new PlainLabel(this))
    , m_resolvedText(new PlainLabel(this))
    , m_error(new ErrorBanner(this))
    , m_sides(new ConflictSides(this))
    , m_result(new ResultEditor(this))
    , m_parts(new QStackedWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_lists(new QSplitter(Qt::Vertical, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    layOut();
    new BannerWatch(m_error, this, {&m_controller.open(), &m_controller.resolved()});
    connectAll();
    takeLists();
    showFile();
}

void ConflictPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    const auto add = [&](qsizetype at, auto slot) {
        QAction *action = addCommand(declared[at]);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(0, [this] { passFocus(Qt::ShortcutFocusReason); });
    m_ours = add(1, [this] { chooseHere(ConflictChoice::Ours); });
    m_theirs = add(2, [this] { chooseHere(ConflictChoice::Theirs); });
    m_both = add(3, [this] { chooseHere(ConflictChoice::Both); });
    m_next = add(4, [this] { step(1); });
    m_previous = add(5, [this] { step(-1); });
    openCommandGroup(tr("Whole file"));
    m_fileOurs = add(6, [this] { takeWhole(Git::Side::Ours); });
    m_fileTheirs = add(7, [this] { takeWhole(Git::Side::Theirs); });
    m_fileBoth = add(8, [this] { takeBothWhole(); });
    m_fileBase = add(9, [this] { takeWhole(Git::Side::Base); });
    closeCommandGroup();
    m_save = add(10, [this] { save(false); });
    m_resolve = add(11, [this] { save(true); });
    m_unresolve = add(12, [this] { unresolve(); });
    m_startOver = add(13, [this] { unresolve(); });
    m_reload = add(14, [this] { loadAgain(); });
    m_mergeTool = add(15, [this] { openMergeTool(); });
    addCommandSeparator();
    add(16, [this] { Q_EMIT closeWanted(); });
}

void ConflictPage::connectAll()
{
    connect(m_open, &FileList::pathsSelected, this, &ConflictPage::chooseFile);
    connect(m_resolved, &FileList::pathsSelected, this, &ConflictPage::chooseResolved);
    connect(m_open, &FileList::diffRequested, m_result, qOverload<>(&QWidget::setFocus));
    connect(m_open, &FileList::pathActivated, m_result, [this] { m_result->setFocus(); });
    connect(&m_controller, &ConflictsController::listsChanged, this, &ConflictPage::takeLists);
    connect(&m_controller, &ConflictsController::shownChanged, this, &ConflictPage::showFile);
    connect(&m_controller, &ConflictsController::saved, this,
            [this](const QByteArray &path, const QByteArray &content) {
                m_kept.remove(path);
                if (m_result->shown() && m_result->shown()->entry.path == path)
                    m_result->markSaved(content);
            });
    connect(&m_controller, &ConflictsController::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_controller, &ConflictsController::actionFailed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(&m_tools, &ToolStarter::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(&m_tools, &ToolStarter::ran, this,
            [this] { m_context.showMessage(tr("The merge tool was started")); });
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(&m_controller, &ConflictsController::writingChanged, this, [this] {
        if (m_controller.isWriting())
            m_work = m_context.work().add(tr("Resolving conflicts"));
        else
            m_work.finish();
        applyActions();
    });
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_result, &ResultEditor::edited, this, &ConflictPage::applyStrip);
    connect(m_result, &ResultEditor::currentChanged, this, &ConflictPage::applyStrip);
    for (QSplitter *splitter : {m_columns, m_lists, m_rows})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
}

void ConflictPage::openArgument(const QVariant &argument)
{
    m_wanted = argument.toByteArray();
    takeLists();
}

// Stay on the chosen file; when it is gone, take the next.
void ConflictPage::takeLists()
{
    const int open = m_controller.open().rowCount(), resolved = m_controller.resolved().rowCount();
    m_openTitle->setText(tr("In conflict %1").arg(open));
    m_resolvedTitle->setText(tr("Resolved %1").arg(resolved));
    m_badge = open;
    Q_EMIT badgeChanged();
    if (!m_wanted.isEmpty() && m_controller.entry(m_wanted))
        m_open->selectPath(std::exchange(m_wanted, {}));
    for (FileList *list : {m_open, m_resolved})
        list->setFocusPolicy(list->model()->rowCount() == 0 ? Qt::NoFocus : Qt::StrongFocus);
    if (m_open->selectedPaths().isEmpty() && m_resolved->selectedPaths().isEmpty()) {
        FileList *list = open > 0 ? m_open : m_resolved;
        const int rows = list->model()->rowCount();
        if (rows > 0)
            list->setCurrentIndex(list->model()->index(qBound(0, list->currentIndex().row(), rows - 1), 0));
    }
    chooseFile();
    if (hasFocus()) // it came before there was a list
        passFocus(Qt::OtherFocusReason);
    m_sides->setNames(m_controller.oursName(), m_controller.theirsName());
}

// Choosing in one list clears the other, so that it is always clear what the keys are about.
void ConflictPage::chooseFile()
{
    if (m_isChoosing)
        return;
    const QList<QByteArray> paths = m_open->selectedPaths();
    if (!paths.isEmpty()) {
        m_isChoosing = true;
        m_resolved->clearSelection();
        m_isChoosing = false;
    }
    const QByteArray path = paths.value(0);
    if (path != m_controller.path()) {
        keepText();
        m_result->unload();
        m_controller.select(path);
    }
    showFile();
}

void ConflictPage::chooseResolved()
{
    if (m_isChoosing)
        return;
    if (!m_resolved->selectedPaths().isEmpty()) {
        m_isChoosing = true;
        m_open->clearSelection();
        m_isChoosing = false;
    }
    chooseFile();
}

void ConflictPage::showFile()
{
    const std::optional<ShownConflict> &shown = m_controller.shown();
    const Git::ConflictEntry *entry = m_controller.entry(m_controller.path());
    const QList<QByteArray> resolved = m_resolved->selectedPaths();
    m_name->setText(displayPath(entry ? entry->path : resolved.value(0)));
    m_sentence->setText(entry ? ConflictWords::sentence(*entry) : QString());
    m_head->setVisible(entry || !resolved.isEmpty());
    if (entry && shown && shown->isText()) {
        const bool isLoaded = m_result->shown() && m_result->shown()->entry.path == entry->path;
        const bool isSame = isLoaded && m_result->shown()->isSameAs(*shown);
        if (!isSame && !(isLoaded && m_result->isChanged())) { // what is being written is not taken away
            m_sides->load(*shown);
            const auto kept = m_kept.constFind(entry->path);
            kept != m_kept.cend() ? m_result->takeUp(*kept) : m_result->load(*shown);
        }
        m_parts->setCurrentIndex(TextPart);
    } else if (entry && shown) {
        m_choice->setText(ConflictTexts::choice(*entry));
        m_parts->setCurrentIndex(ChoicePart);
    } else {
        m_parts->setCurrentIndex(!resolved.isEmpty() ? ResolvedPart : NothingPart);
    }
    if (!entry)
        m_result->unload();
    applyStrip();
}

void ConflictPage::applyStrip()
{
    QList<ResultEditor::State> states;
    for (qsizetype number = 0; number < m_result->count(); ++number)
        states += m_result->state(number);
    m_sides->setStates(states, m_result->current());
    m_where->setText(ConflictTexts::place(*m_result, states));
    m_note->setText(ConflictTexts::note(*m_result));
    m_note->setVisible(!m_note->text().isEmpty());
    applyActions();
}

void ConflictPage::applyActions()
{
    const Git::ConflictEntry *entry = m_controller.entry(m_controller.path());
    const bool isFree = !m_controller.isWriting(), isOpen = entry && isFree;
    const bool isText = isOpen && m_parts->currentIndex() == TextPart;
    const bool hasConflict = isText && m_result->current() >= 0;
    const bool isMergeable = isOpen && !entry->isBinary && !entry->isPointer && !entry->isSubmodule;
    m_ours->setEnabled(hasConflict || (isOpen && !isText));
    m_theirs->setEnabled(m_ours->isEnabled());
    m_both->setEnabled(hasConflict);
    m_next->setEnabled(hasConflict && m_result->count() > 1);
    m_previous->setEnabled(m_next->isEnabled());
    m_fileOurs->setEnabled(isOpen);
    m_fileTheirs->setEnabled(isOpen);
    m_fileBoth->setEnabled(isMergeable && entry->ours.isThere() && entry->theirs.isThere());
    m_fileBase->setEnabled(isOpen && entry->base.isThere());
    m_save->setEnabled(isText && m_result->isChanged());
    const qsizetype left = m_result->openCount();
    m_resolve->setEnabled(isMergeable && left == 0 && (isText || !entry->hasMarkers));
    m_resolve->setToolTip(left > 0 ? tr("%n conflict(s) are left", nullptr, static_cast<int>(left))
                                   : m_resolve->shortcut().toString(QKeySequence::NativeText));
    m_unresolve->setEnabled(isFree && !m_resolved->selectedPaths().isEmpty());
    m_startOver->setEnabled(isMergeable);
    m_mergeTool->setEnabled(isOpen);
    m_reload->setEnabled(isText && m_result->isChanged());
}
