// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "git/types.h"

#include <QTimeZone>

namespace Drafting {

/// Who wrote the newest commits behind a commit (null: nobody), who wrote most first. One address counts
/// once, under the name it had last. Blocking.
Result<QList<Git::Person>> readPeople(const Git::RepoLocation &where, const Git::ObjectId &tip,
                                      qsizetype limit, const CancelToken &cancel);

/// "Ada Example <ada@example.org>", as Git writes it, and back; nothing when it is not of that form.
QString personText(const Git::Person &person);
std::optional<Git::Person> parsePerson(const QString &text);

/// "2026-11-23 14:05", with seconds or without, with an offset (+01:00, +0100, Z) or in the given zone.
std::optional<Git::Moment> parseMoment(const QString &text, const QTimeZone &zone);

} // namespace Drafting
