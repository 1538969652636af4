// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo/timeline.h"

#include "app/cli/demo/people.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

bool isPatch(const QByteArray &version)
{
    return !version.endsWith(".0");
}

/// Versions of one application, each a given number of days after the one before.
QList<Release> train(const QByteArray &application, const QList<QByteArray> &versions, int firstDay,
                     int interval, int minute)
{
    QList<Release> list;
    for (int at = 1; at < versions.size(); ++at) {
        const int day = firstDay + (at - 1) * interval + (at * 5) % 7;
        const int soak = 2 + (at * 3) % 4;
        list += Release{
            application, versions[at - 1], versions[at], {day, day + soak, day + soak + 4 + at % 3}, minute};
    }
    return list;
}

} // namespace

ImportAuthor maintainer()
{
    return kMara;
}

QList<Edit> Release::edits(const QByteArray &environment) const
{
    if (application == "network") {
        return {{"infrastructure/environments/" + environment + "/main.tf", "?ref=" + from + '"',
                 "?ref=" + to + '"'}};
    }
    const QByteArray overlay = "kubernetes/overlays/" + environment + '/' + application;
    if (application == "gateway") {
        QList<Edit> edits = {
            {overlay + "/application.yaml", "targetRevision: " + from, "targetRevision: " + to}};
        if (environment == "dev")
            edits += Edit{"charts/gateway/Chart.yaml"_ba, "version: " + from + '\n', "version: " + to + '\n'};
        return edits;
    }
    return {{overlay + "/kustomization.yaml", "newTag: " + from + '\n', "newTag: " + to + '\n'}};
}

ImportAuthor Release::author(int environment) const
{
    if (environment == 0)
        return application == "api" ? kJo : application == "web" ? kTomas : kBot;
    return environment == 1 ? kPriya : kMara;
}

QByteArray Release::message(const QByteArray &environment) const
{
    if (environment != "dev")
        return "chore(" + application + "): promote " + application + ' ' + to + " to " + environment;
    const QByteArray type = isPatch(to) ? "fix"_ba : "feat"_ba;
    return type + '(' + application + "): bump " + application + " to " + to + " in dev";
}

QList<Opening> openings()
{
    return {
        {"README.md", kMara, "docs: describe the platform and its environments"},
        {".gitignore", kMara, "chore: ignore local Terraform state"},
        {"infrastructure/modules/", kPriya, "feat(network): add network module"},
        {"infrastructure/environments/", kPriya,
         "feat(network): use the network module in every environment"},
        {"kubernetes/base/", kJo, "feat(kubernetes): add api, web and worker"},
        {"charts/", kTomas, "feat(gateway): add gateway chart"},
        {"kubernetes/overlays/", kJo, "feat(kubernetes): add dev, staging and production overlays"},
        {".github/", kMara, "ci: validate every overlay"},
        {"docs/", kMara, "docs: start a runbook"},
    };
}

QList<Release> releases()
{
    QList<Release> all = train("api",
                               {"1.0.0", "1.1.0", "1.2.0", "1.2.1", "1.3.0", "1.4.0", "1.5.0", "1.6.0",
                                "1.7.0", "1.8.0", "1.9.0", "1.9.1", "1.10.0", "1.11.0"},
                               4, 27, 45);
    all[all.size() - 2].days[2] = -1; // 1.10.0 waits for production
    all.last().days = {358, -1, -1};  // 1.11.0 is in dev alone; its promotion to staging is staged
    QList<Release> web = train(
        "web", {"1.0.0", "1.1.0", "1.2.0", "1.3.0", "2.0.0", "2.1.0", "2.1.1", "2.2.0", "2.2.1", "2.3.0"}, 9,
        36, 90);
    QList<Release> worker =
        train("worker", {"1.0.0", "1.1.0", "1.1.1", "1.2.0", "1.3.0", "1.4.0", "1.4.1"}, 16, 52, 130);
    QList<Release> gateway =
        train("gateway", {"0.4.0", "0.5.0", "0.6.0", "0.6.1", "0.7.0", "0.7.1", "0.8.0"}, 25, 54, 170);
    gateway.last().days[2] = -1;
    QList<Release> network = train("network", {"v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0"}, 40, 110, 210);
    network.last().days = {352, -1, -1};
    return all + web + worker + gateway + network;
}

} // namespace Cli
