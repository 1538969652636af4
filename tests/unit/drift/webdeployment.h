// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace DriftFixture {

/// The deployment that the fixtures of this folder start from, with this below its pods' spec (six spaces
/// deep).
inline QByteArray webDeployment(const QByteArray &podSpec)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n"
           "  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n"
           "    spec:\n" +
           podSpec;
}

} // namespace DriftFixture
