// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"

/// A small repository with a Kustomize base and overlays for dev, staging and production.
namespace GitOpsFixture {

inline QByteArray overlay(const QByteArray &environment, const QByteArray &tag)
{
    return "resources: [../../base]\nnamespace: shop-" + environment +
           "\nimages:\n- name: shop/api\n  newTag: '" + tag + "'\n";
}

inline QByteArray overlayPath(const QByteArray &environment)
{
    return "overlays/" + environment + "/kustomization.yaml";
}

inline QByteArray deployment()
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  replicas: 2\n"
           "  selector: {matchLabels: {app: api}}\n  template:\n    metadata: {labels: {app: api}}\n    "
           "spec:\n"
           "      containers:\n      - {name: api, image: 'shop/api:0'}\n";
}

inline void promote(Tests::RepoBuilder &repo, const QByteArray &environment, const QByteArray &tag)
{
    repo.write(overlayPath(environment), overlay(environment, tag));
    repo.commit("chore(" + environment + "): promote api to " + tag, {.author = "Mara Example"});
}

/// dev runs 1.2.0, staging 1.1.0, production 1.0.0.
inline void make(Tests::RepoBuilder &repo)
{
    repo.write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
    repo.write("base/deployment.yaml", deployment());
    for (const char *environment : {"dev", "staging", "production"})
        repo.write(overlayPath(environment), overlay(environment, "1.0.0"));
    repo.commit("feat: start");
    promote(repo, "dev", "1.1.0");
    promote(repo, "staging", "1.1.0");
    promote(repo, "dev", "1.2.0");
}

/// What runs, as `kubectl get -o yaml` prints it.
inline QByteArray snapshot(const QByteArray &environment, const QByteArray &tag, int replicas = 2)
{
    return "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n"
           "    name: api\n    namespace: shop-" +
           environment + "\n  spec:\n    replicas: " + QByteArray::number(replicas) +
           "\n    selector: {matchLabels: {app: api}}\n    template:\n      metadata: {labels: {app: api}}\n"
           "      spec:\n        containers:\n        - {name: api, image: 'shop/api:" +
           tag + "'}\n";
}

inline QByteArray snapshotPath(const QByteArray &environment)
{
    return ".plumbline/snapshots/" + environment + ".yaml";
}

} // namespace GitOpsFixture
