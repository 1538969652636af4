// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offline.h"

#include "app/cli/text.h"
#include "git/remote/remoteurl.h"

using namespace Qt::StringLiterals;

namespace Cli {

Result<ProcessResult> OfflineRunner::run(const ProcessRequest &request, const CancelToken &cancel) const
{
    ProcessRequest local = request;
    local.environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"file"_s);
    local.environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    return m_runner.run(local, cancel);
}

Result<void> checkReach(bool isOffline, const QByteArray &url)
{
    const auto parsed = Git::parseRemoteUrl(url);
    if (!isOffline || !parsed || parsed->scheme == Git::RemoteScheme::File)
        return {};
    return fail(ErrorKind::Offline,
                Text::tr("%1 is not reached: --offline was given").arg(Git::displayUrl(url)));
}

} // namespace Cli
