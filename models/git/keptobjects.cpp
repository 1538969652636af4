// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/keptobjects.h"

#include "base/text.h"
#include "git/repository.h"
#include "git/text.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QStringList identity(const QDateTime &when)
{
    const QString date = QString::number(when.toSecsSinceEpoch()) + u" +0000"_s;
    return {u"GIT_AUTHOR_NAME=Plumbline"_s,        u"GIT_AUTHOR_EMAIL=undo@plumbline.invalid"_s,
            u"GIT_COMMITTER_NAME=Plumbline"_s,     u"GIT_COMMITTER_EMAIL=undo@plumbline.invalid"_s,
            QString(u"GIT_AUTHOR_DATE="_s + date), QString(u"GIT_COMMITTER_DATE="_s + date)};
}

/// Of most records: what holds no files.
Result<ObjectId> writeEmptyTree(const Program &git, const CancelToken &cancel)
{
    const auto opened = openObjects(git.location());
    git_oid id = {};
    if (opened && git_odb_hash(&id, "", 0, GIT_OBJECT_TREE) == 0 &&
        git_odb_exists(opened->database.get(), &id) == 1)
        return toId(&id);
    return runForId(git, {.arguments = {u"mktree"_s}}, cancel);
}

} // namespace

QByteArray entryLine(quint32 mode, const ObjectId &id, int stage, const QByteArray &path)
{
    return QByteArray::number(mode, 8).rightJustified(6, '0') + ' ' + id.toHex() + ' ' +
           QByteArray::number(stage) + '\t' + path + '\0';
}

Result<ObjectId> runForId(const Program &git, const Program::Run &run, const CancelToken &cancel)
{
    const auto result = git.run(run, cancel);
    if (!result)
        return std::unexpected(result.error());
    const auto id = ObjectId::fromHex(result->output.trimmed());
    if (!id)
        return fail(ErrorKind::External, Text::tr("Git gave an answer that makes no sense."),
                    displayText(result->output.first(std::min<qsizetype>(result->output.size(), 1000))));
    return *id;
}

// By way of an index of our own, so that the real one is not touched.
Result<ObjectId> writeKeptTree(const Program &git, const QByteArray &entries, const CancelToken &cancel)
{
    if (entries.isEmpty())
        return writeEmptyTree(git, cancel);
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorKind::External, Text::tr("There is no room for temporary files."),
                    folder.errorString());
    const QStringList environment{u"GIT_INDEX_FILE="_s + folder.filePath(u"index"_s)};
    const QStringList config{u"core.splitIndex=false"_s, u"core.fsmonitor=false"_s, u"index.sparse=false"_s};
    const auto added = git.run({.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s},
                                .input = entries,
                                .config = config,
                                .environment = environment},
                               cancel);
    if (!added)
        return std::unexpected(added.error());
    return runForId(git, {.arguments = {u"write-tree"_s}, .config = config, .environment = environment},
                    cancel);
}

Result<ObjectId> writeKeptCommit(const Program &git, const ObjectId &tree, const QList<ObjectId> &parents,
                                 const QByteArray &message, const QDateTime &when, const CancelToken &cancel)
{
    QStringList arguments{u"commit-tree"_s, tree.text()};
    for (const ObjectId &parent : parents)
        arguments << u"-p"_s << parent.text();
    return runForId(git,
                    {.arguments = arguments,
                     .input = message,
                     .config = {u"i18n.commitEncoding=UTF-8"_s},
                     .environment = identity(when)},
                    cancel);
}

} // namespace Git
