// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"
#include "base/canceltoken.h"
#include "base/result.h"

#include <functional>

namespace Audit {

// The trail is one file of the user, for all repositories: acts happen without a repository, one that is not
// trusted is not written to, and removing one must not remove what was done in it. It is never rotated: a
// chain in pieces can lose one without anybody noticing.
//
//   trail.jsonl   one record a line: {"ai_operations":{…},"prev":"…","seq":N,"v":1} in UTF-8, keys sorted,
//                 no blanks between them. prev is the SHA-256, in lower-case hexadecimal, of the bytes of the
//                 line before without its line feed; of the first one 64 zeros. seq counts from 1.
//   head          number (20 digits), blank, SHA-256 of the last line, line feed: tells of a cut end.
//   torn-…        what a program left that was ended while it wrote.
//
// All of mode 0600, in a folder of mode 0700. Who can write both files can make another trail that is right
// in itself: only a head that was noted down elsewhere tells of that, see verify().

/// The folder of the trail in that of the user's state. Empty in, empty out: nothing is kept.
QString trailFolder(const QString &stateFolder);
QString trailPath(const QString &folder);

/// Adds a record and waits until the disk has it; returns the new head. One writer at a time, of any process;
/// the time does not depend on the length of the trail. Modes that are wider than they should be are set
/// right, since no content is lost by that and refusing would stop work for the fault of a backup. A record
/// that was not finished is put aside; that, and any flaw at the end, is said in a record of its own
/// ("audit_mended") before the new one.
/// Without success the trail ends as it did, and what the record is about must not happen. Denied: a folder
/// or file of somebody else, a link, no permission. Conflict: another program holds it for 5 s. External: no
/// room, a failing disk. Any thread; blocking.
Result<Head> append(const QString &folder, const Entry &entry);

/// The newest records that fit, at most so many. Costs what is read from the end on. Without a trail: none.
Result<Records> readRecords(const QString &folder, const Filter &filter, qsizetype most,
                            const CancelToken &cancel);

/// Looks at every line up to the end that it had at the start; linear. Nothing is changed. expected: a head
/// that was noted down earlier. NotFound: there is no trail and never was one, as far as is known.
Result<Verification> verify(const QString &folder, const CancelToken &cancel, const Head &expected = {});

} // namespace Audit
