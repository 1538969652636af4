// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/networkenvironment.h"

#include "git/work/sessionenvironment.h"
#include "git/work/setting.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// Certificates for git alone: the session has the rest.
void keepCertificates(QProcessEnvironment &environment)
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"GIT_SSL_CAINFO"_s, u"GIT_SSL_CAPATH"_s, u"GIT_SSL_CERT"_s, u"GIT_SSL_KEY"_s}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
}

// Forced, because ssh would otherwise ask with whatever program is installed for it, or at a terminal.
void setAskpass(QProcessEnvironment &environment, const NetworkAccess &access)
{
    const QString nobody = findProgram(u"false"_s);
    const QString program = access.askProgram.isEmpty() ? nobody : access.askProgram;
    environment.insert(u"GIT_ASKPASS"_s, program);
    environment.insert(u"SSH_ASKPASS"_s, program);
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    if (access.askProgram.isEmpty())
        return;
    environment.insert(u"PLUMBLINE_ASK_SOCKET"_s, access.askSocket);
    environment.insert(u"PLUMBLINE_ASK_TOKEN"_s, access.askToken);
}

} // namespace

void allowNetwork(QProcessEnvironment &environment, const NetworkAccess &access)
{
    keepCertificates(environment);
    setAskpass(environment, access);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"GIT_ALLOW_PROTOCOL"_s,
                       QStringList(QStringList{u"https"_s, u"ssh"_s} + access.protocols).join(u':'));
}

bool asksForPassphrases(const RepoLocation &where)
{
    return readSetting(where, "gpg.format") == "ssh";
}

void allowPassphrases(QProcessEnvironment &environment, const NetworkAccess &access)
{
    if (access.askProgram.isEmpty())
        return;
    setAskpass(environment, access);
    environment.remove(u"GIT_ASKPASS"_s); // hooks reach no remote by it
}

QProcessEnvironment networkEnvironment(const NetworkAccess &access)
{
    QProcessEnvironment environment = sessionEnvironment();
    allowNetwork(environment, access);
    environment.insert(u"GIT_PAGER"_s, u"cat"_s);
    environment.insert(u"GIT_EDITOR"_s, u":"_s);
    return environment;
}

} // namespace Git
