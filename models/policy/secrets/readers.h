// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/tree.h"

/// Readers that never fail: what is broken, or a template still, is read as far as its lines say something.
/// All are one pass and use no recursion.
namespace Policy {

void readYaml(std::string_view text, Tree &tree);
void readJson(std::string_view text, Tree &tree);

/// A { } or [ ] that begins at a place; returns the place behind it.
size_t readFlow(std::string_view text, size_t at, Tree &tree, int frame, std::string_view key);

/// The end of a quoted text whose quote stands at `at`: the place of the closing one, or npos.
size_t closingQuote(std::string_view text, size_t at);

enum class AssignmentStyle {
    Environment, ///< NAME=value, also behind export and ENV
    Properties,  ///< name=value, name: value
    Hcl,         ///< name = "value"; variable blocks
    Code,        ///< name = "value" anywhere in a line
};
void readAssignments(std::string_view text, Span part, AssignmentStyle style, Tree &tree, int frame);

/// .netrc, .pgpass, .htpasswd.
void readNetrc(std::string_view text, Tree &tree);
void readPgpass(std::string_view text, Tree &tree);
void readHtpasswd(std::string_view text, Tree &tree);

} // namespace Policy
