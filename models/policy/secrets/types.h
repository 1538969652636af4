// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Secrets that were found, as values. No text of theirs holds a secret.
namespace Policy {

enum class SecretKind : quint8 {
    Token,            ///< of a provider: SecretFinding::provider says which
    Password,         ///< a value whose name says that it is one: password, token, api key
    PrivateKey,       ///< also of age, PGP and PuTTY
    PasswordHash,     ///< bcrypt, crypt and the like
    Address,          ///< a password in a URL
    ConnectionString, ///< a password or account key among other settings
    ManifestSecret,   ///< a value of a Kubernetes Secret or of Kustomize's secretGenerator
    KeyStore,         ///< a file that holds keys
    NotEncrypted,     ///< a file that SOPS should have encrypted
    NotScanned,       ///< could not be looked through, which counts as a finding
};

enum class Confidence : quint8 { Low, Medium, High };

struct SecretFinding
{
    QByteArray rule; ///< such as github-token: what an ignore names
    SecretKind kind = SecretKind::Password;
    Confidence confidence = Confidence::High;
    QString provider; ///< of a Token: GitHub
    QByteArray path;
    int line = 0, endLine = 0;    ///< 1-based; 0: the file as a whole
    int column = 0;               ///< 1-based, in bytes
    qsizetype start = 0, end = 0; ///< bytes of the value in the file
    QString masked;               ///< what may be shown of the value: "ghp_••• (40 B)"
    /// 16 hex digits of rule, path, place within the file (not its line) and 16 bits of the value: enough to
    /// tell a changed value, too few to find a password by guessing.
    QByteArray fingerprint;
    QString problem;   ///< of NotScanned: why
    QByteArray commit; ///< hex, of a range of commits: in which it came

    bool operator==(const SecretFinding &) const = default;
};

/// What an ignore kept from being a finding.
struct SuppressedSecret
{
    SecretFinding finding;
    QByteArray path; ///< where the ignore stands: the file itself, or .gitleaksignore
    int line = 0;
    QString reason;     ///< as written behind the rule; may be empty
    bool isNew = false; ///< it came with the change that was scanned

    bool operator==(const SuppressedSecret &) const = default;
};

struct SecretScan
{
    QList<SecretFinding> findings; ///< by path and place
    QList<SecretFinding> removed;  ///< of changes: what was there before and is in the history still
    QList<SuppressedSecret> suppressed;
    qsizetype files = 0; ///< that were looked through
    qint64 bytes = 0;    ///< of these

    bool operator==(const SecretScan &) const = default;
};

/// One sentence without a full stop: "GitHub token", "password in a URL".
QString describe(const SecretFinding &finding);

/// A path for showing, with what looks like a token in it masked.
QString shownPath(const QByteArray &path);

} // namespace Policy
