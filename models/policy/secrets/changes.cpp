// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/changes.h"

#include "git/indexentry.h"
#include "git/log.h"
#include "git/tree.h"
#include "policy/secrets/settings.h"
#include "policy/text.h"

#include <algorithm>

namespace Policy {

namespace {

constexpr qsizetype kBatch = 64; // files that are in memory at once
constexpr quint32 kSubmodule = 0160000, kLink = 0120000;

std::optional<Git::ObjectId> blobOf(const QByteArray &id, quint32 mode)
{
    const auto blob = Git::ObjectId::fromHex(id);
    if (!blob || blob->isNull() || mode == kSubmodule || mode == 0)
        return {};
    return blob;
}

/// The files that say what is ignored, of one side of a change.
class SettingFiles
{
public:
    SettingFiles(const Git::RepoLocation &where, const Git::DiffRequest &request)
        : m_where(where)
        , m_readsWorkTree(request.sides == Git::DiffSides::IndexToWorkTree)
    {
        if (m_readsWorkTree || request.sides == Git::DiffSides::HeadToIndex) {
            const auto entries = Git::readIndexEntries(where, {kIgnoreFile, kSopsFile});
            for (const Git::IndexEntry &entry : entries.value_or(QList<Git::IndexEntry>()))
                m_ids.insert(entry.path, entry.id);
        }
    }

    void take(const QByteArray &path, const Git::ObjectId &id) { m_ids.insert(path, id); }

    std::optional<QByteArray> after(const QByteArray &path) const
    {
        if (!m_readsWorkTree)
            return readSettingFile(m_where, m_ids.value(path));
        const auto content = Git::readWorkFile(m_where, path);
        return content ? std::optional(*content) : std::nullopt;
    }

    /// What was there before, where that changed.
    std::optional<QByteArray> before(const QByteArray &path, const QList<Diff::FileDiff> &files) const
    {
        for (const Diff::FileDiff &file : files) {
            if (file.path() == path)
                return readSettingFile(m_where, blobOf(file.oldId, file.oldMode));
        }
        return after(path);
    }

private:
    Git::RepoLocation m_where;
    bool m_readsWorkTree;
    QHash<QByteArray, Git::ObjectId> m_ids;
};

PairSettings settingsOf(const SettingFiles &files, const QList<Diff::FileDiff> &changed)
{
    PairSettings settings;
    settings.after = makeSetting([&](const QByteArray &path) { return files.after(path); });
    settings.before = makeSetting([&](const QByteArray &path) { return files.before(path, changed); });
    return settings;
}

/// Contents of a batch, both sides, with one opened repository.
QList<FilePair> readPairs(const Git::RepoLocation &where, const QList<Diff::FileDiff> &files,
                          bool readsWorkTree, qint64 limit)
{
    QList<Git::ObjectId> ids;
    QList<FilePair> pairs(files.size());
    QList<std::optional<Result<QByteArray>> *> places;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const Diff::FileDiff &file = files[i];
        pairs[i].path = file.path();
        if (const auto id = blobOf(file.oldId, file.oldMode); id && !file.oldPath.isEmpty()) {
            ids += *id;
            places += &pairs[i].before;
        }
        if (file.newPath.isEmpty() || file.newMode == kSubmodule)
            continue;
        if (readsWorkTree) {
            if (file.newMode != kLink)
                pairs[i].after = Git::readWorkFile(where, file.newPath, limit);
        } else if (const auto id = blobOf(file.newId, file.newMode)) {
            ids += *id;
            places += &pairs[i].after;
        }
    }
    const QList<Result<QByteArray>> contents = Git::readBlobs(where, ids, limit);
    for (qsizetype i = 0; i < std::min(contents.size(), places.size()); ++i)
        *places[i] = contents[i];
    return pairs;
}

Result<void> scanFiles(const Git::RepoLocation &where, const QList<Diff::FileDiff> &files,
                       const PairSettings &settings, bool readsWorkTree, SecretScan &scan,
                       const CancelToken &cancel)
{
    for (qsizetype at = 0; at < files.size(); at += kBatch) {
        if (cancel.isCancelled())
            return failCancelled();
        const auto batch = files.sliced(at, std::min(kBatch, files.size() - at));
        for (const FilePair &pair : readPairs(where, batch, readsWorkTree, settings.after.largestFile))
            scanPair(pair, settings, scan);
    }
    return {};
}

QList<Diff::FileDiff> toFiles(const QList<Git::FileChange> &changes)
{
    QList<Diff::FileDiff> files;
    for (const Git::FileChange &change : changes) {
        const bool isDeleted = change.newId.isNull();
        files.append({.oldPath = change.oldId.isNull() ? QByteArray() : change.path,
                      .newPath = isDeleted ? QByteArray() : change.path,
                      .oldMode = change.oldId.isNull() ? 0u : 0100644u,
                      .newMode = isDeleted ? 0u : 0100644u,
                      .oldId = change.oldId.toHex(),
                      .newId = change.newId.toHex()});
    }
    return files;
}

} // namespace

Result<SecretScan> scanChanges(const Git::RepoLocation &where, const Git::DiffRequest &request,
                               const CancelToken &cancel)
{
    if (where.isBare() && where.indexFile.isEmpty() && request.sides != Git::DiffSides::CommitToParent &&
        request.sides != Git::DiffSides::CommitToCommit)
        return fail(ErrorKind::Invalid, Text::tr("A bare repository has nothing staged"));
    Git::DiffRequest names = request;
    names.withLines = false;
    const auto files = Git::readDiff(where, names, cancel);
    if (!files)
        return std::unexpected(files.error());
    SecretScan scan;
    const bool readsWorkTree = request.sides == Git::DiffSides::IndexToWorkTree;
    const SettingFiles settingFiles(where, request);
    const auto scanned =
        scanFiles(where, *files, settingsOf(settingFiles, *files), readsWorkTree, scan, cancel);
    if (!scanned)
        return std::unexpected(scanned.error());
    sortByPlace(scan);
    return scan;
}

Result<SecretScan> scanRange(const Git::RepoLocation &where, const Git::ObjectId &stopAt,
                             const Git::ObjectId &tip, const CancelToken &cancel)
{
    const auto tree = Git::readTree(where, tip, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    SettingFiles settingFiles(where, {.sides = Git::DiffSides::CommitToCommit});
    for (const Git::TreeFile &file : *tree) {
        if (file.path == kIgnoreFile || file.path == kSopsFile)
            settingFiles.take(file.path, file.id);
    }
    const PairSettings settings = settingsOf(settingFiles, {});
    SecretScan scan;
    Result<void> scanned;
    const auto takeCommit = [&](const Git::CommitChanges &one) {
        SecretScan ofCommit;
        if (scanned)
            scanned = scanFiles(where, toFiles(one.files), settings, false, ofCommit, cancel);
        for (SecretFinding &finding : ofCommit.findings)
            finding.commit = one.commit.id.toHex();
        scan.findings += ofCommit.findings;
        scan.suppressed += ofCommit.suppressed;
        scan.files += ofCommit.files;
        scan.bytes += ofCommit.bytes;
    };
    const auto walked = Git::walkChanges(where, {.tip = tip, .stopAt = stopAt}, takeCommit, cancel);
    if (!walked)
        return std::unexpected(walked.error());
    if (!scanned)
        return std::unexpected(scanned.error());
    sortByPlace(scan);
    return scan;
}

} // namespace Policy
