// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/scan.h"

#include <optional>

namespace Policy {

/// A file before and after a change; nothing: it was not there then.
struct FilePair
{
    QByteArray path;
    std::optional<Result<QByteArray>> before, after;
};

struct PairSettings
{
    ScanSetting before, after;
};

/// Adds to a scan what one file brings. Pure.
void scanPair(const FilePair &pair, const PairSettings &settings, SecretScan &scan);

/// Adds one whole file.
void scanWhole(const QByteArray &path, const Result<QByteArray> &content, const ScanSetting &setting,
               SecretScan &scan);

void sortByPlace(SecretScan &scan);

} // namespace Policy
