// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

// An annotated tag is an object of its own, with its message and signature, and may be one of another tag. A
// commit cannot keep such objects alive, so that their bytes are kept as files, the outermost first.

/// The path of the file of one of them in a record's tree.
QByteArray keptTagPath(qsizetype at);

/// Blobs with the annotated tags on the way from an object to what they are of; none: it is no tag. Invalid:
/// they are too many or too large.
Result<QList<ObjectId>> keepTagObjects(const Program &git, const ObjectId &object, const CancelToken &cancel);

/// Writes those that a record keeps. NotFound: the object is not there then.
Result<void> bringTagObjectsBack(const Program &git, const ObjectId &record, const ObjectId &object);

} // namespace Git
