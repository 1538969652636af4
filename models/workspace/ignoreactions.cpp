// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/ignoreactions.h"

#include "base/text.h"

#include <QLocale>

IgnoreActionsController::IgnoreActionsController(RepositoryController &repository, QObject *parent)
    : RepositoryActions(repository, parent)
{}

bool IgnoreActionsController::isPossible(const QList<QByteArray> &paths, Git::IgnoreKind kind)
{
    return !paths.isEmpty() && std::ranges::all_of(paths, [kind](const QByteArray &path) {
        return Git::ignorePattern(path, kind).has_value();
    });
}

QString IgnoreActionsController::text(const QList<QByteArray> &paths, Git::IgnoreKind kind)
{
    const bool isOne = paths.size() == 1 && isPossible(paths, kind);
    const QByteArray path = paths.value(0);
    switch (kind) {
    case Git::IgnoreKind::Ending:
        return isOne
                   //: %1: the end of a file's name, such as ".log"
                   ? tr("Files ending in %1").arg(displayText(Git::endingOf(path)))
                   : tr("Files with the same ending");
    case Git::IgnoreKind::Folder: {
        const qsizetype end = path.lastIndexOf('/', path.endsWith('/') ? -2 : -1);
        return isOne
                   //: %1: a folder
                   ? tr("The folder %1").arg(displayPath(path.first(std::max<qsizetype>(0, end) + 1)))
                   : tr("The folder it lies in");
    }
    case Git::IgnoreKind::Path:
        break;
    }
    if (paths.size() > 1)
        return tr("The %n chosen file(s)", nullptr, static_cast<int>(paths.size()));
    return path.endsWith('/') ? tr("This folder") : tr("This file");
}

void IgnoreActionsController::ignore(const Git::IgnoreRequest &request)
{
    run<Git::IgnoreEnd>(
        tr("Adding to what is ignored"),
        [request](const Git::Program &git, const CancelToken &cancel) {
            return Git::ignorePaths(git, request, cancel);
        },
        [this](const Git::IgnoreEnd &end) { tell(end); });
}

void IgnoreActionsController::tell(const Git::IgnoreEnd &end)
{
    if (end.undo)
        repository().noteUndo(*end.undo);
    if (end.patterns.isEmpty()) {
        Q_EMIT succeeded(tr("Git ignores it already"));
        return;
    }
    QStringList patterns, lists;
    for (const QByteArray &pattern : end.patterns)
        patterns += displayText(pattern);
    for (const QByteArray &list : end.lists)
        lists += displayPath(list);
    constexpr qsizetype shown = 3;
    const QString what = patterns.size() > shown
                             ? tr("%n pattern(s)", nullptr, static_cast<int>(patterns.size()))
                             : QLocale().createSeparatedList(patterns);
    //: %1: patterns, such as "*.log"; %2: files
    QString said = tr("Added %1 to %2.").arg(what, QLocale().createSeparatedList(lists));
    if (end.trackedCount > 0)
        said += u' ' +
                tr("%n file(s) there are tracked and stay so.", nullptr, static_cast<int>(end.trackedCount));
    Q_EMIT succeeded(said);
}
