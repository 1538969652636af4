// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace Policy {

/// What was found in one text, with places in it.
struct Match
{
    std::string_view rule;
    std::string_view provider;
    SecretKind kind = SecretKind::Password;
    Confidence confidence = Confidence::High;
    size_t start = 0, end = 0;
    std::string place; ///< within the structure: the path of keys; empty: none is known
};

/// How much a scan may still look at behind keywords, so that no text takes for ever.
struct Effort
{
    size_t bytes = 0;
    size_t matches = 0;
    bool isSpent = false; ///< something was not looked at
};

/// Finds what is a secret by its shape: tokens of providers, private keys, passwords in URLs. Thread-safe.
/// text may be any bytes. One pass over it, and some hundred bytes for each keyword in it.
std::vector<Match> findByShape(std::string_view text, Effort &effort);

/// The ids of all rules by shape.
std::vector<std::string_view> shapeRules();

} // namespace Policy
