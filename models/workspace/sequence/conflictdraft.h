// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/merge3.h"

enum class ConflictChoice {
    None, ///< the markers stay
    Ours,
    Theirs,
    Both, ///< ours first
};

/// A file with conflict markers, conflict by conflict. What is not chosen yet stays as it is, byte for byte.
class ConflictDraft
{
public:
    /// Nothing: the markers are not in order. O(bytes).
    static std::optional<ConflictDraft> parse(QByteArrayView content, int markerSize);

    /// What markers cannot say is taken from the sides: a last line without a line feed, and what was there
    /// before both. Each may be nothing. O(their lines · differences), for a worker.
    void complete(const std::optional<QByteArray> &base, const std::optional<QByteArray> &ours,
                  const std::optional<QByteArray> &theirs);

    const QList<Diff::ConflictPart> &parts() const { return m_parts; }
    qsizetype count() const { return m_conflicts.size(); }
    const Diff::ConflictPart &conflict(qsizetype number) const { return m_parts[m_conflicts[number]]; }
    QByteArray text(qsizetype number, ConflictChoice choice) const;
    QByteArray content(const QList<ConflictChoice> &choices) const; ///< one for each conflict

private:
    void findBases(QByteArrayView base, QByteArrayView ours, QByteArrayView theirs);

    QList<Diff::ConflictPart> m_parts;
    QList<qsizetype> m_conflicts; // which of the parts
};

/// How an editor holds a text, and the way back to its bytes.
struct TextForm
{
    bool isUtf8 = true;      ///< else byte by byte, as Latin-1
    bool hasMark = false;    ///< begins with the mark of UTF-8
    bool hasReturns = false; ///< every line ends with CR LF
    bool operator==(const TextForm &) const = default;
};

/// Nothing: an editor would change it, for line ends that differ or characters it cannot hold or show.
/// O(bytes).
std::optional<TextForm> textFormOf(const QByteArray &content);
QString decodeText(const QByteArray &content, const TextForm &form);
/// Nothing: a character is not in the encoding.
std::optional<QByteArray> encodeText(const QString &text, const TextForm &form);
