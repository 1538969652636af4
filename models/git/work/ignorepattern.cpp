// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/ignorepattern.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// Git takes a carriage return before the line end, and spaces at the end, for no part of the pattern; libgit2
// ends it at other white space too. All of them are only plain behind a backslash or in brackets.
QByteArray escapedPattern(QByteArrayView name)
{
    qsizetype spacesFrom = name.size();
    while (spacesFrom > 0 && name[spacesFrom - 1] == ' ')
        --spacesFrom;
    constexpr QByteArrayView special("*?[\\\t\v\f");
    QByteArray escaped;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const char byte = name[at];
        if (byte == '\r') {
            escaped += "[\r]";
            continue;
        }
        if (special.contains(byte) || at >= spacesFrom)
            escaped += '\\';
        escaped += byte;
    }
    return escaped;
}

QByteArrayView withoutSlash(QByteArrayView path)
{
    return path.endsWith('/') ? path.chopped(1) : path;
}

} // namespace

QByteArray endingOf(QByteArrayView path)
{
    if (path.endsWith('/'))
        return {};
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype dot = name.lastIndexOf('.');
    return dot <= 0 || dot == name.size() - 1 ? QByteArray() : name.sliced(dot).toByteArray();
}

// The '/' in front binds it to this folder, and keeps a '#' or '!' from meaning anything.
std::optional<QByteArray> ignorePattern(const QByteArray &path, IgnoreKind kind)
{
    QByteArray pattern;
    if (kind == IgnoreKind::Ending) {
        const QByteArray ending = endingOf(path);
        if (!ending.isEmpty())
            pattern = '*' + escapedPattern(ending);
    } else {
        QByteArrayView name = withoutSlash(path);
        if (kind == IgnoreKind::Folder)
            name = name.first(std::max<qsizetype>(0, name.lastIndexOf('/')));
        if (!name.isEmpty())
            pattern = '/' + escapedPattern(name);
        if (!name.isEmpty() && name.size() < path.size())
            pattern += '/';
    }
    return pattern.isEmpty() || pattern.contains('\n') ? std::nullopt : std::optional(pattern);
}

QByteArray withPatterns(const QByteArray &list, const QList<QByteArray> &patterns)
{
    const qsizetype last = list.lastIndexOf('\n');
    const QByteArray end = last > 0 && list[last - 1] == '\r' ? "\r\n"_ba : "\n"_ba;
    QByteArray longer = list;
    if (!longer.isEmpty() && last != longer.size() - 1)
        longer += end;
    for (const QByteArray &pattern : patterns)
        longer += pattern + end;
    return longer;
}

} // namespace Git
