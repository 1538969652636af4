// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/conversion.h"

#include "git/patchread.h"
#include "git/regularfile.h"
#include "git/repository.h"
#include "git/scan/partialindex.h"
#include "git/tree.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLargestAttributes = 100 * 1024 * 1024; // as for git

bool mayConvert(const QByteArray &attributes)
{
    return attributes.contains("filter") || attributes.contains("working-tree-encoding");
}

bool isConvertingFile(const QByteArray &path)
{
    return mayConvert(readRegularFile(path, kLargestAttributes, {}).value_or(QByteArray()));
}

// Attributes that are staged count where the work tree has no such file.
bool mayConvertFromIndex(git_index *index, const QList<QByteArray> &folders)
{
    return !index || std::ranges::any_of(folders, [&](const QByteArray &folder) {
        size_t position = 0;
        return git_index_find(&position, index, QByteArray(folder + ".gitattributes").constData()) == 0;
    });
}

// To look at the attributes of a path costs more than to compare it, and most repositories have none of
// these.
bool mayConvert(const RepoLocation &where, git_config *config, git_index *index,
                const QList<QByteArray> &paths)
{
    git_buf named = GIT_BUF_INIT;
    const bool isNamed = git_config_get_path(&named, config, "core.attributesfile") == 0;
    QByteArray settings = qgetenv("XDG_CONFIG_HOME");
    if (settings.isEmpty())
        settings = qgetenv("HOME") + "/.config";
    const QList<QByteArray> files{isNamed ? QByteArray(named.ptr) : QByteArray(settings + "/git/attributes"),
                                  "/etc/gitattributes", where.commonDir + "/info/attributes"};
    git_buf_dispose(&named);
    if (std::ranges::any_of(files, isConvertingFile))
        return true;
    QSet<QByteArray> folders;
    QList<QByteArray> without; // such a file
    for (const QByteArray &path : paths) {
        for (qsizetype end = path.lastIndexOf('/');; end = path.lastIndexOf('/', end - 1)) {
            const QByteArray folder = path.first(end + 1);
            if (folders.contains(folder))
                break;
            folders.insert(folder);
            const auto attributes = readWorkFile(where, folder + ".gitattributes", kLargestAttributes);
            if (attributes ? mayConvert(*attributes) : attributes.error().kind != ErrorKind::NotFound)
                return true;
            if (!attributes)
                without += folder;
            if (end <= 0)
                break;
        }
    }
    return mayConvertFromIndex(index, without);
}

QByteArray textOf(const char *value)
{
    return git_attr_value(value) == GIT_ATTR_VALUE_STRING ? QByteArray(value) : QByteArray();
}

Conversion lookUp(git_repository *repository, const QByteArray &path)
{
    const char *names[] = {"working-tree-encoding", "filter"};
    const char *values[] = {nullptr, nullptr};
    if (git_attr_get_many(values, repository, GIT_ATTR_CHECK_FILE_THEN_INDEX, path.constData(), 2, names) !=
        0)
        return {};
    return {textOf(values[0]), textOf(values[1])};
}

// Git takes these for what it stores anyway.
bool isPlainEncoding(const QByteArray &name)
{
    const QByteArray upper = name.toUpper();
    return upper == "UTF-8" || upper == "UTF8";
}

bool hasProgram(git_config *config, const QByteArray &filter)
{
    const auto isSet = [&](const char *key) {
        const char *value = nullptr;
        const QByteArray name = "filter." + filter + key;
        return git_config_get_string(&value, config, name.constData()) == 0 && value && *value != '\0';
    };
    return isSet(".clean") || isSet(".process");
}

} // namespace

Result<QList<Conversion>> readConversions(const RepoLocation &where, const QList<QByteArray> &paths)
{
    QList<Conversion> conversions;
    if (paths.isEmpty())
        return conversions;
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    const PartialIndex index(repository->get(), where, {}, {}); // where attributes may stand, too
    if (!mayConvert(where, config->get(), index.get(), paths))
        return QList<Conversion>(paths.size());
    if (!index.get())
        leaveOutUnreadableIndex(repository->get());
    QHash<QByteArray, bool> drivers;
    for (const QByteArray &path : paths) {
        Conversion conversion = lookUp(repository->get(), path);
        if (isPlainEncoding(conversion.encoding))
            conversion.encoding.clear();
        if (!conversion.filter.isEmpty()) {
            if (!drivers.contains(conversion.filter))
                drivers.insert(conversion.filter, hasProgram(config->get(), conversion.filter));
            if (!drivers.value(conversion.filter))
                conversion.filter.clear();
        }
        conversions.append(std::move(conversion));
    }
    return conversions;
}

QByteArray readDeclaredEncoding(const RepoLocation &where, const QByteArray &path)
{
    const auto repository = openHandle(where);
    if (!repository)
        return {};
    const PartialIndex index(repository->get(), where, {}, {}); // where attributes may stand, too
    if (!index.get())
        leaveOutUnreadableIndex(repository->get());
    return declaredEncoding(repository->get(), path);
}

} // namespace Git
