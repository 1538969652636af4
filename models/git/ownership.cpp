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

QByteArray homeOf(const QByteArray &user)
{
    if (user.isEmpty())
        return qgetenv("HOME");
    std::array<char, 4096> memory = {};
    struct passwd entry = {};
    struct passwd *found = nullptr;
    const int code = ::getpwnam_r(user.constData(), &entry, memory.data(), memory.size(), &found);
    return code == 0 && found ? QByteArray(entry.pw_dir) : QByteArray();
}

/// As git reads the path of a setting; empty: none that counts.
QByteArray safePath(const QByteArray &entry)
{
    if (!entry.startsWith('~'))
        return entry.startsWith('/') ? entry : QByteArray();
    const qsizetype end = entry.indexOf('/') < 0 ? entry.size() : entry.indexOf('/');
    const QByteArray home = homeOf(entry.first(end).sliced(1));
    return home.isEmpty() ? QByteArray() : QByteArray(home + entry.sliced(end));
}

// What git compares with, or it would refuse where we opened: the work tree, of a bare repository its folder.
const QByteArray &safeRoot(const Place &place)
{
    return place.workTree.isEmpty() ? place.gitDir : place.workTree;
}

// As git does, but for ".": what is the current folder is not the user's word on a repository.
bool isDeclaredSafe(const Place &place)
{
    const QByteArray &root = safeRoot(place);
    return std::ranges::any_of(safeDirectories(), [&](const QByteArray &entry) {
        const QByteArray path = safePath(entry);
        if (path.endsWith("/*")) {
            const QByteArray folder = canonicalPath(path.chopped(1));
            return !folder.isEmpty() && root.startsWith(folder.endsWith('/') ? folder : folder + '/');
        }
        return entry == "*" || (!path.isEmpty() && canonicalPath(path) == root);
    });
}

/// What makes git and us open it, as a line for a POSIX shell; empty for a path that cannot be shown as it
/// is.
QString declaringLine(const QByteArray &path)
{
    const QString shown = displayText(path);
    if (shown.toUtf8() != path)
        return {};
    return u"git config --global --add safe.directory '"_s + QString(shown).replace(u"'"_s, u"'\\''"_s) +
           u'\'';
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
        const QString line = declaringLine(safeRoot(place));
        return fail(
            ErrorKind::Denied,
            Text::tr("%1 belongs to another user (%2), so it is not opened.")
                .arg(displayText(path), ownerName(info.st_uid)),
            {},
            line.isEmpty()
                ? Text::tr("If you trust it, add the folder to safe.directory in your own Git configuration.")
                //: %1: a command
                : Text::tr("If you trust that user, say so to Git in a terminal and try again: %1")
                      .arg(line));
    }
    return {};
}

} // namespace Git
