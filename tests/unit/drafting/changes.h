// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

/// Changes for tests, from the contents before and after.
namespace Sample {

/// A null text: the file is not there on that side.
Drafting::Change change(const QByteArray &path, const QByteArray &before, const QByteArray &after);
Drafting::Change moved(const QByteArray &from, const QByteArray &to, const QByteArray &content);

/// The lines alone, as a bare diff has them.
Drafting::Change withoutContent(Drafting::Change change);

Drafting::DraftContext contextOf(const QStringList &subjects,
                                 const QList<std::pair<QByteArray, QByteArray>> &head = {});

} // namespace Sample
