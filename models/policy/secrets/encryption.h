// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace Policy {

/// Which files have to be encrypted, by the creation_rules of a .sops.yaml. Thread-safe.
class EncryptionRules
{
    Q_DISABLE_COPY_MOVE(EncryptionRules)

public:
    /// path: of the .sops.yaml; its path_regex are matched with paths as seen from its folder.
    EncryptionRules(const QByteArray &path, QByteArrayView content);
    ~EncryptionRules();

    bool demands(const QByteArray &path) const;

private:
    QByteArray m_path, m_folder;
    std::vector<std::unique_ptr<re2::RE2>> m_patterns;
};

/// Whether SOPS or git-crypt encrypted it: whatever the format, it then has the marks of SOPS.
bool isEncrypted(QByteArrayView content);
bool isOfGitCrypt(QByteArrayView content);

} // namespace Policy
