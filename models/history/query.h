// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QStringMatcher>

#include <expected>

namespace History {

/// What a term of a query line looks at.
enum class Field {
    Any, ///< message, author or the start of the id
    Message,
    Author, ///< name or mail
    Committer,
    Path,    ///< what the commit changed
    Content, ///< text that the commit added or removed
    Before,
    After,
    Id,  ///< its start
    Ref, ///< only what these refs can reach
};

struct Term
{
    Field field = Field::Any;
    QString text; ///< without quotes
    bool isNegated = false;
    bool isPattern = false;             ///< Content only: a regular expression, written /…/
    qint64 seconds = 0;                 ///< Before, After: since 1970
    qsizetype position = 0, length = 0; ///< in the line
    bool operator==(const Term &) const = default;
};

/// All terms have to hold.
struct Query
{
    QList<Term> terms;
    bool isEmpty() const { return terms.isEmpty(); }
    bool has(Field field) const;
    bool operator==(const Query &) const = default;
};

struct QueryProblem
{
    QString sentence;                   ///< what is expected there
    qsizetype position = 0, length = 0; ///< in the line
};

/// Reads a query line: words and `field:value`, separated by spaces, values in quotes when they hold spaces
/// ("…" with \" and \\), a leading - or ! for what must not hold. Fields: message, author, committer, path,
/// content, before, after (see parseDate()), id, branch or ref. A word and a colon with a value right behind
/// it that is none of them is a mistake, except the types of conventional commits (`fix:typo`), URLs and what
/// is in quotes. A date may have spaces without quotes. Pure; now brings the time zone.
std::expected<Query, QueryProblem> parseQuery(QStringView line, const QDateTime &now);

/// Says which commits a query wants, as far as a commit itself can tell: Path, Content and Ref are left to
/// searchHistory(). Text is compared without regard to case unless the term has an upper-case letter. Cheap
/// to copy; one per thread.
class Matcher
{
public:
    explicit Matcher(const Query &query);

    /// False: a commit's subject is enough, its message need not be read.
    bool needsMessage() const { return m_needsMessage; }
    /// message: whole; empty: the subject.
    bool matches(const Git::Commit &commit, QStringView message) const;

private:
    struct Test
    {
        Term term;
        QStringMatcher text;
        QByteArray idPrefix; ///< in lower-case hex; empty: the text is no id
    };
    static bool holds(const Test &test, const Git::Commit &commit, QStringView message);

    QList<Test> m_tests;
    bool m_needsMessage = false;
};

} // namespace History
