// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/format.h"

#include "base/text.h"
#include "git/handle.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kNewestVersion = 1;

bool isKnown(QByteArrayView extension)
{
    if (extension == "noop" || extension == "objectformat")
        return true;
    return std::ranges::any_of(kExtensions, [&](const char *known) { return extension == known; });
}

Result<void> checkExtension(const QByteArray &name, const QByteArray &value, qint64 version)
{
    if (name == "objectformat" && value.toLower() != "sha1") {
        return fail(
            ErrorKind::Invalid,
            value.toLower() == "sha256"
                ? Text::tr("SHA-256 repositories are not supported by this build.")
                : Text::tr("The object format “%1” is not supported by this build.").arg(displayText(value)));
    }
    if (name == "refstorage" && value.toLower() != "files") {
        return fail(
            ErrorKind::Invalid,
            Text::tr("The reference storage “%1” is not supported by this build.").arg(displayText(value)));
    }
    if (version >= 1 && !isKnown(name)) {
        return fail(ErrorKind::Invalid,
                    Text::tr("The repository uses the extension “%1”, which is not supported by this build.")
                        .arg(displayText(name)));
    }
    return {};
}

} // namespace

Result<void> checkFormat(const Place &place)
{
    const QByteArray path = place.commonDir + "/config";
    if (!pathExists(path))
        return {};
    const QString problem = Text::tr("The configuration of the repository cannot be read.");
    const auto config = acquire<ConfigHandle>(
        problem, [&](git_config **out) { return git_config_open_ondisk(out, path.constData()); });
    if (!config) {
        Error error = config.error();
        error.kind = ErrorKind::Invalid;
        return std::unexpected(error);
    }
    int64_t version = 0;
    git_config_get_int64(&version, config->get(), "core.repositoryformatversion");
    if (version > kNewestVersion) {
        return fail(ErrorKind::Invalid,
                    Text::tr("The repository has format version %1, which is not supported by this build.")
                        .arg(version));
    }
    const auto iterator = acquire<ConfigIterator>(problem, [&](git_config_iterator **out) {
        return git_config_iterator_glob_new(out, config->get(), "^extensions\\.");
    });
    if (!iterator)
        return std::unexpected(iterator.error());
    git_config_entry *entry = nullptr;
    while (git_config_next(&entry, iterator->get()) == 0) {
        const QByteArray name =
            QByteArray(entry->name).sliced(static_cast<qsizetype>(qstrlen("extensions.")));
        if (auto accepted = checkExtension(name, QByteArray(entry->value), version); !accepted)
            return accepted;
    }
    return {};
}

} // namespace Git
