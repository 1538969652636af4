// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/history/commitmenu.h"
#include "ui/history/newrefdialog.h"
#include "ui/history/picksdialog.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/errorbanner.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

QString CommitMenu::headName() const
{
    const Git::Head &head = m_context.repository().refs().head;
    const QByteArray prefix = "refs/heads/"_ba;
    return head.state == Git::HeadState::Branch && head.branch.startsWith(prefix)
               ? displayPath(head.branch.sliced(prefix.size()))
               : u"HEAD"_s;
}

QString CommitMenu::commitTitle() const
{
    return m_commit->id.abbreviated() + u' ' + visibleText(firstLine(m_commit->subject, 100));
}

bool CommitMenu::mayWrite()
{
    m_banner->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

void CommitMenu::checkout()
{
    if (mayWrite())
        m_actions.checkoutCommit(m_commit->id);
}

void CommitMenu::pick(bool isRevert, int mainline)
{
    if (!m_commit || !mayWrite())
        return;
    if (m_chosenCount > 1)
        pickChosen(isRevert);
    else if (isRevert)
        m_actions.revertCommit(m_commit->id, mainline);
    else
        m_actions.cherryPick(m_commit->id, mainline);
}

QString CommitMenu::chosenProblem(const QList<Git::Commit> &commits) const
{
    if (m_chosenCount > PicksDialog::kMost)
        return tr("%n commit(s) are too many to be picked or reverted at once.", nullptr, m_chosenCount);
    if (commits.size() != m_chosenCount)
        return tr("Not all of the chosen commits are loaded yet.");
    const auto merges =
        std::ranges::count_if(commits, [](const Git::Commit &commit) { return commit.parents.size() > 1; });
    return merges == 0 ? QString()
                       : tr("%n of the chosen commits are merges, so nothing was begun.", nullptr,
                            static_cast<int>(merges));
}

void CommitMenu::pickChosen(bool isRevert)
{
    QList<Git::Commit> commits = m_chosenCount > PicksDialog::kMost ? QList<Git::Commit>() : m_chosen();
    if (const QString problem = chosenProblem(commits); !problem.isEmpty()) {
        m_banner->setError(
            {.kind = ErrorKind::Invalid,
             .message = problem,
             .detail = {},
             .hint = std::ranges::any_of(commits,
                                         [](const Git::Commit &commit) { return commit.parents.size() > 1; })
                         ? tr("A merge is taken alone, as a change of one of its parents.")
                         : QString()});
        m_banner->show();
        return;
    }
    if (!isRevert) // a change comes after what it builds on, and is taken back before it
        std::ranges::reverse(commits);
    auto *dialog = new PicksDialog(commits, isRevert, headName(), m_page);
    connect(dialog, &QDialog::accepted, this, [this, commits, isRevert] {
        if (!mayWrite())
            return;
        QList<Git::ObjectId> ids;
        for (const Git::Commit &commit : commits)
            ids += commit.id;
        if (isRevert)
            m_actions.revertAll(ids);
        else
            m_actions.cherryPickAll(ids);
    });
    dialog->open();
}

void CommitMenu::bisect(Git::BisectMark mark)
{
    if (mayWrite())
        m_bisect.mark(mark, m_commit->id);
}

void CommitMenu::rebaseFrom()
{
    if (m_commit->parents.size() == 1 && mayWrite())
        m_context.openPage(u"rebase"_s, QVariantMap{{u"base"_s, m_commit->parents.first().toHex()}});
}

void CommitMenu::rebaseOnto()
{
    if (mayWrite())
        m_context.openPage(u"rebase"_s, QVariantMap{{u"onto"_s, m_commit->id.toHex()}});
}

void CommitMenu::createBranch()
{
    if (!mayWrite())
        return;
    auto *dialog = new NewRefDialog(
        NewRefDialog::Kind::Branch, commitTitle(),
        [this](const QString &name) { return m_actions.branchProblem(name); }, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, commit = m_commit->id] {
        m_actions.createBranch(dialog->name(), commit,
                               dialog->checksOut() ? Git::Afterwards::CheckOut : Git::Afterwards::Stay);
    });
    dialog->open();
}

void CommitMenu::createTag()
{
    if (!mayWrite())
        return;
    auto *dialog = new NewRefDialog(
        NewRefDialog::Kind::Tag, commitTitle(),
        [this](const QString &name) { return m_actions.tagProblem(name); }, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, commit = m_commit->id] {
        m_actions.createTag(dialog->name(), commit, dialog->message());
    });
    dialog->open();
}

void CommitMenu::compare()
{
    Q_EMIT compareRequested(m_commit->id);
}

void CommitMenu::compareWithWorkTree()
{
    Q_EMIT workTreeRequested(m_commit->id);
}

void CommitMenu::copySubject()
{
    QGuiApplication::clipboard()->setText(m_commit->subject);
}

void CommitMenu::copyReference()
{
    const QString date = m_commit->authored.toDateTime().date().toString(Qt::ISODate);
    QGuiApplication::clipboard()->setText(m_commit->id.abbreviated() + u" ("_s + m_commit->subject + u", "_s +
                                          date + u')');
}
