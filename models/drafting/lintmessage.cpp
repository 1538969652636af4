// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/commitlint.h"
#include "drafting/messagelines.h"
#include "drafting/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

/// A part of the first line.
struct Part
{
    QString text;
    int start = 0;
};

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|\\d+|\\p{Lo}+"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words += found.next().captured();
    return words;
}

QString capitalised(const QString &word)
{
    return word.first(1).toUpper() + word.sliced(1).toLower();
}

/// The text as it would be in a case; nothing for a case that is not known.
std::optional<QString> inCase(const QString &text, const QString &wanted)
{
    if (wanted == "lower-case"_L1 || wanted == "lowercase"_L1)
        return text.toLower();
    if (wanted == "upper-case"_L1 || wanted == "uppercase"_L1)
        return text.toUpper();
    if (wanted == "sentence-case"_L1 || wanted == "sentencecase"_L1)
        return QString(text.first(1).toUpper() + text.sliced(1));
    QStringList words = wordsOf(text);
    if (wanted == "kebab-case"_L1)
        return words.join(u'-').toLower();
    if (wanted == "snake-case"_L1)
        return words.join(u'_').toLower();
    if (wanted != "start-case"_L1 && wanted != "pascal-case"_L1 && wanted != "camel-case"_L1)
        return std::nullopt;
    for (QString &word : words)
        word = capitalised(word);
    if (wanted == "camel-case"_L1 && !words.isEmpty())
        words.first() = words.first().toLower();
    return words.join(wanted == "start-case"_L1 ? u" "_s : QString());
}

bool isInCase(const QString &text, const QString &wanted)
{
    const auto changed = inCase(text, wanted);
    return changed && (changed->isEmpty() || changed->front().isDigit() || *changed == text);
}

bool isFooter(const QString &line)
{
    static const QRegularExpression shape(u"^(?:BREAKING[ -]CHANGE|[\\w-]+)(?:: | #)"_s);
    return shape.match(line).hasMatch();
}

class Linter
{
public:
    Linter(const QList<MessageLine> &lines, const LintRules &rules)
        : m_lines(lines)
        , m_rules(rules)
        , m_footers(findFooters())
    {
        static const QRegularExpression shape(u"^(\\w*)(?:\\(([^()]*)\\))?!?: ?(.*)$"_s);
        const auto match = shape.match(m_lines.first().text);
        m_type = {match.captured(1), 0};
        m_scope = {match.captured(2), int(std::max<qsizetype>(0, match.capturedStart(2)))};
        m_subject = {match.captured(3), int(std::max<qsizetype>(0, match.capturedStart(3)))};
    }

    QList<Validation> lint()
    {
        for (const LintRule &rule : m_rules.rules) {
            if (rule.name.startsWith("type-"_L1))
                checkPart(rule, m_type);
            else if (rule.name.startsWith("scope-"_L1))
                checkPart(rule, m_scope);
            else if (rule.name.startsWith("subject-"_L1))
                checkPart(rule, m_subject);
            else if (rule.name.startsWith("header-"_L1))
                checkHeader(rule);
            else
                checkRest(rule);
        }
        std::ranges::stable_sort(m_found, [](const Validation &a, const Validation &b) {
            return std::pair(a.line, a.start) < std::pair(b.line, b.start);
        });
        return m_found;
    }

private:
    void add(const LintRule &rule, int line, qsizetype start, qsizetype length, const QString &text)
    {
        m_found.append({rule.severity, line, int(start), int(length), rule.name, text});
    }
    void add(const LintRule &rule, const Part &part, const QString &text)
    {
        const qsizetype end = m_lines.first().text.size();
        const qsizetype start = std::min<qsizetype>(part.start, std::max<qsizetype>(0, end - 1));
        add(rule, m_lines.first().number, start,
            std::min(std::max<qsizetype>(1, part.text.size()), end - start), text);
    }

    /// The last paragraph when all of it are trailers; the index of its first line, or of the end.
    qsizetype findFooters() const
    {
        qsizetype first = m_lines.size();
        while (first > 1 && !m_lines[first - 1].text.trimmed().isEmpty())
            --first;
        const auto footers = std::span(m_lines).subspan(size_t(first));
        return std::ranges::all_of(footers, isFooter, &MessageLine::text) ? first : m_lines.size();
    }

    void checkPart(const LintRule &rule, const Part &part)
    {
        const QString name = rule.name.section(u'-', 0, 0), what = rule.name.section(u'-', 1);
        if (what == "empty"_L1) {
            if (part.text.trimmed().isEmpty() == rule.isNever)
                add(rule, part,
                    //: %1: type, scope or subject
                    rule.isNever ? Text::tr("The %1 is missing.").arg(name)
                                 : Text::tr("There is to be no %1.").arg(name));
            return;
        }
        if (part.text.isEmpty())
            return;
        const QString values = rule.values.join(u", "_s);
        if (what == "enum"_L1 && !rule.values.isEmpty() && hasAll(part.text, rule.values) == rule.isNever)
            add(rule, part,
                //: %1: a word, %2: several words
                rule.isNever ? Text::tr("“%1” must not be one of %2.").arg(part.text, values)
                             : Text::tr("“%1” is not one of %2.").arg(part.text, values));
        else if (what == "case"_L1 && isCaseWrong(rule, part.text))
            add(rule, part,
                //: %1: type, scope or subject, %2: names such as lower-case
                rule.isNever ? Text::tr("The %1 must not be in %2.").arg(name, values)
                             : Text::tr("The %1 is to be in %2.").arg(name, values));
        else if (what == "full-stop"_L1 && part.text.endsWith(rule.values.value(0, u"."_s)) == rule.isNever &&
                 !part.text.endsWith("..."_L1))
            add(rule, {part.text.last(1), part.start + int(part.text.size()) - 1},
                rule.isNever ? Text::tr("The subject does not end with a full stop.")
                             : Text::tr("The subject ends with a full stop."));
        else if (what == "max-length"_L1 && part.text.size() > rule.limit)
            add(rule, {part.text.sliced(rule.limit), part.start + rule.limit},
                //: %1: type, scope or subject
                Text::tr("The %1 has more than %n character(s).", nullptr, rule.limit).arg(name));
    }

    /// Several scopes may stand in one pair of parentheses.
    static bool hasAll(const QString &text, const QStringList &values)
    {
        static const QRegularExpression between(u"[/\\\\,] ?"_s);
        const QStringList parts = text.split(between);
        return values.contains(text) ||
               std::ranges::all_of(parts, [&](const QString &part) { return values.contains(part); });
    }

    static bool isCaseWrong(const LintRule &rule, const QString &text)
    {
        if (rule.values.isEmpty() || !text.front().isLetter())
            return false;
        return std::ranges::any_of(rule.values, [&](const QString &one) { return isInCase(text, one); }) ==
               rule.isNever;
    }

    void checkHeader(const LintRule &rule)
    {
        const MessageLine &header = m_lines.first();
        const qsizetype length = header.text.size();
        if (rule.name == "header-max-length"_L1 && length > rule.limit)
            add(rule, header.number, rule.limit, length - rule.limit,
                Text::tr("The first line has more than %n character(s).", nullptr, rule.limit));
        if (rule.name == "header-min-length"_L1 && length < rule.limit)
            add(rule, header.number, 0, length,
                Text::tr("The first line has fewer than %n character(s).", nullptr, rule.limit));
    }

    void checkRest(const LintRule &rule)
    {
        if (rule.name == "body-max-line-length"_L1)
            checkLengths(rule, 1, m_footers);
        else if (rule.name == "footer-max-line-length"_L1)
            checkLengths(rule, m_footers, m_lines.size());
        else if (rule.name == "body-leading-blank"_L1 && m_lines.size() > 1 &&
                 m_lines[1].text.trimmed().isEmpty() == rule.isNever)
            add(rule, m_lines[1].number, 0, m_lines[1].text.size(),
                Text::tr("An empty line stands between the first line and the text."));
        else if (rule.name == "body-empty"_L1 && (m_footers <= 1 || m_lines.size() == 1) == rule.isNever)
            add(rule, m_lines.first().number, 0, 0,
                rule.isNever ? Text::tr("The text below the first line is missing.")
                             : Text::tr("There is to be no text below the first line."));
        else if (rule.name == "trailer-exists"_L1 || rule.name == "signed-off-by"_L1)
            checkTrailer(rule);
    }

    void checkLengths(const LintRule &rule, qsizetype from, qsizetype end)
    {
        for (qsizetype at = from; at < end; ++at) {
            const QString &text = m_lines[at].text;
            if (text.size() > rule.limit && !text.contains("://"_L1))
                add(rule, m_lines[at].number, rule.limit, text.size() - rule.limit,
                    Text::tr("This line has more than %n character(s).", nullptr, rule.limit));
        }
    }

    void checkTrailer(const LintRule &rule)
    {
        const QString trailer = rule.values.value(0, u"Signed-off-by:"_s);
        const bool isThere = std::ranges::any_of(
            m_lines.sliced(1), [&](const MessageLine &line) { return line.text.startsWith(trailer); });
        if (isThere == rule.isNever)
            add(rule, m_lines.last().number, 0, m_lines.last().text.size(),
                //: %1: such as "Signed-off-by:"
                rule.isNever ? Text::tr("There is to be no line “%1”.").arg(trailer)
                             : Text::tr("The line “%1” is missing.").arg(trailer));
    }

    const QList<MessageLine> &m_lines;
    const LintRules &m_rules;
    qsizetype m_footers;
    Part m_type, m_scope, m_subject;
    QList<Validation> m_found;
};

} // namespace

QList<Validation> lintMessage(const QString &message, const LintRules &rules, const QString &commentPrefix)
{
    const QList<MessageLine> lines = linesOf(message, commentPrefix);
    if (lines.isEmpty())
        return {{Severity::Error, 0, 0, 0, u"header-empty"_s, Text::tr("The message is empty.")}};
    if (isMadeByTool(lines.first().text))
        return {};
    return Linter(lines, rules).lint();
}

} // namespace Drafting
