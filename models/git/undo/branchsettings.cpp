// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/branchsettings.h"

#include "git/refname.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool isUsual(const QByteArray &variable, const QByteArray &value)
{
    if (variable == "remote" || variable == "pushremote")
        return !value.contains(':') && !value.startsWith('-') && !value.startsWith('/');
    return variable == "merge" || variable == "rebase" || variable == "description";
}

} // namespace

Result<void> restoreBranchSettings(const Program &git, const QByteArray &branch,
                                   const QList<QByteArray> &settings)
{
    const QByteArray prefix = "branch." + branch.sliced(kBranches.size()) + '.';
    if (settings.isEmpty() || QFile::encodeName(QFile::decodeName(prefix)) != prefix)
        return {};
    const auto present =
        git.run({.arguments = {u"config"_s, u"--local"_s, u"-z"_s, u"--name-only"_s, u"--list"_s},
                 .kind = Program::Kind::Read},
                {});
    if (!present)
        return std::unexpected(present.error());
    for (const QByteArray &key : present->output.split('\0')) {
        if (key.startsWith(prefix))
            return {};
    }
    for (const QByteArray &setting : settings) {
        const qsizetype equals = setting.indexOf('=', prefix.size());
        if (!setting.startsWith(prefix) || equals < 0)
            continue;
        const QByteArray key = setting.first(equals), value = setting.sliced(equals + 1);
        if (!isUsual(key.sliced(prefix.size()), value))
            continue;
        const auto added = git.run({.arguments = {u"config"_s, u"--local"_s, u"--add"_s,
                                                  QFile::decodeName(key), QString::fromUtf8(value)}},
                                   {});
        if (!added)
            return std::unexpected(added.error());
    }
    return {};
}

} // namespace Git
