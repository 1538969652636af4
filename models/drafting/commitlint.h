// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

namespace Drafting {

/// One rule of commitlint, as far as it is known here.
struct LintRule
{
    QString name; ///< type-enum, header-max-length …
    Severity severity = Severity::Error;
    bool isNever = false; ///< "never": what the values say must not be
    QStringList values;   ///< of an enumeration, cases, or a trailer
    int limit = 0;        ///< of a length
    bool operator==(const LintRule &) const = default;
};

struct LintRules
{
    QList<LintRule> rules;     ///< those that are on; later ones replace earlier ones of the same name
    QStringList notUnderstood; ///< names of rules and configurations that are not applied
    bool operator==(const LintRules &) const = default;
};

/// The rules of @commitlint/config-conventional.
LintRules conventionalRules();

/// Reads the configuration of commitlint as JSON or YAML; nothing in it is run. isPackage: it is a
/// package.json, whose key "commitlint" counts. Invalid: no mapping, damaged.
Result<LintRules> parseLintRules(const QByteArray &content, const QString &fileName, bool isPackage);

/// Remarks on a message by these rules alone, in order of place. Comment lines do not count. Pure.
QList<Validation> lintMessage(const QString &message, const LintRules &rules, const QString &commentPrefix);

} // namespace Drafting
