// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "policy/secrets/ignores.h"
#include "policy/secrets/types.h"

#include <memory>

namespace Policy {

class EncryptionRules;

/// What is known beside the file itself: the same for all files of one scan. A value, thread-safe.
struct ScanSetting
{
    IgnoreList ignores;                                ///< of .gitleaksignore
    std::shared_ptr<const EncryptionRules> encryption; ///< of .sops.yaml; null: none
    qsizetype largestFile = 128 * 1024 * 1024;         ///< bytes; what is larger is NotScanned
    qsizetype mostFindings = 1'000;                    ///< of one file; what is beyond is NotScanned
};

struct FileScan
{
    QList<SecretFinding> findings; ///< by place
    QList<SuppressedSecret> suppressed;
};

/// The setting that one of these files alone makes: .gitleaksignore, .sops.yaml.
ScanSetting makeSettingOf(const QByteArray &path, QByteArrayView content);

/// Looks through one file as it is stored, whatever bytes it holds; the path says how it is read. Blocking,
/// thread-safe; 100 MB/s and more. What could not be looked through is a finding, never an error.
FileScan scanFile(const QByteArray &path, QByteArrayView content, const ScanSetting &setting = {});

/// The same of a text of unknown kind, such as a diff, an answer of a model, a message.
FileScan scanText(QByteArrayView text);

/// NotScanned, with why.
SecretFinding makeNotScanned(const QByteArray &path, const QString &problem);

/// The ids of all rules.
QList<QByteArray> secretRules();

} // namespace Policy
