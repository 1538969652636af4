// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/patterns.h"

#include <QByteArray>

namespace Policy {

enum class Format : quint8 {
    Yaml,
    Json,
    State, ///< of Terraform
    Hcl,
    Environment,
    Properties,
    Netrc,
    Pgpass,
    Htpasswd,
    Code,
    Lines, ///< of unknown kind, also a diff
    Lock,  ///< made by a program, full of hashes
    Binary,
    KeyStore,
};

/// By the path, and by the content where the path says nothing. Pure.
Format formatOf(const QByteArray &path, std::string_view content);

/// .env.example, values.sample.yaml: values are made up as a rule.
bool isSamplePath(const QByteArray &path);

/// What is a secret by the name of its key. One pass.
std::vector<Match> findByKeys(Format format, bool isSample, std::string_view text, Effort &effort);

} // namespace Policy
