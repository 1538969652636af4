// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/sessionenvironment.h"

#include "base/process.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool isLeftOut(const QString &name)
{
    static const QStringList names{u"LANGUAGE"_s, u"LD_PRELOAD"_s, u"LD_AUDIT"_s,           u"PWD"_s,
                                   u"OLDPWD"_s,   u"SHLVL"_s,      u"SSH_ASKPASS_REQUIRE"_s};
    return names.contains(name) || name.startsWith("PLUMBLINE_"_L1) ||
           (name.startsWith("GIT_"_L1) && !name.startsWith("GIT_LFS_"_L1));
}

} // namespace

QProcessEnvironment sessionEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (isLeftOut(name))
            environment.remove(name);
    }
    environment.insert(scrubbedEnvironment()); // PATH and the language
    return environment;
}

} // namespace Git
