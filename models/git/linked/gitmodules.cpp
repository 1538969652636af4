// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/gitmodules.h"

#include "git/filemodes.h"
#include "git/linked/configtext.h"
#include "git/regularfile.h"
#include "git/remote/remoteurl.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/worktree.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLargestGitmodules = 4 * 1024 * 1024;
constexpr qsizetype kLongestName = 1000;

bool hasControlBytes(const QByteArray &text)
{
    return std::ranges::any_of(text, [](char each) {
        const auto byte = static_cast<uchar>(each);
        return byte < 0x20 || byte == 0x7f;
    });
}

bool survivesAsArgument(const QByteArray &text)
{
    return QFile::encodeName(QFile::decodeName(text)) == text;
}

QByteArray GitmodulesEntry::*memberOf(QByteArrayView setting)
{
    if (setting == "path")
        return &GitmodulesEntry::path;
    if (setting == "url")
        return &GitmodulesEntry::url;
    return setting == "ignore" ? &GitmodulesEntry::ignore : nullptr;
}

// A sparse checkout may leave the file out; then the index has it.
QByteArray stagedGitmodules(const RepoLocation &where)
{
    const auto opened = openIndex(where);
    if (!opened)
        return {};
    const git_index_entry *entry = git_index_get_bypath(opened->index.get(), ".gitmodules", 0);
    if (!entry || entry->mode == kLinkMode || entry->mode == kSubmoduleMode)
        return {};
    const auto database = openDatabase(opened->repository.get());
    const auto blob = database ? readObject(database->get(), toId(&entry->id), GIT_OBJECT_BLOB)
                               : std::unexpected(ObjectProblem::Missing);
    if (!blob || git_odb_object_size(blob->get()) > static_cast<size_t>(kLargestGitmodules))
        return {};
    return {static_cast<const char *>(git_odb_object_data(blob->get())),
            static_cast<qsizetype>(git_odb_object_size(blob->get()))};
}

} // namespace

Result<QList<GitmodulesEntry>> parseGitmodules(const QByteArray &content)
{
    const auto settings = parseConfigText(content);
    if (!settings)
        return fail(ErrorKind::Invalid, Text::tr("The file .gitmodules cannot be read."));
    QList<GitmodulesEntry> found;
    for (const ConfigSetting &setting : *settings) {
        QByteArray GitmodulesEntry::*const member = memberOf(setting.name);
        if (setting.section != "submodule" || setting.subsection.isEmpty() || !member)
            continue;
        auto present = std::ranges::find(found, setting.subsection, &GitmodulesEntry::name);
        if (present == found.end())
            present = found.insert(found.end(), {.name = setting.subsection, .path = {}, .url = {}});
        (*present).*member = setting.value;
    }
    return found;
}

Result<QHash<QByteArray, GitmodulesEntry>> readGitmodules(const RepoLocation &where,
                                                          const CancelToken &cancel)
{
    const auto tree = WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    const auto status = tree->status(".gitmodules");
    if (!status)
        return std::unexpected(status.error());
    QByteArray content;
    if (*status && !S_ISREG((*status)->st_mode))
        return fail(ErrorKind::Invalid, Text::tr("What .gitmodules names is no file, so it is not read."));
    if (*status) {
        auto read = readRegularFile(where.workTree + "/.gitmodules", kLargestGitmodules, cancel);
        if (!read)
            return std::unexpected(read.error());
        content = *std::move(read);
    } else {
        content = stagedGitmodules(where);
    }
    const auto parsed = parseGitmodules(content);
    if (!parsed)
        return std::unexpected(parsed.error());
    QHash<QByteArray, GitmodulesEntry> byPath;
    for (GitmodulesEntry entry : *parsed) {
        if (entry.path.endsWith('/'))
            entry.path.chop(1);
        byPath.insert(entry.path, entry);
    }
    return byPath;
}

std::optional<SubmoduleIgnore> parseSubmoduleIgnore(const QByteArray &word)
{
    if (word == "none")
        return SubmoduleIgnore::None;
    if (word == "untracked")
        return SubmoduleIgnore::Untracked;
    if (word == "dirty")
        return SubmoduleIgnore::Dirty;
    if (word == "all")
        return SubmoduleIgnore::All;
    return std::nullopt;
}

QString submoduleNameProblem(const QByteArray &name)
{
    if (name.isEmpty())
        return Text::tr("It has no entry in .gitmodules.");
    QByteArray parts = name;
    parts.replace('\\', '/');
    if (parts.split('/').contains("..") || parts.startsWith('/'))
        return Text::tr("Its name in .gitmodules would lead out of Git's folder for submodules.");
    if (name.startsWith('-') || hasControlBytes(name) || !survivesAsArgument(name) ||
        name.size() > kLongestName)
        return Text::tr("Its name in .gitmodules cannot be given to Git.");
    return {};
}

QString submodulePathProblem(const QByteArray &path)
{
    if (!isInnerPath(path))
        return Text::tr("Its path leads out of the work tree or into Git's own folder.");
    if (path.startsWith('-') || hasControlBytes(path) || !survivesAsArgument(path))
        return Text::tr("Its path cannot be given to Git.");
    return {};
}

bool isRelativeUrl(const QByteArray &url)
{
    return url.startsWith("./") || url.startsWith("../");
}

QString submoduleUrlProblem(const QByteArray &url)
{
    if (url.isEmpty())
        return Text::tr("It has no address.");
    if (isRelativeUrl(url)) {
        const QByteArray lower = url.toLower();
        const bool isOdd = hasControlBytes(url) || lower.contains("%0a") || lower.contains("%0d") ||
                           lower.contains("%00") || url.contains("::");
        return isOdd ? Text::tr("Its address contains characters that belong into no address.") : QString();
    }
    const auto parsed = parseRemoteUrl(url);
    return parsed ? QString() : parsed.error().message;
}

} // namespace Git
