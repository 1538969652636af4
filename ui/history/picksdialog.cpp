// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/picksdialog.h"

#include "ui/theme/theme.h"

#include "base/text.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

QString picksSentence(int count, bool isRevert, const QString &branch)
{
    const QString what =
        isRevert
            //: %1: a branch, or HEAD
            ? PicksDialog::tr("%n commit(s) are taken back on %1 by new commits, the newest first.", nullptr,
                              count)
            //: %1: a branch, or HEAD
            : PicksDialog::tr("%n commit(s) are made anew on %1, the oldest first.", nullptr, count);
    return what.arg(branch) + u' ' +
           PicksDialog::tr(
               "A conflict stops at its commit: then one continues, skips it or aborts. Undo takes "
               "all of it back.");
}

QString picksAction(int count, bool isRevert)
{
    return isRevert ? PicksDialog::tr("Revert %n commit(s)", nullptr, count)
                    : PicksDialog::tr("Cherry-pick %n commit(s)", nullptr, count);
}

} // namespace

PicksDialog::PicksDialog(const QList<Git::Commit> &commits, bool isRevert, const QString &branch,
                         QWidget *parent)
    : ConfirmDialog(isRevert ? tr("Revert commits") : tr("Cherry-pick commits"),
                    picksSentence(static_cast<int>(commits.size()), isRevert, branch),
                    picksAction(static_cast<int>(commits.size()), isRevert), parent)
{
    QStringList lines;
    for (const Git::Commit &commit : commits)
        lines += commit.id.abbreviated() + u"  "_s + visibleText(firstLine(commit.subject, 200));
    auto *list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    list->setFont(Theme::fixedFont());
    list->setAccessibleName(tr("Commits in the order in which they are taken"));
    list->setFixedHeight(fontMetrics().height() *
                         static_cast<int>(std::clamp<qsizetype>(commits.size(), 2, 10) + 2));
    addBelowText(list);
}
