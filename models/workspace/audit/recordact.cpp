// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/audit/recordact.h"

#include "audit/actor.h"
#include "audit/trail.h"
#include "base/text.h"
#include "settings/truststore.h"

// Where nothing is kept that could be made again, nothing is kept at all.
ActRecorder ActRecorder::of(const WorkspaceServices &services)
{
    return {.folder = services.cacheFolder.isEmpty() ? QString() : Audit::trailFolder(userStateFolder()),
            .clock = services.clock};
}

Result<void> ActRecorder::record(Audit::Entry entry) const
{
    if (!isKept())
        return {};
    entry.timestamp = clock->now();
    entry.user = Audit::actingUser();
    return Audit::append(folder, entry).transform([](const Audit::Head &) {});
}

QString recordedPlace(const Git::RepoLocation &where)
{
    QString place = displayPath(where.isBare() ? where.gitDir : where.workTree);
    while (place.size() > 1 && place.endsWith(u'/'))
        place.chop(1);
    return place;
}
