// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/overlay.h"

/// The transformers of kustomize that need nothing but the kustomization and the objects. file: the
/// kustomization, where what they set stands.
namespace Drift {

void setNamespace(QList<OverlayItem> &items, const QByteArray &nameSpace);
void addPrefixAndSuffix(QList<OverlayItem> &items, const QByteArray &prefix, const QByteArray &suffix);
/// pairs: a mapping. With selectors also where workloads and services select; with templates in pod
/// templates.
void addLabels(QList<OverlayItem> &items, const Yaml::Value &pairs, const QByteArray &file, bool inSelectors,
               bool inTemplates);
void addAnnotations(QList<OverlayItem> &items, const Yaml::Value &pairs, const QByteArray &file);
/// rules: the list under images: {name, newName, newTag, digest, tagSuffix}.
void setImages(QList<OverlayItem> &items, const Yaml::Value &rules, const QByteArray &file);
/// rule: {name, count}. False: no object of that name has replicas.
bool setReplicas(QList<OverlayItem> &items, const Yaml::Value &rule, const QByteArray &file);
/// Gives generated objects their hash.
void addHashes(QList<OverlayItem> &items);

/// kustomize's ten characters for a ConfigMap or Secret: SHA-256 of its JSON, first digits in its own
/// alphabet.
QByteArray contentHash(const Yaml::Value &object);

} // namespace Drift
