// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/configuredfiles.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace Git {

namespace {

constexpr qint64 kLargestConfigured = 16 * 1024 * 1024;
constexpr int kDeepestInclude = 10; // as in git and libgit2

struct ConfiguredFile
{
    QByteArray path;
    bool isIncluded = false;
};

/// A value as git reads it: without quotes, escapes and a comment behind it.
QByteArray unquoted(QByteArrayView text)
{
    QByteArray value;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '"')
            isQuoted = !isQuoted;
        else if (character == '\\' && at + 1 < text.size())
            value += text[++at];
        else if (!isQuoted && (character == '#' || character == ';'))
            break;
        else
            value += character;
    }
    return value.trimmed();
}

QByteArray resolved(const QByteArray &value, const QByteArray &file)
{
    if (value.startsWith('/'))
        return value;
    if (value.startsWith("~/"))
        return QFile::encodeName(QDir::homePath()) + value.sliced(1);
    return file.first(file.lastIndexOf('/') + 1) + value;
}

/// The files that one configuration file names.
QList<ConfiguredFile> filesNamedIn(const QByteArray &content, const QByteArray &file)
{
    QList<ConfiguredFile> files;
    QByteArray section;
    for (QByteArray line : QByteArray(content).replace("\\\n", "").split('\n')) {
        line = line.trimmed();
        if (line.startsWith('[')) {
            const qsizetype end = line.lastIndexOf(']');
            section = line.sliced(1, std::max<qsizetype>(end, 1) - 1).split(' ').first().toLower();
            line = end < 0 ? QByteArray() : line.sliced(end + 1).trimmed();
        }
        const qsizetype equals = line.indexOf('=');
        const QByteArray name = line.first(std::max<qsizetype>(equals, 0)).trimmed().toLower();
        const bool isInclude = (section == "include" || section == "includeif") && name == "path";
        const bool isRead = section == "core" && (name == "attributesfile" || name == "excludesfile");
        if (isInclude || isRead)
            files += {resolved(unquoted(QByteArrayView(line).sliced(equals + 1)), file), isInclude};
    }
    return files;
}

Result<void> checkNamedIn(const QByteArray &file, int depth)
{
    const auto content = readRegularFile(file, kLargestConfigured, {});
    if (!content || depth > kDeepestInclude) // looked at before; libgit2 ends at that depth, too
        return {};
    for (const ConfiguredFile &named : filesNamedIn(*content, file)) {
        struct stat info = {};
        if (::stat(named.path.constData(), &info) != 0 || S_ISDIR(info.st_mode))
            continue;
        if (!S_ISREG(info.st_mode) || info.st_size > kLargestConfigured)
            return fail(ErrorKind::Invalid,
                        //: %1, %2: files
                        Text::tr("%1 names %2, which is no file or too large, so the repository is not read.")
                            .arg(displayPath(file), displayPath(named.path)));
        if (const auto checked = named.isIncluded ? checkNamedIn(named.path, depth + 1) : Result<void>();
            !checked)
            return checked;
    }
    return {};
}

} // namespace

Result<void> checkConfiguredFiles(const RepoLocation &where)
{
    if (const auto checked = checkNamedIn(where.commonDir + "/config", 0); !checked)
        return checked;
    return checkNamedIn(where.gitDir + "/config.worktree", 0);
}

} // namespace Git
