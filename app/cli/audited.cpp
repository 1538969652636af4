// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audited.h"

#include "audit/actor.h"
#include "audit/format.h"
#include "audit/trail.h"
#include "base/text.h"

using namespace Qt::StringLiterals;

namespace Cli {

Result<void> recordAct(Audit::Entry entry, const Services &services)
{
    entry.timestamp = services.clock.now();
    entry.user = Audit::actingUser();
    return Audit::append(Audit::trailFolder(services.stateFolder), entry).transform([](const Audit::Head &) {
    });
}

Audit::Entry draftEntry(const QString &operation, const QString &said)
{
    return {.model = Audit::kOfflineModel,
            .operation = operation,
            .result = u"drafted"_s,
            .requestId = Audit::newRequestId(),
            .outputDigest = QString::fromLatin1(Audit::digestOf(said.toUtf8())),
            .use = u"printed"_s,
            .isOffline = true};
}

QString placeOf(const Git::RepositoryInfo &info)
{
    const Git::RepoLocation &where = info.location;
    QString place = displayPath(where.isBare() ? where.gitDir : where.workTree);
    while (place.size() > 1 && place.endsWith(u'/'))
        place.chop(1);
    return place;
}

} // namespace Cli
