// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/validate.h"

#include "drafting/messagelines.h"
#include "drafting/text.h"
#include "drafting/wrap.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

class Checker
{
public:
    Checker(const QString &message, const QList<MessageLine> &lines, const RuleOptions &rules)
        : m_message(message)
        , m_lines(lines)
        , m_rules(rules)
    {}

    QList<Validation> check()
    {
        checkHeader();
        checkBody();
        std::ranges::stable_sort(m_found, [](const Validation &a, const Validation &b) {
            return std::pair(a.line, a.start) < std::pair(b.line, b.start);
        });
        return m_found;
    }

private:
    void add(Severity severity, int line, qsizetype start, qsizetype length, const QString &rule,
             const QString &text)
    {
        m_found.append({severity, line, int(start), int(length), rule, text});
    }

    void checkHeader()
    {
        const MessageLine &header = m_lines.first();
        static const QRegularExpression shape(u"^([^\\s():!]*)(\\(([^()]*)\\))?(!)?:(\\s*)(.*)$"_s);
        const auto match = shape.match(header.text);
        if (!match.hasMatch()) {
            add(Severity::Error, header.number, 0, header.text.size(), u"header-shape"_s,
                //: An example of a conventional commit header is not to be translated
                Text::tr("The first line has no type. Write it like this: feat(web): add staging overlay"));
        } else {
            checkType(header, match);
            checkSubject(header, match);
        }
        checkHeaderLength(header);
    }

    void checkType(const MessageLine &header, const QRegularExpressionMatch &match)
    {
        const QString type = match.captured(1);
        if (type.isEmpty())
            add(Severity::Error, header.number, 0, qMin<qsizetype>(header.text.size(), 1), u"type-empty"_s,
                Text::tr("The type before the colon is missing."));
        else if (m_rules.types.contains(type.toLower()) && type != type.toLower())
            add(Severity::Error, header.number, 0, type.size(), u"type-case"_s,
                Text::tr("The type is written in lower case."));
        else if (!m_rules.types.contains(type))
            add(Severity::Error, header.number, 0, type.size(), u"type-enum"_s,
                Text::tr("\"%1\" is not one of the types %2.").arg(type, m_rules.types.join(u", "_s)));
        if (match.hasCaptured(2) && match.captured(3).trimmed().isEmpty())
            add(Severity::Error, header.number, match.capturedStart(2), match.capturedLength(2),
                u"scope-empty"_s, Text::tr("The parentheses of the scope are empty."));
    }

    void checkSubject(const MessageLine &header, const QRegularExpressionMatch &match)
    {
        const QString subject = match.captured(6);
        const qsizetype start = match.capturedStart(6);
        if (subject.trimmed().isEmpty()) {
            add(Severity::Error, header.number, qMax<qsizetype>(match.capturedStart(5) - 1, 0), 1,
                u"subject-empty"_s, Text::tr("The subject behind the colon is missing."));
            return;
        }
        if (match.captured(5) != " "_L1)
            add(Severity::Error, header.number, qMax<qsizetype>(match.capturedStart(5) - 1, 0),
                1 + match.capturedLength(5), u"subject-space"_s,
                Text::tr("Exactly one space stands behind the colon."));
        const qsizetype end = subject.trimmed().size();
        if (subject.trimmed().endsWith(u'.') && !subject.trimmed().endsWith("..."_L1))
            add(Severity::Error, header.number, start + end - 1, 1, u"subject-full-stop"_s,
                Text::tr("The subject does not end with a full stop."));
    }

    void checkHeaderLength(const MessageLine &header)
    {
        const qsizetype length = header.text.size();
        if (length > m_rules.subjectMaximum)
            add(Severity::Error, header.number, m_rules.subjectMaximum, length - m_rules.subjectMaximum,
                u"header-max-length"_s,
                Text::tr("The first line has %1 characters; at most %2 are allowed.")
                    .arg(QString::number(length), QString::number(m_rules.subjectMaximum)));
        else if (length > m_rules.subjectLimit)
            add(Severity::Warning, header.number, m_rules.subjectLimit, length - m_rules.subjectLimit,
                u"header-max-length"_s,
                Text::tr("The first line has %1 characters; more than %2 are cut off in many places.")
                    .arg(QString::number(length), QString::number(m_rules.subjectLimit)));
    }

    void checkBody()
    {
        if (m_lines.size() > 1 && !m_lines[1].text.trimmed().isEmpty())
            add(Severity::Warning, m_lines[1].number, 0, m_lines[1].text.size(), u"body-leading-blank"_s,
                Text::tr("An empty line stands between the first line and the text."));
        for (qsizetype i = 1; i < m_lines.size(); ++i) {
            const QString &text = m_lines[i].text;
            const bool isUnbreakable = !text.trimmed().contains(u' ') || text.contains("://"_L1);
            if (text.size() > m_rules.bodyLimit && !isUnbreakable && !isTrailerOrCode(m_lines[i].number))
                add(Severity::Warning, m_lines[i].number, m_rules.bodyLimit, text.size() - m_rules.bodyLimit,
                    u"body-max-line-length"_s,
                    Text::tr("This line has %1 characters; wrap it at %2.")
                        .arg(QString::number(text.size()), QString::number(m_rules.bodyLimit)));
        }
    }

    // A list can be wrapped, with thought.
    bool isTrailerOrCode(int line) const
    {
        static const QRegularExpression list(u"^\\s{0,3}(?:[-*+•–]|\\(?[0-9]{1,3}[.)])\\s"_s);
        return standsWhole(m_message, line, m_rules.commentPrefix) &&
               !list.match(m_message.section(u'\n', line, line)).hasMatch();
    }

    const QString &m_message;
    const QList<MessageLine> &m_lines;
    const RuleOptions &m_rules;
    QList<Validation> m_found;
};

} // namespace

QList<Validation> validateMessage(const QString &message, const RuleOptions &rules)
{
    const QList<MessageLine> lines = linesOf(message, rules.commentPrefix);
    if (lines.isEmpty())
        return {{Severity::Error, 0, 0, 0, u"header-empty"_s, Text::tr("The message is empty.")}};
    if (isMadeByTool(lines.first().text))
        return {};
    return Checker(message, lines, rules).check();
}

bool isValidMessage(const QString &message, const RuleOptions &rules)
{
    return std::ranges::none_of(validateMessage(message, rules),
                                [](const Validation &one) { return one.severity == Severity::Error; });
}

} // namespace Drafting
