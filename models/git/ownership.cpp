// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/ownership.h"

#include "base/text.h"
#include "git/handle.h"
#include "git/text.h"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// As git does: root may also use what belongs to the user who called sudo.
bool isOurs(uid_t owner)
{
    const uid_t self = ::geteuid();
    if (owner == self)
        return true;
    bool isNumber = false;
    const uint caller = qgetenv("SUDO_UID").toUInt(&isNumber);
    return self == 0 && isNumber && owner == caller;
}

QString ownerName(uid_t owner)
{
    std::array<char, 4096> memory = {};
    struct passwd entry = {};
    struct passwd *found = nullptr;
    if (::getpwuid_r(owner, &entry, memory.data(), memory.size(), &found) == 0 && found)
        return displayText(entry.pw_name);
    return u"uid %1"_s.arg(owner);
}

// Of the system and the user only: a repository cannot declare itself safe.
QList<QByteArray> safeDirectories()
{
    QList<QByteArray> safe;
    const auto config =
        acquire<ConfigHandle>({}, [](git_config **out) { return git_config_open_default(out); });
    if (!config)
        return safe;
    const auto add = [](const git_config_entry *entry, void *list) {
        auto &paths = *static_cast<QList<QByteArray> *>(list);
        if (!entry->value || *entry->value == '\0')
            paths.clear(); // an empty value resets the list
        else
            paths.append(entry->value);
        return 0;
    };
    git_config_get_multivar_foreach(config->get(), "safe.directory", nullptr, add, &safe);
    return safe;
}

bool isDeclaredSafe(const Place &place)
{
    const QByteArray &root = place.workTree.isEmpty() ? place.gitDir : place.workTree;
    return std::ranges::any_of(safeDirectories(), [&](const QByteArray &entry) {
        if (entry.endsWith("/*"))
            return root.startsWith(entry.first(entry.size() - 1));
        return entry == "*" || canonicalPath(entry) == root;
    });
}

} // namespace

Result<void> checkOwner(const Place &place)
{
    for (const QByteArray &path :
         {place.workTree, place.gitFile, place.linkedGit, place.gitDir, place.commonDir}) {
        struct stat info = {};
        if (path.isEmpty() || ::lstat(path.constData(), &info) != 0 || isOurs(info.st_uid))
            continue;
        if (isDeclaredSafe(place))
            return {};
        return fail(
            ErrorKind::Denied,
            Text::tr("%1 belongs to another user (%2), so it is not opened.")
                .arg(displayText(path), ownerName(info.st_uid)),
            {}, Text::tr("If you trust it, add the folder to safe.directory in your own Git configuration."));
    }
    return {};
}

} // namespace Git
