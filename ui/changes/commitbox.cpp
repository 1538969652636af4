// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/commitbox.h"

#include "ui/changes/authorrow.h"
#include "ui/changes/commitextras.h"
#include "ui/changes/draftbar.h"
#include "ui/changes/messageeditor.h"
#include "ui/shell/writingactions.h"
#include "ui/theme/theme.h"
#include "ui/transfer/questiondialogs.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QJsonObject>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kKeyWait = 1500ms; // what signs without asking is done by then

} // namespace

CommitBox::CommitBox(RepositoryContext &context, ChangesController &changes, QAction *commit, QAction *amend,
                     QAction *takeDraft, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_changes(changes)
    , m_commit(commit)
    , m_amend(amend)
    , m_draft(new DraftBar(takeDraft, this))
    , m_editor(new MessageEditor(this))
    , m_extras(new CommitExtras(context, changes, m_editor, this))
    , m_length(new PlainLabel(this))
    , m_remark(new PlainLabel(this))
    , m_output(new QPlainTextEdit(this))
    , m_error(new ErrorBanner(this))
    , m_button(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_escape(new QShortcut(Qt::Key_Escape, this))
{
    layOut();
    m_editor->setBreaker([&changes](const QString &message, int line, int width) {
        return changes.breakPlace(message, line, width);
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, &CommitBox::validate);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &CommitBox::messageChanged);
    connect(m_button, &QPushButton::clicked, commit, &QAction::trigger);
    connect(m_cancel, &QPushButton::clicked, &changes, &ChangesController::cancelCommit);
    m_cancel->setToolTip(m_escape->key().toString(QKeySequence::NativeText));
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_escape, &QShortcut::activated, &changes, &ChangesController::cancelCommit);
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(&changes, &ChangesController::draftChanged, this, &CommitBox::showOffer);
    connect(&changes, &ChangesController::draftTaken, m_editor, &MessageEditor::replaceText);
    connect(&changes, &ChangesController::preparedMessageChanged, this, &CommitBox::takePrepared);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_changes.preparedMessage().isEmpty())
            showOffer();
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_isOfStep = m_isOfStep || !m_changes.preparedMessage().isEmpty();
        tellStepMessage();
    });
    connect(&context, &RepositoryContext::stepMessageUsed, this, &CommitBox::dropUsed);
    connect(&changes, &ChangesController::undoneMessageRead, this, [this](const QString &message) {
        if (!isOwnText() && !m_amend->isChecked())
            m_editor->replaceText(message);
    });
    connect(&changes, &ChangesController::rulesChanged, this, &CommitBox::validate);
    connect(&changes, &ChangesController::listsChanged, this, &CommitBox::updateButton);
    connect(&changes, &ChangesController::busyChanged, this, &CommitBox::updateButton);
    m_keyTimer.setSingleShot(true);
    m_keyTimer.setInterval(kKeyWait);
    connect(&m_keyTimer, &QTimer::timeout, this, &CommitBox::waitForKey);
    connect(m_extras, &CommitExtras::changed, this, &CommitBox::updateButton);
    connect(m_commit, &QAction::changed, m_button, [this] {
        if (m_commit->isEnabled())
            m_button->setToolTip(m_commit->shortcut().toString(QKeySequence::NativeText));
    });
    connect(&changes, &ChangesController::outputReceived, this, [this](const QString &text) {
        if (m_keyTimer.isActive())
            m_keyTimer.start();
        m_output->show();
        m_output->moveCursor(QTextCursor::End);
        m_output->insertPlainText(text);
    });
    connect(&changes, &ChangesController::commitFailed, this, &CommitBox::showFailure);
    connect(&changes, &ChangesController::committed, this, &CommitBox::finish);
    connect(this, &CommitBox::messageChanged, this, &CommitBox::keep);
    connect(&changes.messages(), &MessageKeeper::messageTaken, this, &CommitBox::showKept);
    connect(&changes.messages(), &MessageKeeper::problemRaised, &context, &RepositoryContext::showMessage);
    connect(&changes, &ChangesController::lastMessageRead, this, &CommitBox::takeLastMessage);
    connect(&context.repository(), &RepositoryController::refsChanged, this, [this] {
        if (head() != m_failedAt) // somebody committed by other means
            m_error->hide();
        updateButton();
    });
    connect(&context.repository(), &RepositoryController::infoChanged, this, &CommitBox::updateButton);
    connect(&context.repository(), &RepositoryController::trustChanged, this, &CommitBox::updateButton);
    new QuestionDialogs(changes.commitQuestions(), tr("Committing"), this);
    connect(&changes.commitQuestions(), &Questions::noticed, &context, &RepositoryContext::showMessage);
    takePrepared({});
    validate();
}

void CommitBox::layOut()
{
    const int unit = Theme::unit(font());
    m_output->setReadOnly(true);
    m_output->setFont(Theme::fixedFont());
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setMaximumBlockCount(5000);
    m_output->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_output->setAccessibleName(tr("Output of hooks"));
    m_output->setTabChangesFocus(true);
    m_output->hide();
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    m_cancel->hide();
    m_length->setElideMode(Qt::ElideNone);
    m_length->setFont(Theme::small(font()));
    m_length->setForegroundRole(QPalette::PlaceholderText);
    m_remark->setFont(Theme::small(font()));

    auto *amendBox = new QCheckBox(tr("Amend"), this);
    amendBox->setObjectName(u"amend"_s);
    amendBox->setToolTip(tr("Replace the last commit"));
    connect(amendBox, &QCheckBox::toggled, m_amend, &QAction::setChecked);
    connect(m_amend, &QAction::toggled, amendBox, &QCheckBox::setChecked);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4 * unit, unit, 4 * unit, 2 * unit);
    bar->setSpacing(2 * unit);
    bar->addWidget(m_length);
    bar->addWidget(m_remark, 1);
    bar->addWidget(m_extras->button());
    bar->addWidget(amendBox);
    bar->addWidget(m_cancel);
    bar->addWidget(m_button);
    auto *editorBox = new QVBoxLayout;
    editorBox->setContentsMargins(3 * unit, unit, 0, 0);
    editorBox->addWidget(m_editor, 1);
    editorBox->addWidget(m_output);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_error);
    layout->addWidget(m_draft);
    layout->addLayout(editorBox, 1);
    layout->addWidget(m_extras->row());
    layout->addLayout(bar);
}

void CommitBox::orderTabs(QWidget *before)
{
    QWidget *last = before;
    const auto follow = [&last](QWidget *next) {
        if (next->focusPolicy() == Qt::NoFocus)
            return; // the chain would end there
        setTabOrder(last, next);
        last = next;
    };
    follow(m_editor);
    for (QToolButton *button : m_draft->findChildren<QToolButton *>())
        follow(button);
    follow(m_output);
    for (QWidget *part : m_extras->row()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        follow(part);
    follow(m_extras->button());
    follow(findChild<QCheckBox *>(u"amend"_s));
    follow(m_cancel);
    follow(m_button);
}

void CommitBox::updateButton()
{
    const bool isRunning = m_changes.isCommitting();
    const bool amends = m_amend->isChecked();
    const int count = m_changes.staged().rowCount();
    const QString reason = reasonAgainst();
    const Git::Head &head = m_context.repository().refs().head;
    const QString detached = head.state == Git::HeadState::Detached ? tr(" on no branch") : QString();
    const bool endsMerge = m_changes.endsMerge() && !amends;
    m_button->setText((amends      ? tr("Amend last commit")
                       : endsMerge ? tr("Commit merge")
                                   : tr("Commit %n file(s)", nullptr, count)) +
                      detached + (m_extras->skipsHooks() ? tr(" without hooks") : QString()));
    showRunning(isRunning);
    m_button->setEnabled(reason.isEmpty());
    m_commit->setEnabled(reason.isEmpty());
    m_button->setToolTip(reason.isEmpty() ? m_commit->shortcut().toString(QKeySequence::NativeText) : reason);
    m_editor->setReadOnly(isRunning);
}

QString CommitBox::reasonAgainst() const
{
    if (m_changes.isCommitting())
        return tr("A commit is running");
    if (const QString problem = writeProblem(m_context.repository()); !problem.isEmpty())
        return problem;
    if (m_changes.hasConflicts())
        return tr("Files are in conflict");
    if (m_changes.staged().rowCount() == 0 && !m_amend->isChecked() && !m_changes.endsMerge())
        return tr("Nothing is staged");
    if (m_editor->message().trimmed().isEmpty())
        return tr("The message is empty");
    return m_extras->problem();
}

// The button that was pressed is off while the commit runs, then its neighbour is: neither may take the focus
// with it.
void CommitBox::showRunning(bool isRunning)
{
    m_escape->setEnabled(isRunning);
    if (isRunning) {
        m_cancel->show();
        if (m_button->hasFocus())
            m_cancel->setFocus();
    } else {
        if (m_cancel->hasFocus())
            m_editor->setFocus();
        m_cancel->hide();
    }
}

void CommitBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        validate();
}

void CommitBox::commit()
{
    if (!m_context.repository().canWrite()) {
        m_context.requestTrust();
        return;
    }
    m_error->hide();
    m_output->clear();
    m_output->hide();
    CommitOptions options{.amends = m_amend->isChecked()};
    m_extras->addTo(&options);
    if (m_extras->signs())
        m_keyTimer.start();
    m_changes.commit(m_editor->message(), options);
}

void CommitBox::showFailure(const Error &error)
{
    m_keyTimer.stop();
    m_isWaitingForKey = false;
    validate(); // in place of what was said while it ran
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_changes.messages().flush();
    Error shown = error;
    if (!m_output->document()->isEmpty())
        shown.detail.clear(); // it is there to read already
    m_failedAt = head();
    m_error->setError(shown);
    m_error->show();
}

void CommitBox::finish(const Git::ObjectId &commit)
{
    m_keyTimer.stop();
    m_isWaitingForKey = false;
    m_changes.messages().remember(m_editor->message());
    m_extras->reset();
    m_editor->clear();
    m_amend->setChecked(false); // brings back what was written before amending
    m_output->hide();
    updateButton();
    m_context.showMessage(tr("Committed %1").arg(commit.abbreviated()));
}
