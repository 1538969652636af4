// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submodulechecks.h"

#include "git/handle.h"
#include "git/linked/submodules.h"
#include "git/text.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

QString literalPath(const QByteArray &path)
{
    return u":(literal)"_s + QFile::decodeName(path);
}

Result<void> checkNothingLeft(const ProcessRunner &runner, const RepoLocation &where, const Submodule &module,
                              const CancelToken &cancel)
{
    if (!module.isPopulated || module.checkedOut.isNull() || !module.branch.isEmpty())
        return {};
    const auto inside = locateSubmodule(where, module.path);
    if (!inside)
        return std::unexpected(inside.error());
    const auto left =
        Program(runner, *inside)
            .run({.arguments = {u"rev-list"_s, u"--count"_s, module.checkedOut.text(), u"--not"_s,
                                u"--branches"_s, u"--tags"_s, u"--remotes"_s, u"--"_s},
                  .kind = Program::Kind::Read},
                 cancel);
    if (!left)
        return std::unexpected(left.error());
    if (left->output.trimmed() == "0")
        return {};
    return fail(ErrorKind::Conflict,
                Text::tr("What is checked out there is on no branch, and nobody would find it again."), {},
                Text::tr("Make a branch of it in the submodule first."));
}

std::optional<bool> mayCloneFolders()
{
    const auto config =
        acquire<ConfigHandle>({}, [](git_config **out) { return git_config_open_default(out); });
    if (!config)
        return false;
    for (const char *key : {"protocol.file.allow", "protocol.allow"}) {
        Buffer value;
        if (git_config_get_string_buf(&value, config->get(), key) == 0)
            return value.bytes() == "always";
    }
    return std::nullopt;
}

} // namespace Git
