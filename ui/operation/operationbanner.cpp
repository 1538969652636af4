// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operation/operationbanner.h"

#include "ui/operation/bisectbar.h"
#include "ui/theme/theme.h"
#include "ui/transfer/questiondialogs.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"
#include "workspace/sequence/signing.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace std::chrono_literals;

OperationBanner::OperationBanner(RepositoryController &repository, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_controller(repository)
    , m_sentence(new PlainLabel(this))
    , m_step(new PlainLabel(this))
    , m_busy(new BusyBar(this))
    , m_bisect(new BisectBar(repository, this))
    , m_conflicts(addButton({}, &OperationBanner::showConflicts))
    , m_continue(addButton(tr("Continue"), &OperationBanner::goOn))
    , m_skip(addButton(tr("Skip"), &OperationBanner::skip))
    , m_abort(addButton({}, &OperationBanner::askAbort))
    , m_forget(addButton(tr("Forget…"), &OperationBanner::askForget))
    , m_asking(new QWidget(this))
    , m_output(new QPlainTextEdit(this))
    , m_error(new ErrorBanner(this))
    , m_accept(m_error->addButton(tr("Continue with the markers")))
    , m_skipHooks(m_error->addButton(tr("Continue without the hooks…")))
{
    m_question = new PlainLabel(m_asking);
    m_do = new QPushButton(m_asking);
    m_keep = new QPushButton(tr("Keep going"), m_asking);
    for (QPushButton *answer : {m_do, m_keep})
        answer->setAutoDefault(true); // for Enter
    setAccessibleName(tr("Operation in progress"));
    m_skip->setToolTip(tr("Leaves the present step out"));
    m_forget->setToolTip(tr("For an operation that can be neither continued nor aborted"));
    layOut();
    connectAll();
    new QuestionDialogs(*signingQuestions(repository), tr("Signing"), this);
    setAsking(Asking::Nothing);
    apply();
}

QPushButton *OperationBanner::addButton(const QString &text, void (OperationBanner::*command)())
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(true); // for Enter
    connect(button, &QPushButton::clicked, this, command);
    return button;
}

void OperationBanner::layOut()
{
    const int u = Theme::unit(font());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_sentence->setFont(strong);
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_question->setWraps(true);
    m_output->setReadOnly(true);
    m_output->setFont(Theme::fixedFont());
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setMaximumBlockCount(5000);
    m_output->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_output->setAccessibleName(tr("Output of Git and its hooks"));
    m_output->setTabChangesFocus(true);
    m_output->hide();
    m_error->setCanClose(true);
    m_error->hide();

    auto *row = new QHBoxLayout;
    row->setContentsMargins(4 * u, u, 2 * u, u);
    row->setSpacing(2 * u);
    row->addWidget(m_sentence);
    row->addWidget(m_step, 1);
    row->addWidget(m_busy);
    row->addWidget(m_bisect);
    for (QPushButton *button : {m_conflicts, m_continue, m_skip, m_abort, m_forget})
        row->addWidget(button);
    auto *question = new QHBoxLayout(m_asking);
    question->setContentsMargins(4 * u, 0, 2 * u, u);
    question->setSpacing(2 * u);
    question->addWidget(m_question, 1);
    question->addWidget(m_do);
    question->addWidget(m_keep); // where the button was that asked: a second click there ends nothing
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_asking);
    column->addWidget(m_output);
    column->addWidget(m_error);
}

void OperationBanner::connectAll()
{
    m_outputDelay.setSingleShot(true);
    m_outputDelay.setInterval(300ms); // what ends at once is not shown
    connect(&m_outputDelay, &QTimer::timeout, m_output, &QWidget::show);
    connect(&m_controller, &OperationController::changed, this, &OperationBanner::apply);
    connect(&m_controller, &OperationController::runningChanged, this, &OperationBanner::applyRunning);
    connect(&m_controller, &OperationController::outputReceived, this, [this](const QString &text) {
        m_output->moveCursor(QTextCursor::End);
        m_output->insertPlainText(text);
    });
    connect(&m_controller, &OperationController::succeeded, this, &OperationBanner::messageShown);
    connect(&m_controller, &OperationController::failed, this,
            [this](const Error &error) { showError(error); });
    connect(&m_controller, &OperationController::markersFound, this,
            [this](const Error &error) { showError(error, m_accept); });
    connect(&m_controller, &OperationController::hookRefused, this,
            [this](const Error &error) { showError(error, m_skipHooks); });
    connect(m_bisect, &BisectBar::trustWanted, this, &OperationBanner::trustWanted);
    connect(&m_bisect->bisect(), &RepositoryActions::succeeded, this, [this](const QString &message) {
        m_error->hide();
        Q_EMIT messageShown(message);
    });
    connect(&m_bisect->bisect(), &RepositoryActions::failed, this,
            [this](const Error &error) { showError(error); });
    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (mayWrite())
            m_controller.goOn(true);
    });
    connect(m_skipHooks, &QPushButton::clicked, this, &OperationBanner::askToSkipHooks);
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(m_busy, &BusyBar::cancelRequested, &m_controller, &OperationController::cancel);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        QPushButton *asked = m_asked == Asking::Forget ? m_forget : m_abort;
        setAsking(Asking::Nothing);
        asked->setFocus(Qt::OtherFocusReason);
    });
    connect(m_do, &QPushButton::clicked, this, [this] {
        const bool isForgetting = m_asked == Asking::Forget;
        if (mayWrite())
            isForgetting ? m_controller.forget() : m_controller.abort();
        setAsking(Asking::Nothing);
    });
    connect(&m_repository, &RepositoryController::trustChanged, this, &OperationBanner::applyButtons);
}

void OperationBanner::askToSkipHooks()
{
    auto *dialog = new ConfirmDialog(tr("Continue without the hooks"),
                                     tr("A hook refused the commit that ends this step. Without pre-commit "
                                        "and commit-msg, what they check "
                                        "is not checked. This holds for this one commit."),
                                     tr("Continue without the hooks"), window());
    connect(dialog, &QDialog::accepted, this, [this] {
        if (mayWrite())
            m_controller.goOnWithoutHooks();
    });
    dialog->open();
}

void OperationBanner::showError(const Error &error, QPushButton *way)
{
    m_error->setError(error);
    for (QPushButton *each : {m_accept, m_skipHooks})
        each->setVisible(each == way);
    m_error->show();
}

bool OperationBanner::mayWrite()
{
    m_error->hide();
    if (!m_repository.canWrite())
        Q_EMIT trustWanted();
    return m_repository.canWrite();
}

void OperationBanner::goOn()
{
    if (m_continue->isEnabled() && !m_continue->isHidden() && mayWrite())
        m_controller.goOn();
}

void OperationBanner::skip()
{
    if (m_skip->isEnabled() && !m_skip->isHidden() && mayWrite())
        m_controller.skip();
}

void OperationBanner::askAbort()
{
    if (!m_abort->isEnabled() || m_abort->isHidden() || !mayWrite())
        return;
    setAsking(Asking::Abort);
    m_keep->setFocus(Qt::OtherFocusReason);
}

void OperationBanner::askForget()
{
    if (!m_forget->isEnabled() || m_forget->isHidden() || !mayWrite())
        return;
    setAsking(Asking::Forget);
    m_keep->setFocus(Qt::OtherFocusReason);
}

void OperationBanner::showConflicts()
{
    if (!m_conflicts->isHidden())
        Q_EMIT conflictsWanted();
}

void OperationBanner::setAsking(Asking asking)
{
    m_asked = asking;
    const bool isForgetting = asking == Asking::Forget;
    m_question->setText(isForgetting ? m_controller.forgetWords() : m_controller.abortWords());
    m_do->setText(isForgetting ? tr("Forget") : m_controller.abortAction());
    m_keep->setText(isForgetting ? tr("Keep") : tr("Keep going"));
    m_asking->setVisible(asking != Asking::Nothing);
    applyButtons();
}

void OperationBanner::apply()
{
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    const Git::OperationState &state = m_controller.operation();
    const bool isInProgress = state.kind != Git::Operation::None;
    m_sentence->setText(isInProgress ? m_controller.sentence() : tr("Files are in conflict"));
    const Error &problem = m_controller.problem();
    m_step->setText(!problem.message.isEmpty() ? problem.message
                    : isInProgress             ? m_controller.presentStep()
                                               : tr("Left by a stash or a squashed merge"));
    const auto count = static_cast<int>(m_controller.conflictCount().value_or(0));
    m_conflicts->setText(tr("%n file(s) in conflict", nullptr, count));
    setAsking(isInProgress && (m_asked != Asking::Forget || m_controller.canForget()) ? m_asked
                                                                                      : Asking::Nothing);
    if (!m_controller.isAnything() && !m_controller.isRunning()) {
        hide();
        m_error->hide();
        if (hadFocus)
            Q_EMIT focusLeft();
        return;
    }
    show();
}

void OperationBanner::applyButtons()
{
    const Git::OperationState &state = m_controller.operation();
    const bool isKnown = m_controller.problem().message.isEmpty();
    const bool mayAsk = !m_controller.isRunning() && m_asked == Asking::Nothing;
    const bool isFree = mayAsk && isKnown;
    const QString problem = m_controller.continueProblem();
    m_bisect->setVisible(isKnown && state.kind == Git::Operation::Bisect);
    m_conflicts->setVisible(m_controller.conflictCount().value_or(0) > 0);
    m_continue->setVisible(state.canContinue());
    m_continue->setEnabled(isFree && problem.isEmpty());
    setPlainToolTip(m_continue, problem);
    m_skip->setVisible(state.canSkip());
    m_skip->setEnabled(isFree);
    m_abort->setText(m_controller.abortAction() + QStringLiteral("…"));
    m_abort->setVisible(state.kind != Git::Operation::None);
    m_abort->setEnabled(isFree);
    m_forget->setVisible(m_controller.canForget());
    m_forget->setEnabled(mayAsk);
}

void OperationBanner::applyRunning()
{
    if (m_controller.isRunning()) {
        const QWidget *focus = window()->focusWidget();
        if (focus && isAncestorOf(focus)) // before its button is off
            Q_EMIT focusLeft();
        m_output->clear();
        m_error->hide();
        m_outputDelay.start();
        m_busy->start(m_controller.doing(), true);
    } else {
        m_outputDelay.stop();
        m_output->hide();
        m_busy->stop();
    }
    apply();
}

void OperationBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = Theme::color(Theme::Token::Warn, palette());
    const int thick = std::max(2, Theme::unit(font()) / 2);
    painter.fillRect(QRect(isRightToLeft() ? width() - thick : 0, 0, thick, height()), ground);
    ground.setAlphaF(0.10F);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::hairline(palette()));
}
