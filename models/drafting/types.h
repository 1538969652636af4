// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"
#include "git/types.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

/// Commit messages from changes, by rules and by what the repository's own history shows. No network, no
/// model.
namespace Drafting {

class TypeModel;
struct LintRules;

/// One changed file. The whole contents make the draft exact; without them only the diff's lines are read.
struct Change
{
    Diff::FileDiff file;
    std::optional<QByteArray> oldContent; ///< nothing: unknown, too large, binary, or the file is new
    std::optional<QByteArray> newContent; ///< nothing: unknown, too large, binary, or the file is gone
};

/// A commit that the repository already has.
struct PastCommit
{
    Git::ObjectId id;
    QString subject;
    QList<Git::FileChange> changes; ///< against the first parent; may be empty when not read
    bool isByBot = false;           ///< see isBot(); nothing is learned of its type
};

enum class ScopeUse {
    Learned, ///< when most of the recent conventional subjects have one, or there are none to learn from
    Always,  ///< whenever the changed files suggest one
    Never,
};

/// What a message has to keep to.
struct RuleOptions
{
    QStringList types = {QStringLiteral("build"), QStringLiteral("chore"),    QStringLiteral("ci"),
                         QStringLiteral("docs"),  QStringLiteral("feat"),     QStringLiteral("fix"),
                         QStringLiteral("perf"),  QStringLiteral("refactor"), QStringLiteral("revert"),
                         QStringLiteral("style"), QStringLiteral("test")};
    int subjectLimit = 72;    ///< characters of the first line from which a warning is due
    int subjectMaximum = 100; ///< characters of the first line from which it is an error
    int bodyLimit = 100;      ///< characters of a body line from which a warning is due
    ScopeUse scopeUse = ScopeUse::Learned;
    bool marksMajorAsBreaking = true;            ///< a major chart, module or image version gets the `!`
    QString commentPrefix = QStringLiteral("#"); ///< of lines that git drops
};

/// What a draft may know beside the changes. Every part may be empty.
struct DraftContext
{
    QList<PastCommit> history; ///< newest first, as reachable from HEAD
    /// What the history showed of types; null: it is learned from the history.
    std::shared_ptr<const TypeModel> typeModel = {};
    QByteArray branch; ///< short name
    /// The repository's rules for messages, which the draft is repaired to keep; null: it has none.
    std::shared_ptr<const LintRules> lint = {};
    QString signOff = {}; ///< "Ada <ada@example.org>", for a trailer; empty: none is written
    RuleOptions rules;
    /// The bytes of a file at HEAD, to see that a value comes from another environment; nothing: no such
    /// file.
    std::function<std::optional<QByteArray>(const QByteArray &path)> readHead = {};
    QList<QByteArray> headPaths; ///< all files at HEAD; only for finding the neighbours of a changed file
};

struct TypeChoice
{
    QString type;
    double probability = 0; ///< 0..1
    bool operator==(const TypeChoice &) const = default;
};

/// One version that the changes move, without a leading v.
struct VersionChange
{
    QString name; ///< of the image, chart, module …; may be empty
    QString from, to;
    bool operator==(const VersionChange &) const = default;
};

/// A message before it is a message. Text is ready to show; values that look secret are in none of the
/// fields.
struct Draft
{
    QString type, scope; ///< scope may be empty
    bool isBreaking = false;
    QString subject;                ///< without type and scope
    QStringList body;               ///< lines; empty for none
    QStringList footers;            ///< one `Token: value` each
    double confidence = 0;          ///< 0..1, of the type
    QStringList reasons;            ///< translated sentences: which rule, which evidence
    QList<TypeChoice> alternatives; ///< at most three, best first; the first is the type
    QList<VersionChange> versions;  ///< what else is said in words

    QString header() const;  ///< feat(web)!: add staging overlay
    QString message() const; ///< header, body, footers; no line feed at the end
    bool operator==(const Draft &) const = default;
};

enum class Severity { Warning, Error };

/// One remark on a message.
struct Validation
{
    Severity severity = Severity::Warning;
    int line = 0;              ///< 0-based, of the text as given (comment lines count)
    int start = 0, length = 0; ///< characters (UTF-16) of that line
    QString rule;              ///< type-enum, subject-empty … the names that commitlint uses
    QString text;              ///< translated sentence
    bool operator==(const Validation &) const = default;
};

} // namespace Drafting
