// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blame/blamepage.h"

#include "base/text.h"
#include "diff/reading.h"
#include "ui/blame/blameview.h"
#include "ui/diff/filewords.h"
#include "ui/diff/findbar.h"
#include "ui/files/pathedit.h"
#include "ui/shell/pathactions.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

BlamePage::BlamePage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_choices(context.repository())
    , m_path(new PathEdit(m_choices.names(), this))
    , m_revision(new PlainLabel(this))
    , m_notes(new PlainLabel(this))
    , m_line(new PlainLabel(this))
    , m_view(new BlameView(m_controller.lines(), *context.services().clock, context.services().reads, this))
    , m_findBar(new FindBar(this))
    , m_search(this, context.services().reads)
{
    addCommands();
    layOut();
    connectFind();
    connect(&m_controller, &BlameController::placeChanged, this, &BlamePage::showPlace);
    connect(&m_controller, &BlameController::textChanged, this, [this] {
        const bool isThere = m_controller.lines().lineCount() > 0;
        if (std::exchange(m_isShown, isThere) && isThere)
            m_view->refreshText();
        else
            m_view->showText(m_controller.place().line);
        showNotes();
    });
    connect(&m_controller, &BlameController::linesBlamed, this, [this] {
        m_view->showBlame();
        showNotes();
    });
    connect(&m_controller, &PageController::stateChanged, this, [this] {
        m_trust->setVisible(m_controller.error().kind == ErrorKind::Denied &&
                            !m_context.repository().isTrusted());
        if (m_controller.state() == PageState::Ready && m_path->hasFocus())
            m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(&m_controller, &PageController::busyChanged, this, &BlamePage::showWork);
    connect(m_view, &BlameView::settledChanged, this, &Page::settledChanged);
    connect(m_view, &BlameView::currentLineChanged, this, &BlamePage::showLine);
    connect(m_view, &BlameView::commitActivated, this, &BlamePage::goToCommit);
    connect(m_path, &PathEdit::focused, &m_choices, &PathChoices::load);
    connect(m_path, &PathEdit::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_path, &PathEdit::nameChosen, this,
            [this](const QString &name) { m_controller.open({.path = m_choices.pathOf(name)}); });
    showPlace();
    showLine();
}

QList<PageCommand> BlamePage::declaredCommands()
{
    return {{u"blame.choose"_s, tr("Blame a file…"), QKeySequence(Qt::CTRL | Qt::Key_L)},
            {u"blame.goToCommit"_s, tr("Go to the line's commit"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
            {u"blame.parent"_s, tr("Blame what was there before"), QKeySequence(Qt::ALT | Qt::Key_Down)},
            {u"blame.back"_s, tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left)},
            {u"blame.fileHistory"_s, tr("File history"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
            {u"blame.find"_s, tr("Find in the file")}, // Ctrl+F
            {u"blame.close"_s, tr("Close blame"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

void BlamePage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    m_choose = addCommand(declared[0]);
    m_goToCommit = addCommand(declared[1]);
    m_parent = addCommand(declared[2]);
    m_back = addCommand(declared[3]);
    m_history = addCommand(declared[4]);
    connect(addCommand(declared[5]), &QAction::triggered, this, &BlamePage::startSearch);
    m_close = addCommand(declared[6]);
    connect(m_choose, &QAction::triggered, this, [this] {
        m_path->setFocus(Qt::ShortcutFocusReason);
        m_path->selectAll();
    });
    connect(m_goToCommit, &QAction::triggered, this,
            [this] { goToCommit(m_controller.lines().commitAt(m_view->currentLine())); });
    connect(m_parent, &QAction::triggered, this, [this] { m_controller.openParent(m_view->currentLine()); });
    connect(m_back, &QAction::triggered, &m_controller, &BlameController::back);
    connect(m_history, &QAction::triggered, this, [this] {
        const BlamePlace &place = m_controller.place();
        if (!place.path.isEmpty())
            m_context.openPage(PathPages::fileHistory(), PathPages::argument({place.path, place.revision}));
    });
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

void BlamePage::layOut()
{
    const int unit = Theme::unit(font());
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * unit, 2 * unit, 2 * unit, 2 * unit);
    bar->setSpacing(2 * unit);
    bar->addWidget(m_path, 1);
    m_revision->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_revision);
    for (QAction *action : {m_back, m_parent, m_history, m_close}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        bar->addWidget(button);
    }
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (PlainLabel *label : {m_notes, m_line}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    }
    m_line->setAccessibleDescription(tr("The commit of the current line"));
    m_notes->hide();
    column->addWidget(m_notes);
    column->addWidget(m_view, 1);
    column->addWidget(m_findBar);
    column->addWidget(m_line);
    m_findBar->hide();
    m_stack = new StateStack(m_controller, content, this);
    m_stack->setLoadingText(tr("Reading the file"));
    m_stack->emptyState()->setTitle(tr("No file is open here"));
    m_stack->emptyState()->setExplanation(
        tr("Type a path above, or choose a file on the History or Changes page and press Ctrl+Shift+B."));
    m_stack->emptyState()->setAction(m_choose);
    m_trust = m_stack->failure()->addButton(tr("Trust this repository…"));
    m_trust->hide();
    connect(m_trust, &QPushButton::clicked, &m_context, &RepositoryContext::requestTrust);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(bar);
    all->addWidget(m_stack, 1);
    setFocusProxy(m_path);
}

// With a way to stop it: of a file with much history it takes long.
void BlamePage::showWork()
{
    if (!m_controller.isBlaming())
        m_work.finish();
    else if (!std::exchange(m_isWorking, true))
        m_work = m_context.work().add(tr("Blaming %1").arg(displayPath(m_controller.place().path)),
                                      [this] { m_controller.stop(); });
    m_isWorking = m_controller.isBlaming();
}

void BlamePage::openArgument(const QVariant &argument)
{
    const PathAt target = PathPages::target(argument);
    if (target.path.isEmpty())
        return;
    m_controller.open({.path = target.path, .revision = target.commit, .line = PathPages::line(argument)});
    setFocusProxy(m_view);
}

bool BlamePage::isSettled()
{
    return Page::isSettled() && m_view->isSettled();
}

// What the text is read as, then what git had to say.
void BlamePage::showNotes()
{
    const Diff::FileDiff &file = m_controller.lines().file();
    QStringList parts = FileWords::facts(file, {}, false);
    if (file.reading.problems > 0)
        parts += FileWords::note(file);
    if (const QString notes = m_controller.notes().join(u' '); !notes.isEmpty())
        parts += notes;
    m_notes->setText(parts.join(u" · "_s));
    m_notes->setVisible(!parts.isEmpty());
}

void BlamePage::showPlace()
{
    const BlamePlace &place = m_controller.place();
    m_isWorking = false; // on another file from now on
    m_path->showPath(place.path);
    setFocusProxy(place.path.isEmpty() ? static_cast<QWidget *>(m_path) : m_view);
    m_notes->hide();
    m_revision->setText(place.path.isEmpty()      ? QString()
                        : place.revision.isNull() ? tr("Work tree")
                                                  //: %1: the short id of a commit
                                                  : tr("At %1").arg(place.revision.abbreviated()));
    m_history->setEnabled(!place.path.isEmpty());
    m_findBar->hide();
    m_found = {};
    m_match = -1;
}

void BlamePage::showLine()
{
    const qsizetype line = m_view->currentLine();
    m_line->setText(line < 0 ? QString() : m_view->commitText(line));
    m_goToCommit->setEnabled(!m_controller.lines().commitAt(line).isNull());
    m_parent->setEnabled(m_controller.hasParent(line));
    m_back->setEnabled(m_controller.canGoBack());
}

void BlamePage::goToCommit(const Git::ObjectId &commit)
{
    if (!commit.isNull())
        m_context.openPage(u"history"_s, commit.toHex());
}

void BlamePage::connectFind()
{
    connect(m_findBar, &FindBar::needleChanged, this, &BlamePage::search);
    connect(m_findBar, &FindBar::nextRequested, this, [this] { stepMatch(1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { stepMatch(-1); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_search.cancel();
        m_findBar->hide();
        m_view->setMatches({}, -1);
        m_view->setFocus(Qt::OtherFocusReason);
    });
}

void BlamePage::startSearch()
{
    if (m_controller.state() == PageState::Ready)
        m_findBar->open();
}

void BlamePage::search()
{
    const QByteArray needle = m_findBar->needle();
    if (needle.isEmpty()) {
        m_search.cancel();
        m_findBar->setStatus({});
        return m_view->setMatches({}, -1);
    }
    m_search.start([files = QList{Diff::asRead(m_controller.lines().file())},
                    needle](const CancelToken &cancel) { return Diff::findInLines(files, needle, cancel); },
                   [this](const Result<Diff::Matches> &found) { showFound(found); });
}

void BlamePage::showFound(const Result<Diff::Matches> &found)
{
    if (!found)
        return m_findBar->setStatus(found.error().message);
    m_found = *found;
    if (m_found.list.isEmpty()) {
        m_view->setMatches({}, -1);
        return m_findBar->setStatus(tr("Not found"));
    }
    const auto next =
        std::ranges::lower_bound(m_found.list, m_view->currentLine(), {}, &Diff::LineMatch::line);
    showMatch(next == m_found.list.end() ? 0 : std::distance(m_found.list.begin(), next));
}

void BlamePage::stepMatch(int direction)
{
    const qsizetype count = m_found.list.size();
    if (count > 0)
        showMatch((m_match + direction + count) % count);
}

void BlamePage::showMatch(qsizetype index)
{
    m_match = index;
    m_view->setMatches(m_found.list, index);
    m_view->setCurrentLine(m_found.list[index].line);
    const QString count = QLocale().toString(m_found.list.size());
    const QString number = QLocale().toString(index + 1);
    m_findBar->setStatus(m_found.isComplete ? tr("%1 of %2").arg(number, count)
                                            //: %2 is how many places were found at least
                                            : tr("%1 of more than %2").arg(number, count));
}
