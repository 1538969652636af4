// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Drafting {

/// A message with one more trailer ("Signed-off-by: Ada <ada@example.org>") behind those it has, or in a
/// paragraph of its own. One that stands there already is not added again. Comments at the end stay behind
/// it. commentPrefix: see MessageRules; empty: there are no comments.
QString withTrailer(const QString &message, const QString &key, const QString &value,
                    const QString &commentPrefix);

/// The issue that a branch is named after: "ABC-12", or "#12" for a number at the start of a part of the
/// name; empty: none.
QString issueOf(const QByteArray &branch);

} // namespace Drafting
