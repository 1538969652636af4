// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/history/commitmenu.h"
#include "ui/history/confirmdialog.h"
#include "ui/history/newrefdialog.h"
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
    if (isRevert)
        m_actions.revertCommit(m_commit->id, mainline);
    else
        m_actions.cherryPick(m_commit->id, mainline);
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

void CommitMenu::askReset(Git::ResetKind kind)
{
    if (!mayWrite())
        return;
    //: %1: a branch, %2: a commit
    const QString moves = tr("%1 will stand at %2.").arg(headName(), commitTitle());
    QString then, action;
    switch (kind) {
    case Git::ResetKind::Soft:
        then = tr("Index and work tree stay as they are.");
        action = tr("Reset %1 soft").arg(headName());
        break;
    case Git::ResetKind::Mixed:
        then = tr("What is staged is taken out of the index. The work tree stays as it is.");
        action = tr("Reset %1 mixed").arg(headName());
        break;
    case Git::ResetKind::Hard:
        then = tr("Changes that are not committed are discarded. Those of files can be brought back on the "
                  "Changes page.");
        action = tr("Reset %1 hard").arg(headName());
        break;
    }
    auto *dialog = new ConfirmDialog(tr("Reset"), moves + u"\n\n"_s + then, action, m_page);
    connect(dialog, &QDialog::accepted, this,
            [this, kind, commit = m_commit->id] { m_actions.reset(commit, kind); });
    dialog->open();
}

void CommitMenu::askAbort()
{
    const bool isRevert = m_context.repository().info().operation == Git::Operation::Revert;
    auto *dialog = new ConfirmDialog(
        tr("Abort"),
        tr("%1 goes back to before. Undo brings back what you resolved of the conflicts.").arg(headName()),
        isRevert ? tr("Abort revert") : tr("Abort cherry-pick"), m_page);
    const auto operation = isRevert ? Git::Operation::Revert : Git::Operation::CherryPick;
    connect(dialog, &QDialog::accepted, this, [this, operation] {
        if (mayWrite())
            m_actions.abortOperation(operation);
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
