// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/sshhost.h"

using namespace Qt::StringLiterals;

namespace Git {

RemoteUrl resolveSshHost(const ProcessRunner &runner, const RemoteUrl &url, const CancelToken &cancel)
{
    const QString ssh = url.scheme == RemoteScheme::Ssh ? findProgram(u"ssh"_s) : QString();
    if (ssh.isEmpty())
        return url;
    QStringList arguments{u"-G"_s};
    if (url.port != 0)
        arguments << u"-p"_s << QString::number(url.port);
    arguments << u"--"_s
              << QString::fromUtf8(url.user.isEmpty() ? url.host : QByteArray(url.user + '@' + url.host));
    const auto result = runner.run({.program = ssh,
                                    .arguments = arguments,
                                    .environment = scrubbedEnvironment(),
                                    .timeout = std::chrono::seconds(5)},
                                   cancel);
    if (!result || result->exitCode != 0)
        return url;
    RemoteUrl resolved = url;
    for (const QByteArray &line : result->output.split('\n')) {
        if (line.startsWith("hostname "))
            resolved.host = line.sliced(9).trimmed();
        else if (line.startsWith("port "))
            resolved.port = line.sliced(5).trimmed().toUShort();
    }
    return resolved;
}

} // namespace Git
