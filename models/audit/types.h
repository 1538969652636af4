// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// What the program and its models did for the user, in a file to which lines are only added. No prompt, no
/// content and no secret is in it: what went in and came out is there as a digest.
namespace Audit {

/// The drafter that needs no model.
inline constexpr QLatin1StringView kOfflineModel("offline-rules/1");

/// One act. What is empty or nothing is not known. Texts are cut to 1,000 characters.
struct Entry
{
    QDateTime timestamp; ///< UTC, kept to the second
    QString model;       ///< who decided, such as kOfflineModel; empty: no model
    QString operation;   ///< such as "generate_commit_message"
    QString user;        ///< see actingUser()
    QString result;      ///< such as "drafted", "approved", "refused"
    std::optional<double> confidence;

    QString requestId;                 ///< the same in every record about one draft
    QString repository;                ///< path of the work tree, or of a bare repository
    QString inputDigest, outputDigest; ///< SHA-256 in hexadecimal, see digestOf()
    QString use;                       ///< what became of it: "printed", "taken", "kept", "edited"
    std::optional<double> survival;    ///< how much of the draft is in what was used, 0..1
    std::optional<qint64> tokensIn, tokensOut;
    std::optional<double> cost; ///< US dollars
    std::optional<std::chrono::milliseconds> latency;
    std::optional<qint64> redactions; ///< secrets that were replaced in what was sent
    std::optional<bool> isOffline;

    QString mended;             ///< of a record about the trail itself: what was found, see append()
    QString keptAs;             ///< the file that has what was torn
    std::optional<qint64> lost; ///< how many records are known to be missing before this one

    bool operator==(const Entry &) const = default;
};

/// One line of the trail.
struct Record
{
    Entry entry;
    quint64 number = 0; ///< counts from 1 without gaps
    QByteArray line;    ///< as it is stored, without its line feed
};

/// Which records are meant. What is empty counts for all.
struct Filter
{
    QDateTime since, until; ///< the first is included, the second is not
    QString operation, user;
    QString repository; ///< its path, one above it, or its folder's name; records about the trail fit all
    QStringList words;  ///< all of them, in any text and any case
    bool fits(const Entry &entry) const;
};

struct Records
{
    QList<Record> records;    ///< newest first
    qsizetype unreadable = 0; ///< lines that are no records
    bool isMore = false;      ///< there are older ones that fit
};

/// Where the trail ends: what somebody may note down elsewhere to know later that nothing was cut off.
struct Head
{
    quint64 number = 0;   ///< of the last record; 0: there is none
    QByteArray digest;    ///< of its line, 64 hexadecimal digits
    QString text() const; ///< "20:5f…"
    bool operator==(const Head &) const = default;
};

/// What is wrong with a line, or with the end.
enum class Flaw {
    None,
    NoRecord,     ///< the line is none
    Gap,          ///< records are missing before it
    OutOfOrder,   ///< it was moved or copied
    Altered,      ///< it is not as the next line or the kept head say
    CutOff,       ///< records are missing at the end
    NoHead,       ///< what keeps the end is missing or damaged
    Mended,       ///< the program went on behind such a flaw, and said so in this line
    OtherHistory, ///< the record that was noted down elsewhere is not there, or is another
};

struct Verification
{
    Flaw flaw = Flaw::None;
    quint64 line = 0;    ///< the first that is wrong, from 1
    quint64 missing = 0; ///< of Gap and CutOff: how many records
    QString detail;      ///< of Mended: what was found
    quint64 records = 0; ///< that are right, from the first
    qint64 bytes = 0;
    qint64 torn = 0;             ///< bytes of a record that was not finished, behind the last line
    quint64 healed = 0;          ///< records that say where such a one was put aside
    bool isOpenToOthers = false; ///< the file may be read or written by other users
    bool isAnchored = false;     ///< the given head was met
    Head head;
    bool isIntact() const { return flaw == Flaw::None; }
};

} // namespace Audit
