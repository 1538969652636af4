// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "drift/types.h"

namespace Drift {

/// What a cluster held at some moment, recorded in a file.
struct Snapshot
{
    QString file;
    QList<LiveObject> objects;
    QList<Problem> problems; ///< entries that could not be read; nothing is in sync that may be among them
    QDateTime newestChange;  ///< newest managedFields time in it; invalid: none recorded
    QDateTime written;       ///< when the file was written
    QDateTime time() const { return newestChange.isValid() ? newestChange : written; }
};

/// A snapshot of more bytes is not read.
constexpr qint64 kLargestSnapshot = 256 * 1024 * 1024;

/// Reads what `kubectl get -o yaml` (or json) prints: a List, several documents, or single objects.
/// NotFound: the file cannot be read, is empty, no YAML or JSON (with file and line), or holds no Kubernetes
/// object.
Result<Snapshot> readSnapshot(const QString &file, const CancelToken &cancel);

/// The same from bytes; written stays invalid.
Result<Snapshot> parseSnapshot(QByteArrayView text, const QString &file, const CancelToken &cancel);

} // namespace Drift
