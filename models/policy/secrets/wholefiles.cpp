// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/changes.h"

#include "base/text.h"
#include "git/tree.h"
#include "policy/secrets/encryption.h"
#include "policy/secrets/settings.h"
#include "policy/text.h"

#include <QSet>

#include <algorithm>

namespace Policy {

namespace {

constexpr qsizetype kWholeBatch = 64; // files that are in memory at once
constexpr quint32 kSubmoduleMode = 0160000, kLinkMode = 0120000;

bool isAt(const QByteArray &path, const QList<QByteArray> &wanted)
{
    return wanted.isEmpty() || std::ranges::any_of(wanted, [&](const QByteArray &each) {
               const QByteArray folder = each.endsWith('/') ? each : QByteArray(each + '/');
               return each.isEmpty() || path == each || path.startsWith(folder);
           });
}

Result<void> checkMatched(const QList<QByteArray> &wanted, const QList<QByteArray> &paths)
{
    for (const QByteArray &each : wanted) {
        if (std::ranges::none_of(paths, [&](const QByteArray &path) { return isAt(path, {each}); }))
            return fail(ErrorKind::NotFound, Text::tr("There is no file at %1").arg(displayPath(each)));
    }
    return {};
}

} // namespace

std::optional<QByteArray> readSettingFile(const Git::RepoLocation &where,
                                          const std::optional<Git::ObjectId> &id)
{
    if (!id || id->isNull())
        return {};
    const auto content = Git::readBlob(where, *id);
    return content ? std::optional(*content) : std::nullopt;
}

ScanSetting makeSetting(const std::function<std::optional<QByteArray>(const QByteArray &path)> &read)
{
    ScanSetting setting;
    if (const auto content = read(kIgnoreFile))
        setting.ignores = IgnoreList(kIgnoreFile, *content);
    if (const auto content = read(kSopsFile))
        setting.encryption = std::make_shared<EncryptionRules>(kSopsFile, *content);
    return setting;
}

Result<SecretScan> scanCommit(const Git::RepoLocation &where, const Git::ObjectId &commit,
                              const QList<QByteArray> &paths, const CancelToken &cancel)
{
    const auto tree = Git::readTree(where, commit, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    QHash<QByteArray, Git::ObjectId> ids;
    QList<QByteArray> found;
    for (const Git::TreeFile &file : *tree) {
        if (file.kind == Git::FileKind::Submodule)
            continue;
        ids.insert(file.path, file.id);
        if (isAt(file.path, paths))
            found += file.path;
    }
    if (const auto checked = checkMatched(paths, found); !checked)
        return std::unexpected(checked.error());
    const ScanSetting setting =
        makeSetting([&](const QByteArray &path) { return readSettingFile(where, ids.value(path)); });
    SecretScan scan;
    for (qsizetype at = 0; at < found.size(); at += kWholeBatch) {
        if (cancel.isCancelled())
            return failCancelled();
        const QList<QByteArray> batch = found.sliced(at, std::min(kWholeBatch, found.size() - at));
        QList<Git::ObjectId> wanted;
        for (const QByteArray &path : batch)
            wanted += ids.value(path);
        const auto contents = Git::readBlobs(where, wanted, setting.largestFile);
        for (qsizetype i = 0; i < std::min(batch.size(), contents.size()); ++i)
            scanWhole(batch[i], contents[i], setting, scan);
    }
    sortByPlace(scan);
    return scan;
}

Result<SecretScan> scanWorkTree(const Git::RepoLocation &where, const QList<QByteArray> &paths,
                                const CancelToken &cancel)
{
    const auto index = Git::readIndex(where, cancel);
    if (!index)
        return std::unexpected(index.error());
    QSet<QByteArray> found;
    for (const Git::TreeFile &file : *index) {
        if (file.kind != Git::FileKind::Submodule && file.kind != Git::FileKind::Symlink &&
            isAt(file.path, paths))
            found.insert(file.path);
    }
    const auto unstaged = Git::readDiff(
        where, {.sides = Git::DiffSides::IndexToWorkTree, .findsRenames = false, .withLines = false}, cancel);
    if (!unstaged)
        return std::unexpected(unstaged.error());
    for (const Diff::FileDiff &file : *unstaged) {
        if (file.newPath.isEmpty())
            found.remove(file.oldPath);
        else if (file.newMode != kSubmoduleMode && file.newMode != kLinkMode && isAt(file.newPath, paths))
            found.insert(file.newPath);
    }
    const QList<QByteArray> all(found.cbegin(), found.cend());
    if (const auto checked = checkMatched(paths, all); !checked)
        return std::unexpected(checked.error());
    const ScanSetting setting = makeSetting([&](const QByteArray &path) -> std::optional<QByteArray> {
        const auto content = Git::readWorkFile(where, path);
        return content ? std::optional(*content) : std::nullopt;
    });
    SecretScan scan;
    for (const QByteArray &path : all) {
        if (cancel.isCancelled())
            return failCancelled();
        scanWhole(path, Git::readWorkFile(where, path, setting.largestFile), setting, scan);
    }
    sortByPlace(scan);
    return scan;
}

} // namespace Policy
