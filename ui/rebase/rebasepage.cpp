// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rebase/rebasepage.h"

#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMarks = 6; // commands that mark a step, at the head of the list

Git::ObjectId idIn(const QVariantMap &map, const QString &key)
{
    return Git::ObjectId::fromHex(map.value(key).toByteArray()).value_or(Git::ObjectId());
}

} // namespace

QString RebasePage::pageId()
{
    return u"rebase"_s;
}

QVariant RebasePage::behind(const Git::ObjectId &base)
{
    return QVariantMap{{u"base"_s, base.toHex()}};
}

QVariant RebasePage::onto(const Git::ObjectId &commit)
{
    return QVariantMap{{u"onto"_s, commit.toHex()}};
}

QList<PageCommand> RebasePage::declaredCommands()
{
    return {{u"rebase.startOver"_s, tr("Plan an interactive rebase")},
            {u"rebase.pick"_s, tr("Pick"), QKeySequence(Qt::Key_P)},
            {u"rebase.reword"_s, tr("Reword"), QKeySequence(Qt::Key_R)},
            {u"rebase.squash"_s, tr("Squash"), QKeySequence(Qt::Key_S)},
            {u"rebase.fixup"_s, tr("Fixup"), QKeySequence(Qt::Key_F)},
            {u"rebase.drop"_s, tr("Drop"), QKeySequence(Qt::Key_D)},
            {u"rebase.edit"_s, tr("Edit"), QKeySequence(Qt::Key_E)},
            {u"rebase.moveUp"_s, tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up)},
            {u"rebase.moveDown"_s, tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down)},
            {u"rebase.start"_s, tr("Start the rebase"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
            {u"rebase.close"_s, tr("Close the plan"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

RebasePage::RebasePage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_title(new PlainLabel(this))
    , m_warning(new PlainLabel(this))
    , m_summary(new PlainLabel(this))
    , m_messageTitle(new PlainLabel(this))
    , m_list(new QListView(this))
    , m_message(new QPlainTextEdit(this))
    , m_button(new QPushButton(this))
    , m_error(new ErrorBanner(this))
    , m_skipHook(m_error->addButton(tr("Rebase without the hook…")))
{
    addCommands();
    layOut();
    connectAll();
    apply();
    m_controller.planUnpublished();
}

void RebasePage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    const auto add = [&](qsizetype at, auto slot) {
        QAction *action = addCommand(declared[at]);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_startOver = add(0, [this] { m_controller.startOver(); });
    addCommandSeparator();
    constexpr std::array actions{Action::Pick,  Action::Reword, Action::Squash,
                                 Action::Fixup, Action::Drop,   Action::Edit};
    for (int at = 0; at < kMarks; ++at)
        m_marks += add(at + 1, [this, action = actions[static_cast<size_t>(at)]] { mark(action); });
    addCommandSeparator();
    m_up = add(kMarks + 1, [this] { move(-1); });
    m_down = add(kMarks + 2, [this] { move(1); });
    addCommandSeparator();
    m_start = add(kMarks + 3, [this] { start(); });
    add(kMarks + 4, [this] { Q_EMIT closeWanted(); });
}

void RebasePage::connectAll()
{
    connect(m_button, &QPushButton::clicked, m_start, &QAction::trigger);
    connect(m_start, &QAction::changed, m_button, [this] {
        if (m_start->isEnabled())
            setPlainToolTip(m_button, m_start->shortcut().toString(QKeySequence::NativeText));
    });
    connect(&m_controller, &RebaseController::changed, this, &RebasePage::apply);
    connect(&m_controller, &PageController::stateChanged, this, &RebasePage::apply);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(&m_controller, &RebaseController::runningChanged, this, [this] {
        if (m_controller.isRunning())
            m_work = m_context.work().add(tr("Rebasing"), [this] { m_controller.cancel(); });
        else
            m_work.finish();
    });
    connect(&m_controller, &RebaseController::finished, this, [this](const QString &message) {
        m_context.showMessage(message);
        Q_EMIT closeWanted(); // the banner says what goes on
    });
    connect(&m_controller, &RebaseController::failed, this,
            [this](const Error &error) { showError(error, false); });
    connect(&m_controller, &RebaseController::hookRefused, this,
            [this](const Error &error) { showError(error, true); });
    connect(m_skipHook, &QPushButton::clicked, this, &RebasePage::askToSkipHook);
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RebasePage::showMessage);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RebasePage::apply);
    connect(&m_controller.items(), &QAbstractItemModel::modelReset, this, [this] {
        const int last = m_controller.items().rowCount() - 1;
        if (last >= 0) // not setCurrentIndex(), which looks at the keys that are held
            m_list->selectionModel()->setCurrentIndex(m_controller.items().index(last),
                                                      QItemSelectionModel::ClearAndSelect);
    });
    connect(m_message, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing && m_list->currentIndex().isValid())
            m_controller.items().setMessage(m_list->currentIndex().row(), m_message->toPlainText());
    });
}

void RebasePage::openArgument(const QVariant &argument)
{
    const QVariantMap map = argument.toMap();
    if (const Git::ObjectId onto = idIn(map, u"onto"_s); !onto.isNull())
        m_controller.planOnto(onto);
    else if (const Git::ObjectId base = idIn(map, u"base"_s); !base.isNull())
        m_controller.planFrom(base);
}

QList<int> RebasePage::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        rows += index.row();
    std::ranges::sort(rows);
    return rows;
}

void RebasePage::mark(Action action)
{
    for (const int row : chosenRows())
        m_controller.items().setAction(row, action);
    showMessage();
    if (action == Action::Reword)
        m_message->setFocus(Qt::OtherFocusReason);
}

// As a block; one that is at the end already stays.
void RebasePage::move(int by)
{
    QList<int> rows = chosenRows();
    if (by > 0)
        std::ranges::reverse(rows);
    for (const int row : std::as_const(rows)) {
        if (!m_controller.items().move(row, by))
            break;
    }
    m_list->scrollTo(m_list->currentIndex());
    apply();
}

void RebasePage::showError(const Error &error, bool isHookRefusal)
{
    m_error->setError(error);
    if (isHookRefusal)
        m_error->setHint({}); // there is a button
    m_skipHook->setVisible(isHookRefusal);
    m_error->show();
}

void RebasePage::askToSkipHook()
{
    auto *dialog = new ConfirmDialog(tr("Rebase without the hook"),
                                     tr("The pre-rebase hook refused this rebase. Without it, what it checks "
                                        "is not checked. This holds for "
                                        "this one rebase."),
                                     tr("Rebase without the hook"), window());
    connect(dialog, &QDialog::accepted, this, [this] { start(true); });
    dialog->open();
}

void RebasePage::start(bool skipsHook)
{
    m_error->hide();
    if (!m_context.repository().canWrite())
        m_context.requestTrust();
    else
        m_controller.start(skipsHook);
}

void RebasePage::showMessage()
{
    const QModelIndex index = m_list->currentIndex();
    const bool isThere = index.isValid() && index.row() < m_controller.items().rows().size();
    const RebaseItems::Row row = isThere ? m_controller.items().rows()[index.row()] : RebaseItems::Row();
    const bool isWritten = row.step.action == Action::Reword || row.step.action == Action::Squash;
    m_messageBox->setVisible(isThere && isWritten);
    m_messageTitle->setText(row.step.action == Action::Squash
                                ? tr("Message of both; empty: one behind the other")
                                //: %1: the short id of a commit
                                : tr("Message of %1").arg(row.commit.id.abbreviated()));
    const QString text = QString::fromUtf8(row.step.message);
    if (m_message->toPlainText() == text)
        return;
    m_isShowing = true;
    m_message->setPlainText(text);
    m_isShowing = false;
}

void RebasePage::apply()
{
    const bool isReady = m_controller.state() == PageState::Ready, isRunning = m_controller.isRunning();
    const QList<int> rows = chosenRows();
    const bool canMark = isReady && !isRunning && !m_controller.isOnto() && !rows.isEmpty();
    for (QAction *action : std::as_const(m_marks))
        action->setEnabled(canMark);
    m_up->setEnabled(canMark && rows.first() > 0);
    m_down->setEnabled(canMark && rows.last() + 1 < m_controller.items().rowCount());
    m_title->setText(m_controller.sentence());
    const QString warning = m_controller.warning();
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Token::Warn, palette()));
    m_warning->setPalette(colors);
    const QString problem = m_controller.problem();
    m_summary->setText(problem.isEmpty() ? m_controller.summary() : problem);
    m_start->setEnabled(problem.isEmpty());
    m_button->setEnabled(problem.isEmpty());
    m_button->setText(tr("Rebase %n commit(s)", nullptr, m_controller.items().rowCount()));
    setPlainToolTip(m_button,
                    problem.isEmpty() ? m_start->shortcut().toString(QKeySequence::NativeText) : problem);
    m_list->setEnabled(!isRunning);
    m_message->setReadOnly(isRunning);
}

void RebasePage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

void RebasePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_messageBox)
        apply();
}
