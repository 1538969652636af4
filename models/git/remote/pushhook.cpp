// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/pushhook.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Git {

bool isPushHookRefusal(const Program &git, const Error &error)
{
    // Git has no words of its own for it: it only says that it failed. Connections that break in the middle
    // have some beside.
    if (!error.detail.contains("failed to push some refs"_L1) || error.detail.contains("src refspec"_L1) ||
        error.detail.contains("RPC failed"_L1) || error.detail.contains("hung up unexpectedly"_L1))
        return false;
    const auto path = git.run(
        {.arguments = {u"rev-parse"_s, u"--path-format=absolute"_s, u"--git-path"_s, u"hooks/pre-push"_s}},
        {});
    if (!path)
        return false;
    const QByteArray name = path->output.endsWith('\n') ? path->output.chopped(1) : path->output;
    const QFileInfo hook(QFile::decodeName(name));
    return hook.isFile() && hook.isExecutable();
}

} // namespace Git
