// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/filereader.h"

#include "diff/reading.h"
#include "git/commitoverrides.h"
#include "git/patchread.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

using Diff::FileDiff;
using Diff::FileStatus;
using Diff::Omission;

namespace {

constexpr qint64 kLargestUtf16 = 8 * 1024 * 1024; // bytes of a side

bool isEncrypted(QByteArrayView content)
{
    return content.startsWith("\0GITCRYPT\0"_ba);
}

QByteArray encryptionReason(git_repository *repository)
{
    const auto config = readConfiguration(repository);
    const char *program = nullptr;
    const bool isUnlocked =
        config && git_config_get_string(&program, config->get(), "filter.git-crypt.smudge") == 0;
    return (isUnlocked
                //: stands behind “The content cannot be read:”
                ? Text::tr("git-crypt has encrypted it in Git")
                //: stands behind “The content cannot be read:”
                : Text::tr("git-crypt has encrypted it, and this repository is locked"))
        .toUtf8();
}

} // namespace

FileDiff FileReader::read(size_t position)
{
    const git_diff_delta *delta = git_diff_get_delta(m_comparison.diff(), position);
    FileDiff file = describe(*delta);
    if (delta->old_file.mode == GIT_FILEMODE_COMMIT || delta->new_file.mode == GIT_FILEMODE_COMMIT ||
        file.path().endsWith('/')) {
        file.omission = Omission::Submodule;
        return file;
    }
    takeSizes(*delta, file);
    if (file.omission == Omission::None && std::max(file.oldSize, file.newSize) > m_request.largestFile)
        file.omission = Omission::TooLarge;
    if (file.omission == Omission::None && m_request.withLines)
        takeContent(position, file);
    return file;
}

FileDiff FileReader::describe(const git_diff_delta &delta) const
{
    FileDiff file{.status = statusOf(delta.status), .similarity = delta.similarity};
    const bool hasOld = file.status != FileStatus::Added && file.status != FileStatus::Untracked;
    const bool hasNew = file.status != FileStatus::Deleted;
    if (hasOld) {
        file.oldPath = delta.old_file.path;
        file.oldMode = delta.old_file.mode;
        file.oldId = idOf(delta.old_file);
    }
    if (hasNew) {
        file.newPath = delta.new_file.path;
        file.newMode = delta.new_file.mode;
        const bool isKnown = !m_readsWorkTree || delta.new_file.mode == GIT_FILEMODE_COMMIT;
        file.newId = isKnown ? idOf(delta.new_file) : QByteArray();
    }
    if (file.status != FileStatus::Renamed && file.status != FileStatus::Copied)
        file.similarity = 0;
    return file;
}

QByteArray FileReader::idOf(const git_diff_file &side)
{
    return git_oid_is_zero(&side.id) ? QByteArray() : toId(&side.id).toHex();
}

void FileReader::takeSizes(const git_diff_delta &delta, FileDiff &file)
{
    if (!file.oldId.isEmpty())
        file.oldSize = blobSize(delta.old_file.id, file);
    if (!file.newId.isEmpty())
        file.newSize = blobSize(delta.new_file.id, file);
    else if (m_readsWorkTree && !file.newPath.isEmpty())
        file.newSize = workFileSize(m_where, file.newPath);
}

qint64 FileReader::blobSize(const git_oid &id, FileDiff &file)
{
    size_t size = 0;
    git_object_t kind = GIT_OBJECT_INVALID;
    const int code = git_odb_read_header(&size, &kind, m_database, &id);
    if (code < 0) {
        file.omission = code == GIT_ENOTFOUND ? Omission::Missing : Omission::Unreadable;
        file.omissionReason = lastError(code, {}).detail.toUtf8();
    }
    return static_cast<qint64>(size);
}

void FileReader::takeContent(size_t position, FileDiff &file)
{
    const auto patch = file.status == FileStatus::Conflicted ? conflictPatch(file) : plainPatch(position);
    if (!patch) {
        file.omission = patch.error().kind == ErrorKind::NotFound ? Omission::Missing : Omission::Unreadable;
        file.omissionReason = patch.error().detail.toUtf8();
        return;
    }
    if (!*patch)
        return;
    if ((git_patch_get_delta(patch->get())->flags & GIT_DIFF_FLAG_BINARY) != 0) {
        file.omission = Omission::Binary;
        if (isOfGitCrypt(file)) {
            file.omission = Omission::Unreadable;
            file.omissionReason = encryptionReason(m_comparison.repository());
        } else {
            takeUtf16(file);
        }
        return;
    }
    if (const auto taken = takeLines(patch->get(), file); !taken) {
        file.omission = Omission::Unreadable;
        file.omissionReason = taken.error().detail.toUtf8();
        return;
    }
    if (!Diff::isPlainText(file))
        Diff::takeReading(file, declaredEncoding(m_comparison.repository(), file.path()));
}

std::optional<QByteArray> FileReader::storedContent(const QByteArray &hex) const
{
    git_oid id;
    if (git_oid_fromstr(&id, hex.constData()) != 0)
        return std::nullopt;
    const auto object = acquire<RawObjectHandle>(
        {}, [&](git_odb_object **out) { return git_odb_read(out, m_database, &id); });
    if (!object)
        return std::nullopt;
    return QByteArray(static_cast<const char *>(git_odb_object_data(object->get())),
                      static_cast<qsizetype>(git_odb_object_size(object->get())));
}

// For libgit2 that is binary.
void FileReader::takeUtf16(FileDiff &file) const
{
    const auto isOfUnits = [](qint64 size) { return size > 0 && size <= kLargestUtf16 && size % 2 == 0; };
    if ((!isOfUnits(file.oldSize) && !isOfUnits(file.newSize)) ||
        std::max(file.oldSize, file.newSize) > kLargestUtf16)
        return;
    std::optional<QByteArray> older(QByteArray{}), newer(QByteArray{});
    if (!file.oldPath.isEmpty())
        older = storedContent(file.oldId);
    if (!file.newId.isEmpty()) {
        newer = storedContent(file.newId);
    } else if (!file.newPath.isEmpty()) {
        auto content = readWorkFile(m_where, file.newPath, kLargestUtf16);
        newer = content ? std::optional(*std::move(content)) : std::nullopt;
    }
    if (!older || !newer)
        return;
    const TextComparison how{.contextLines = m_request.contextLines,
                             .ignoresWhitespace = m_request.ignoresWhitespace};
    std::ignore = compareUtf16(*older, *newer, how, file); // what is none stays as it is
}

// Of a repository that is unlocked the work tree has it plain: that is for its filter to compare.
bool FileReader::isOfGitCrypt(const FileDiff &file) const
{
    const auto stored = [&](const QByteArray &hex) {
        return isEncrypted(storedContent(hex).value_or(QByteArray()));
    };
    const bool hasOld = !file.oldPath.isEmpty(), hasNew = !file.newPath.isEmpty();
    if (file.status == FileStatus::Conflicted || (hasOld && !stored(file.oldId)))
        return false;
    if (!hasNew || !m_readsWorkTree)
        return !hasNew || stored(file.newId);
    return isEncrypted(readWorkFile(m_where, file.newPath, m_request.largestFile).value_or(QByteArray()));
}

Result<PatchHandle> FileReader::plainPatch(size_t position)
{
    return acquire<PatchHandle>(
        {}, [&](git_patch **out) { return git_patch_from_diff(out, m_comparison.diff(), position); });
}

// A conflicted path has no index entry to compare with: our side, or that of the commit, against what
// stands in the work tree.
Result<PatchHandle> FileReader::conflictPatch(FileDiff &file)
{
    const auto before = beforeConflict(file.path());
    if (!before)
        return std::unexpected(before.error());
    BlobHandle ours;
    if (*before) {
        auto blob = acquire<BlobHandle>({}, [&](git_blob **out) {
            return git_blob_lookup(out, m_comparison.repository(), &(*before)->id);
        });
        if (!blob)
            return std::unexpected(blob.error());
        ours = *std::move(blob);
        file.oldId = toId(&(*before)->id).toHex();
        file.oldMode = (*before)->mode;
    }
    auto content = m_readsWorkTree ? readWorkFile(m_where, file.path(), m_request.largestFile)
                                   : Result<QByteArray>(QByteArray());
    if (!content)
        return PatchHandle(); // deleted on our side
    m_conflictContent = std::move(*content);
    git_diff_options options = m_comparison.options();
    return acquire<PatchHandle>({}, [&](git_patch **out) {
        return git_patch_from_blob_and_buffer(
            out, ours.get(), file.path().constData(), m_conflictContent.constData(),
            static_cast<size_t>(m_conflictContent.size()), file.path().constData(), &options);
    });
}

Result<std::optional<FileReader::Side>> FileReader::beforeConflict(const QByteArray &path) const
{
    if (m_request.sides == DiffSides::CommitToWorkTree) {
        const auto opened = openObjects(m_where);
        if (!opened)
            return std::unexpected(opened.error());
        const auto overrides = CommitOverrides::read(m_where, opened->repository.get(), {});
        const auto tree = openShownTree(*opened, overrides, m_request.commit);
        if (!tree)
            return std::unexpected(tree.error());
        git_tree_entry *raw = nullptr;
        if (git_tree_entry_bypath(&raw, tree->get(), path.constData()) < 0)
            return std::nullopt;
        const std::unique_ptr<git_tree_entry, Releaser<&git_tree_entry_free>> entry(raw);
        return Side{*git_tree_entry_id(raw), static_cast<quint32>(git_tree_entry_filemode(raw))};
    }
    const auto index = openIndex(m_comparison.repository(), m_where);
    if (!index)
        return std::unexpected(index.error());
    const git_index_entry *entry = git_index_get_bypath(index->get(), path.constData(), 2);
    return entry ? std::optional(Side{entry->id, entry->mode}) : std::nullopt;
}

} // namespace Git
