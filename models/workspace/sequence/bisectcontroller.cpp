// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/bisectcontroller.h"

#include "base/text.h"

#include <QLocale>

BisectController::BisectController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

void BisectController::mark(Git::BisectMark mark, const Git::ObjectId &commit)
{
    run<Git::BisectEnd>(
        tr("Bisecting"),
        [mark, commit](const Git::Program &git, const CancelToken &cancel) {
            return Git::markBisect(git, mark, commit, cancel);
        },
        [this, mark](const Git::BisectEnd &end) { Q_EMIT succeeded(told(end, mark)); });
}

QString BisectController::told(const Git::BisectEnd &end, Git::BisectMark mark)
{
    if (!end.firstBad.isNull())
        //: %1: the short id of a commit; %2: its subject
        return tr("%1 is the first bad commit: %2")
            .arg(end.firstBad.abbreviated(), visibleText(firstLine(end.subject, 100)));
    if (!end.candidates.isEmpty()) {
        QStringList ids;
        for (const Git::ObjectId &id : end.candidates.first(std::min<qsizetype>(8, end.candidates.size())))
            ids += id.abbreviated();
        //: %1: short ids of commits
        return tr("One of %n commit(s) is the first bad one, and the others could not be tested: %1", nullptr,
                  static_cast<int>(end.candidates.size()))
            .arg(QLocale().createSeparatedList(ids));
    }
    if (!end.present.isNull())
        //: %1: the short id of a commit
        return tr("Test %1, which is checked out now; %n commit(s) are left behind it", nullptr,
                  static_cast<int>(end.left))
            .arg(end.present.abbreviated());
    return mark == Git::BisectMark::Good
               ? tr("Marked as good. Mark a commit that is bad, and bisecting begins.")
           : mark == Git::BisectMark::Bad
               ? tr("Marked as bad. Mark a commit that is good, and bisecting begins.")
               : tr("Skipped");
}
