// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/history/commitmenu.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOverwritten = 10; // that are named

} // namespace

QString CommitMenu::resetMeaning(Git::ResetKind kind)
{
    switch (kind) {
    case Git::ResetKind::Soft:
        return tr("Moves the branch only. Files stay as they are, and what the commits in between changed is "
                  "staged afterwards, beside what is staged now.");
    case Git::ResetKind::Mixed:
        return tr("Moves the branch and empties what is staged. Files stay as they are; what the commits in "
                  "between changed shows as not staged.");
    case Git::ResetKind::Hard:
        break;
    }
    return tr(
        "Moves the branch and makes index and files like the commit. Changes that are not committed are "
        "discarded; those of files can be brought back on the Changes page. Untracked files stay, but "
        "where the commit has a file of the same name.");
}

QString CommitMenu::outlookText(const Result<ResetOutlook> &outlook, const QString &branch)
{
    if (!outlook)
        return tr("What %1 loses by it is not known: %2").arg(branch, outlook.error().message);
    QString text = outlook->leaving == 0 ? tr("No commit leaves %1.").arg(branch)
                                         : tr("%n commit(s) leave %1; undo brings them back.", nullptr,
                                              static_cast<int>(outlook->leaving))
                                               .arg(branch);
    if (outlook->overwritten.isEmpty())
        return text;
    QStringList names;
    for (const QByteArray &path :
         outlook->overwritten.first(qMin(outlook->overwritten.size(), kMostOverwritten)))
        names += displayPath(path);
    if (const qsizetype more = outlook->overwritten.size() - names.size(); more > 0)
        names += tr("and %n more", nullptr, static_cast<int>(more));
    return text + u"\n\n"_s + tr("Untracked files that are overwritten:") + u'\n' + names.join(u'\n');
}

// It can be answered at once; what it takes away is added when it is known.
void CommitMenu::askReset(Git::ResetKind kind)
{
    if (!mayWrite())
        return;
    const QString branch = headName();
    QString action;
    switch (kind) {
    case Git::ResetKind::Soft:
        action = tr("Reset %1 soft").arg(branch);
        break;
    case Git::ResetKind::Mixed:
        action = tr("Reset %1 mixed").arg(branch);
        break;
    case Git::ResetKind::Hard:
        action = tr("Reset %1 hard").arg(branch);
        break;
    }
    //: %1: a branch, %2: a commit
    const QString words =
        tr("%1 will stand at %2.").arg(branch, commitTitle()) + u"\n\n"_s + resetMeaning(kind) + u"\n\n"_s;
    QPointer<ConfirmDialog> dialog = new ConfirmDialog(
        tr("Reset"), words + tr("Counting the commits that leave %1…").arg(branch), action, m_page);
    connect(dialog, &QDialog::accepted, this,
            [this, kind, commit = m_commit->id] { m_actions.reset(commit, kind); });
    dialog->open();
    RepositoryController &repository = m_context.repository();
    m_outlook.start(
        [where = repository.location(), head = repository.refs().head.target, commit = m_commit->id,
         kind](const CancelToken &cancel) { return readResetOutlook(where, head, commit, kind, cancel); },
        [dialog, words, branch](const Result<ResetOutlook> &outlook) {
            if (dialog)
                dialog->setText(words + outlookText(outlook, branch));
        });
}
