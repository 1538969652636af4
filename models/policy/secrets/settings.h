// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "policy/secrets/filepair.h"

#include <functional>

namespace Policy {

inline const QByteArray kIgnoreFile = ".gitleaksignore";
inline const QByteArray kSopsFile = ".sops.yaml";

/// Nothing where there is none, or it cannot be read.
std::optional<QByteArray> readSettingFile(const Git::RepoLocation &where,
                                          const std::optional<Git::ObjectId> &id);

/// What .gitleaksignore and .sops.yaml of the root say; read(path) gives nothing where there is none.
ScanSetting makeSetting(const std::function<std::optional<QByteArray>(const QByteArray &path)> &read);

} // namespace Policy
