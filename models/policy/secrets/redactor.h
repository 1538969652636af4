// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/scan.h"

#include <QHash>

namespace Policy {

/// What was taken out of a text: never the value.
struct Redaction
{
    QByteArray rule;
    QByteArray placeholder;
    int count = 0; ///< how often it was put in

    bool operator==(const Redaction &) const = default;
};

/// Takes secrets out of what is sent to a model: «secret:RULE:n» stands for them, the same for the same value
/// in all texts of one redactor. One prompt has one of it. Not thread-safe; forgets the values when it ends.
class Redactor
{
    Q_DISABLE_COPY_MOVE(Redactor)

public:
    Redactor() = default;
    ~Redactor();

    /// Remembers the secrets of a whole file, which a part of it may not show to be any. Values of less than
    /// four bytes are taken out only where the text itself tells what they are.
    void learn(const QByteArray &path, QByteArrayView content);

    /// What the text itself shows to be a secret is learned first. No value of four bytes or more that is
    /// known is in the result.
    QByteArray redact(QByteArrayView text);

    /// In the order in which they were met; those that were put in.
    QList<Redaction> redactions() const;

    /// Whether a text, such as the answer of a model, holds one of the values.
    bool repeats(QByteArrayView text) const;

private:
    void learnValue(const QByteArray &rule, const QByteArray &value);
    void learnFindings(const QList<SecretFinding> &findings, QByteArrayView content);

    QList<QByteArray> m_values; ///< with m_redactions
    QList<Redaction> m_redactions;
    QHash<QByteArray, qsizetype> m_places;
    QHash<QByteArray, int> m_numbers; ///< by rule
};

} // namespace Policy
