// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/query.h"

#include "history/dates.h"
#include "history/queryfields.h"
#include "history/text.h"

#include <regex.h>

using namespace Qt::StringLiterals;

namespace History {

namespace {

constexpr int kMostDateWords = 6;
constexpr qsizetype kLongestCheckedPattern = 1000;

bool isHex(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
    });
}

// What is wrong with a regular expression, as git will read it; empty: nothing is known to be. One that is
// long or counts repetitions is left to git, which is another process: compiling it can take any memory.
QString mistakeOf(const QString &pattern)
{
    if (pattern.size() > kLongestCheckedPattern || pattern.contains(u'{'))
        return {};
    regex_t compiled;
    const int code = ::regcomp(&compiled, pattern.toUtf8().constData(), REG_EXTENDED | REG_NEWLINE);
    if (code == 0) {
        ::regfree(&compiled);
        return {};
    }
    std::array<char, 256> words{};
    ::regerror(code, &compiled, words.data(), words.size());
    return QString::fromLocal8Bit(words.data());
}

/// Term by term. Fails by its problem.
class Parser
{
public:
    Parser(QStringView line, const QDateTime &now)
        : m_line(line)
        , m_now(now)
    {}

    std::expected<Query, QueryProblem> parse()
    {
        Query query;
        for (skipSpaces(); m_at < m_line.size(); skipSpaces()) {
            auto term = parseTerm();
            if (!term)
                return std::unexpected(term.error());
            query.terms.append(*std::move(term));
        }
        return query;
    }

private:
    using Problem = std::unexpected<QueryProblem>;

    std::expected<Term, QueryProblem> parseTerm()
    {
        Term term{.position = m_at};
        if (m_line[m_at] == u'-' || m_line[m_at] == u'!') {
            term.isNegated = true;
            ++m_at;
        }
        term.field = takeKey();
        const qsizetype valueAt = m_at;
        if (const QStringView name = nameOfNoField(term.field); !name.isEmpty())
            return problem(noSuchField(name), valueAt, name.size() + 1);
        const auto value = takeValue(term.field);
        if (!value)
            return std::unexpected(value.error());
        term.text = *value;
        term.length = m_at - term.position;
        if (term.text.isEmpty())
            return problem(term.field == Field::Any ? Text::tr("Expected a word here.")
                                                    : Text::tr("Expected what to look for behind the colon."),
                           valueAt, 0);
        return check(std::move(term), valueAt);
    }

    QStringView nameOfNoField(Field taken) const
    {
        qsizetype end = m_at;
        while (end < m_line.size() && !m_line[end].isSpace())
            ++end;
        return taken == Field::Any ? likeField(m_line.sliced(m_at, end - m_at)) : QStringView();
    }

    Field takeKey()
    {
        for (const QueryField &key : queryFields()) {
            const qsizetype colon = m_at + key.name.size();
            if (colon < m_line.size() && m_line[colon] == u':' &&
                m_line.sliced(m_at, key.name.size()).compare(key.name, Qt::CaseInsensitive) == 0) {
                m_at = colon + 1;
                return key.field;
            }
        }
        return Field::Any;
    }

    std::expected<QString, QueryProblem> takeValue(Field field)
    {
        if (m_at < m_line.size() && m_line[m_at] == u'"')
            return takeQuoted();
        if (field == Field::Before || field == Field::After)
            return takeDateWords();
        const qsizetype start = m_at;
        skipWord();
        return m_line.sliced(start, m_at - start).toString();
    }

    std::expected<QString, QueryProblem> takeQuoted()
    {
        const qsizetype start = m_at++;
        QString text;
        for (; m_at < m_line.size() && m_line[m_at] != u'"'; ++m_at) {
            const bool isEscape = m_line[m_at] == u'\\' && m_at + 1 < m_line.size() &&
                                  (m_line[m_at + 1] == u'"' || m_line[m_at + 1] == u'\\');
            m_at += isEscape ? 1 : 0;
            text += m_line[m_at];
        }
        if (m_at == m_line.size())
            return problem(Text::tr("Expected a closing quote."), start, m_line.size() - start);
        ++m_at;
        if (m_at < m_line.size() && !m_line[m_at].isSpace())
            return problem(Text::tr("Expected a space behind the closing quote."), m_at, 1);
        return text;
    }

    // As many words as still make a date: "2 weeks ago", "2024-05-01 17:30".
    QString takeDateWords()
    {
        const qsizetype start = m_at;
        skipWord();
        qsizetype end = m_at, firstEnd = m_at;
        bool isDate = false;
        for (int words = 1; words <= kMostDateWords; ++words) {
            if (parseDate(m_line.sliced(start, m_at - start), m_now)) {
                end = m_at;
                isDate = true;
            }
            skipSpaces();
            if (m_at == m_line.size())
                break;
            skipWord();
        }
        m_at = isDate ? end : firstEnd;
        return m_line.sliced(start, m_at - start).toString();
    }

    std::expected<Term, QueryProblem> check(Term term, qsizetype valueAt) const
    {
        const qsizetype length = m_at - valueAt;
        if (term.field == Field::Before || term.field == Field::After) {
            const auto seconds = parseDate(term.text, m_now);
            if (!seconds)
                return problem(
                    Text::tr("Expected a date here, such as 2024-05-01, yesterday or 2 weeks ago."), valueAt,
                    length);
            term.seconds = *seconds;
        }
        if (term.field == Field::Id && (!isHex(term.text) || term.text.size() > 64))
            return problem(
                Text::tr("Expected the start of a commit's id here: digits and letters from a to f."),
                valueAt, length);
        if (term.field == Field::Content && term.text.size() > 2 && term.text.startsWith(u'/') &&
            term.text.endsWith(u'/')) {
            term.isPattern = true;
            term.text = term.text.sliced(1, term.text.size() - 2);
            if (const QString mistake = mistakeOf(term.text); !mistake.isEmpty())
                return problem(Text::tr("Expected a regular expression here: %1.").arg(mistake), valueAt,
                               length);
        }
        if (term.field == Field::Path) {
            while (term.text.endsWith(u'/'))
                term.text.chop(1);
            if (term.text.startsWith("./"_L1))
                term.text.remove(0, 2);
            const QStringList parts = term.text.split(u'/');
            if (parts.contains(QString()) || parts.contains(u".."_s) || parts.contains(u"."_s))
                return problem(Text::tr("Expected a path from the root of the repository here."), valueAt,
                               length);
        }
        return term;
    }

    static Problem problem(QString sentence, qsizetype position, qsizetype length)
    {
        return Problem(QueryProblem{std::move(sentence), position, length});
    }

    void skipSpaces()
    {
        while (m_at < m_line.size() && m_line[m_at].isSpace())
            ++m_at;
    }
    void skipWord()
    {
        while (m_at < m_line.size() && !m_line[m_at].isSpace())
            ++m_at;
    }

    QStringView m_line;
    const QDateTime &m_now;
    qsizetype m_at = 0;
};

} // namespace

bool Query::has(Field field) const
{
    return std::ranges::any_of(terms, [&](const Term &term) { return term.field == field; });
}

std::expected<Query, QueryProblem> parseQuery(QStringView line, const QDateTime &now)
{
    return Parser(line, now).parse();
}

Matcher::Matcher(const Query &query)
{
    for (const Term &term : query.terms) {
        if (term.field == Field::Path || term.field == Field::Content || term.field == Field::Ref)
            continue;
        const bool hasUpper = std::ranges::any_of(term.text, [](QChar c) { return c.isUpper(); });
        Test test{.term = term,
                  .text = QStringMatcher(term.text, hasUpper ? Qt::CaseSensitive : Qt::CaseInsensitive)};
        if (isHex(term.text) && term.text.size() <= 64 && (term.field == Field::Id || term.text.size() >= 4))
            test.idPrefix = term.text.toLower().toLatin1();
        m_needsMessage = m_needsMessage || term.field == Field::Any || term.field == Field::Message;
        m_tests.append(test);
    }
}

bool Matcher::matches(const Git::Commit &commit, QStringView message) const
{
    const QStringView text = message.isEmpty() ? QStringView(commit.subject) : message;
    return std::ranges::all_of(
        m_tests, [&](const Test &test) { return holds(test, commit, text) != test.term.isNegated; });
}

bool Matcher::holds(const Test &test, const Git::Commit &commit, QStringView message)
{
    const auto isIn = [&](QStringView text) { return test.text.indexIn(text) >= 0; };
    const auto isPerson = [&](const Git::Person &person) { return isIn(person.name) || isIn(person.email); };
    const auto isId = [&] { return !test.idPrefix.isEmpty() && commit.id.toHex().startsWith(test.idPrefix); };
    switch (test.term.field) {
    case Field::Any:
        return isIn(message) || isPerson(commit.author) || isId();
    case Field::Message:
        return isIn(message);
    case Field::Author:
        return isPerson(commit.author);
    case Field::Committer:
        return isPerson(commit.committer);
    case Field::Before:
        return commit.committed.seconds < test.term.seconds;
    case Field::After:
        return commit.committed.seconds >= test.term.seconds;
    case Field::Id:
        return isId();
    case Field::Path:
    case Field::Content:
    case Field::Ref:
        break;
    }
    return true;
}

} // namespace History
