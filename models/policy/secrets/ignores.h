// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/types.h"

#include <QHash>

#include <optional>

namespace Policy {

/// Where an ignore stands, and what it says.
struct Ignore
{
    QByteArray path;
    int line = 0;
    QString reason;
};

/// The lines of a .gitleaksignore: fingerprints of ours, or [commit:]path:rule:line; '#' begins a comment,
/// and one behind an entry is its reason. A value; pure.
class IgnoreList
{
public:
    IgnoreList() = default;
    explicit IgnoreList(const QByteArray &path, QByteArrayView content);

    std::optional<Ignore> find(const SecretFinding &finding) const;
    bool isEmpty() const { return m_entries.isEmpty(); }

private:
    QByteArray m_path;
    QHash<QByteArray, Ignore> m_entries;
};

/// The ignore in the line of a finding: "ai-cli:allow RULE reason" for that rule or rules apart by commas,
/// "gitleaks:allow" and "pragma: allowlist secret" for all.
std::optional<Ignore> findInlineIgnore(QByteArrayView content, const SecretFinding &finding);

} // namespace Policy
