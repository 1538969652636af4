// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Git {

/// One setting of a file in Git's configuration format.
struct ConfigSetting
{
    QByteArray section;    ///< lower case
    QByteArray subsection; ///< as written
    QByteArray name;       ///< lower case
    QByteArray value;      ///< without quotes and escapes
    bool operator==(const ConfigSetting &) const = default;
};

/// The settings of a text in the format of git-config(1), without following includes, which libgit2 would.
/// Nothing: Git could not read it either. Pure, O(length).
std::optional<QList<ConfigSetting>> parseConfigText(const QByteArray &text);

} // namespace Git
