// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/commitextras.h"

#include "base/text.h"
#include "ui/changes/authorrow.h"
#include "ui/changes/coauthordialog.h"
#include "ui/changes/messageeditor.h"
#include "ui/widgets/plainlabel.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kOffered = 15; // earlier messages in the menu

} // namespace

CommitExtras::CommitExtras(RepositoryContext &context, ChangesController &changes, MessageEditor *editor,
                           QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_changes(changes)
    , m_editor(editor)
    , m_button(new QToolButton(parent))
    , m_menu(new QMenu(m_button))
    , m_history(new QMenu(tr("Earlier messages"), m_button))
    , m_row(new AuthorRow(changes.people(), parent))
{
    m_button->setText(tr("Options") + u" ▾"_s);
    m_button->setAccessibleName(tr("Commit options"));
    m_button->setToolTip(tr("Author, sign-off, signature, hooks, earlier messages"));
    m_button->setAutoRaise(true);
    connect(m_button, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    m_menu->setToolTipsVisible(true);
    m_history->setToolTipsVisible(true);
    connect(m_row, &AuthorRow::changed, this, &CommitExtras::changed);
    connect(m_menu, &QMenu::aboutToShow, this, &CommitExtras::update);
    connect(m_history, &QMenu::aboutToShow, this, &CommitExtras::fillHistory);
    connect(&changes, &ChangesController::rulesChanged, this, &CommitExtras::update);
    connect(&context.repository(), &RepositoryController::refsChanged, this, &CommitExtras::update);
    connect(&changes.people(), &People::selfRead, this, [this](const Git::Person &self) {
        insertTrailer(u"Signed-off-by"_s, Drafting::personText(self));
    });
    connect(&changes.people(), &People::failed, this,
            [this](const Error &error) { m_context.showMessage(error.message); });
}

void CommitExtras::addCommands(const AddCommand &add)
{
    m_author = add(u"changes.author"_s, tr("Author and date"), {});
    connect(m_author, &QAction::triggered, this, [this] {
        m_row->show();
        m_row->setFocus();
        Q_EMIT changed();
    });
    m_menu->addAction(m_author);
    addTrailers(add);
    m_menu->addSeparator();
    addSigning(add);
    m_skipsHooks = add(u"changes.skipHooks"_s, tr("Skip hooks for this commit"), {});
    m_skipsHooks->setCheckable(true);
    connect(m_skipsHooks, &QAction::toggled, this, &CommitExtras::changed);
    m_menu->addSeparator();
    m_menu->addAction(m_skipsHooks);
    m_menu->addSeparator();
    addTexts(add);
    update();
}

void CommitExtras::addTrailers(const AddCommand &add)
{
    m_signsOff = add(u"changes.signOff"_s, tr("Add sign-off"), {});
    connect(m_signsOff, &QAction::triggered, this, [this] {
        if (m_context.repository().canWrite())
            m_changes.people().readSelf();
        else
            m_context.requestTrust(); // git says who it is, and git is not run without
    });
    QAction *coAuthor = add(u"changes.coAuthor"_s, tr("Add co-author…"), {});
    connect(coAuthor, &QAction::triggered, this, &CommitExtras::askCoAuthor);
    m_issue = add(u"changes.addIssue"_s, tr("Add the branch's issue"), {});
    connect(m_issue, &QAction::triggered, this,
            [this] { insertTrailer(u"Refs"_s, m_changes.branchIssue()); });
    m_menu->addActions({m_signsOff, coAuthor, m_issue});
}

void CommitExtras::addSigning(const AddCommand &add)
{
    auto *group = new QActionGroup(this);
    m_asConfigured = add(u"changes.signAsConfigured"_s, tr("Sign as configured"), {});
    m_sign = add(u"changes.sign"_s, tr("Sign this commit"), {});
    m_doNotSign = add(u"changes.doNotSign"_s, tr("Do not sign this commit"), {});
    for (QAction *action : {m_asConfigured, m_sign, m_doNotSign}) {
        action->setCheckable(true);
        group->addAction(action);
        m_menu->addAction(action);
        connect(action, &QAction::toggled, this, &CommitExtras::changed);
    }
    m_asConfigured->setChecked(true);
}

void CommitExtras::addTexts(const AddCommand &add)
{
    m_template = add(u"changes.useTemplate"_s, tr("Use the message template"), {});
    connect(m_template, &QAction::triggered, this, [this] {
        m_editor->replaceText(templateText());
        m_editor->setFocus();
    });
    QAction *earlier = add(u"changes.earlierMessages"_s, tr("Earlier messages…"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    connect(earlier, &QAction::triggered, this,
            [this] { m_history->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    m_menu->addAction(m_template);
    m_menu->addMenu(m_history);
}

void CommitExtras::fillHistory()
{
    m_history->clear();
    for (const QString &message :
         m_changes.messages().history().first(std::min(kOffered, m_changes.messages().history().size()))) {
        QAction *action = m_history->addAction(withoutMnemonic(visibleText(firstLine(message, 80))));
        action->setToolTip(plainToolTip(visibleText(message.left(2'000))));
        connect(action, &QAction::triggered, this, [this, message] {
            m_editor->replaceText(message);
            m_editor->setFocus();
        });
    }
    if (m_history->isEmpty())
        m_history->addAction(tr("No commit was made here yet"))->setEnabled(false);
}

void CommitExtras::insertTrailer(const QString &key, const QString &value)
{
    const QString before = m_editor->message();
    const QString after = m_changes.withTrailer(before, key, value);
    if (after != before)
        m_editor->replaceText(after);
    m_editor->setFocus();
}

void CommitExtras::askCoAuthor()
{
    auto *dialog = new CoAuthorDialog(m_changes.people(), m_button->window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { insertTrailer(u"Co-authored-by"_s, Drafting::personText(dialog->person())); });
    dialog->open();
}

QString CommitExtras::templateText() const
{
    const Drafting::MessageRules &rules = m_changes.rules();
    QStringList lines = QString::fromUtf8(rules.config.templateText).split(u'\n');
    if (const QString prefix = rules.commentPrefix(); !prefix.isEmpty())
        lines.removeIf([&](const QString &line) { return line.startsWith(prefix); });
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

void CommitExtras::update()
{
    if (!m_author)
        return;
    const Git::MessageConfig &config = m_changes.rules().config;
    m_template->setEnabled(!templateText().trimmed().isEmpty());
    m_template->setToolTip(plainToolTip(config.templateProblem.isEmpty()
                                            ? tr("What commit.template says, without its comments")
                                            : visibleText(config.templateProblem)));
    m_editor->setPlaceholderText(config.templateText.trimmed().isEmpty() ? tr("Commit message")
                                                                         : displayText(config.templateText));
    m_asConfigured->setToolTip(config.signs ? tr("commit.gpgSign is on: the commit is signed")
                                            : tr("commit.gpgSign is off: the commit is not signed"));
    const QString branchIssue = m_changes.branchIssue();
    m_issue->setEnabled(!branchIssue.isEmpty());
    m_issue->setToolTip(branchIssue.isEmpty() ? tr("The name of the branch has none")
                                              : plainToolTip(u"Refs: "_s + branchIssue));
    Q_EMIT changed();
}

void CommitExtras::setAmends(bool amends)
{
    m_row->setAmends(amends);
}

QString CommitExtras::problem() const
{
    return m_row->problem();
}

bool CommitExtras::signs() const
{
    if (m_asConfigured && !m_asConfigured->isChecked())
        return m_sign->isChecked();
    return m_changes.rules().config.signs;
}

void CommitExtras::addTo(CommitOptions *options) const
{
    options->skipsHooks = skipsHooks();
    if (m_asConfigured && !m_asConfigured->isChecked())
        options->signs = m_sign->isChecked();
    m_row->addTo(options);
}

void CommitExtras::reset()
{
    m_row->clear();
    if (!m_author)
        return;
    m_skipsHooks->setChecked(false);
    m_asConfigured->setChecked(true);
}
