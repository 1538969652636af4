// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/fit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

const LintRule *ruleNamed(const LintRules &lint, QLatin1StringView name)
{
    const LintRule *found = nullptr;
    for (const LintRule &rule : lint.rules) {
        if (rule.name == name)
            found = &rule;
    }
    return found;
}

class Repair
{
public:
    Repair(Draft &draft, const LintRules &lint, const DraftContext &context)
        : m_draft(draft)
        , m_lint(lint)
        , m_context(context)
    {}

    /// False: there is nothing to mend, or nothing that can be.
    bool round()
    {
        const QString before = m_draft.message();
        for (const Validation &remark : lintMessage(before, m_lint, m_context.rules.commentPrefix))
            mend(remark.rule);
        return m_draft.message() != before;
    }

private:
    bool objects(const QString &rule) const
    {
        const auto remarks = lintMessage(m_draft.message(), m_lint, m_context.rules.commentPrefix);
        return std::ranges::contains(remarks, rule, &Validation::rule);
    }

    // The first of the texts that the rule has nothing against.
    void tryTexts(const QString &rule, QString &text, const QStringList &candidates)
    {
        const QString before = text;
        for (const QString &candidate : candidates) {
            text = candidate;
            if (!objects(rule))
                return;
        }
        text = before;
    }

    void mend(const QString &rule)
    {
        if (rule == "type-empty"_L1 && m_draft.type.isEmpty())
            m_draft.type = m_draft.alternatives.value(0).type;
        else if (rule == "type-case"_L1)
            tryTexts(rule, m_draft.type, casesOf(m_draft.type));
        else if (rule == "scope-enum"_L1 || rule == "scope-empty"_L1 || rule == "scope-max-length"_L1)
            mendScope(rule);
        else if (rule == "scope-case"_L1)
            tryTexts(rule, m_draft.scope, casesOf(m_draft.scope) + QStringList{QString()});
        else if (rule == "subject-case"_L1)
            tryTexts(rule, m_draft.subject, casesOf(m_draft.subject));
        else if (rule == "subject-full-stop"_L1)
            tryTexts(rule, m_draft.subject, {m_draft.subject + u'.', m_draft.subject.chopped(1)});
        else if (rule == "header-max-length"_L1 || rule == "subject-max-length"_L1)
            shorten(rule);
        else if (rule.startsWith("body-"_L1))
            mendBody(rule);
        else if (rule == "footer-max-line-length"_L1)
            dropLongFooters();
    }

    static QStringList casesOf(const QString &text)
    {
        if (text.isEmpty())
            return {};
        QString small = text, large = text;
        small.front() = small.front().toLower();
        large.front() = large.front().toUpper();
        return {small, large, text.toLower(), text.toUpper()};
    }

    void mendScope(const QString &rule)
    {
        const LintRule *known = ruleNamed(m_lint, "scope-enum"_L1);
        QStringList scopes = {QString(), m_draft.scope};
        if (known && !known->isNever) {
            for (const QString &scope : known->values) {
                const bool isNamed = m_draft.subject.contains(scope, Qt::CaseInsensitive);
                isNamed ? scopes.prepend(scope) : scopes.append(scope);
            }
        }
        scopes.append(u"repo"_s);
        tryScopes(rule, scopes);
    }

    // Both rules about scopes have to be content.
    void tryScopes(const QString &rule, const QStringList &scopes)
    {
        const QString before = m_draft.scope;
        for (const QString &scope : scopes) {
            m_draft.scope = scope;
            if (!objects(rule) && !objects(u"scope-empty"_s) && !objects(u"scope-enum"_s))
                return;
        }
        m_draft.scope = before;
    }

    void shorten(const QString &rule)
    {
        const QString whole = m_draft.subject;
        tryTexts(rule, m_draft.subject, {u"update files"_s, u"update"_s});
        if (objects(rule))
            m_draft.scope.clear();
        if (m_draft.subject != whole && !m_draft.body.contains(u"- "_s + whole))
            m_draft.body.prepend(u"- "_s + whole);
    }

    void mendBody(const QString &rule)
    {
        const LintRule *length = ruleNamed(m_lint, "body-max-line-length"_L1);
        if (rule == "body-empty"_L1) {
            const LintRule *empty = ruleNamed(m_lint, "body-empty"_L1);
            m_draft.body = empty && empty->isNever ? QStringList{u"- "_s + m_draft.subject} : QStringList();
        } else if (rule == "body-max-line-length"_L1 && length) {
            QStringList lines;
            for (const QString &line : std::as_const(m_draft.body))
                lines += wrapLine(line, length->limit);
            m_draft.body = lines;
        }
    }

    static QStringList wrapLine(const QString &line, qsizetype width)
    {
        QStringList lines;
        QString current;
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
            if (!current.isEmpty() && current.size() + 1 + word.size() > width) {
                lines.append(current);
                current = u"  "_s + word;
            } else {
                current += current.isEmpty() ? word : QString(u' ' + word);
            }
        }
        lines.append(current);
        lines.removeIf([&](const QString &one) { return one.size() > width; });
        return lines;
    }

    void dropLongFooters()
    {
        const LintRule *length = ruleNamed(m_lint, "footer-max-line-length"_L1);
        m_draft.footers.removeIf(
            [&](const QString &footer) { return length && footer.size() > length->limit; });
    }

    Draft &m_draft;
    const LintRules &m_lint;
    const DraftContext &m_context;
};

} // namespace

RuleOptions withLint(RuleOptions rules, const LintRules &lint)
{
    if (const LintRule *types = ruleNamed(lint, "type-enum"_L1);
        types && !types->isNever && !types->values.isEmpty())
        rules.types = types->values;
    if (const LintRule *length = ruleNamed(lint, "header-max-length"_L1); length && length->limit > 0) {
        rules.subjectMaximum = length->limit;
        rules.subjectLimit = std::min(rules.subjectLimit, length->limit);
    }
    if (const LintRule *scope = ruleNamed(lint, "scope-empty"_L1))
        rules.scopeUse = scope->isNever ? ScopeUse::Always : ScopeUse::Never;
    return rules;
}

void repair(Draft &draft, const LintRules &lint, const DraftContext &context)
{
    constexpr int mostRounds = 4;
    Repair repair(draft, lint, context);
    for (int i = 0; i < mostRounds && repair.round(); ++i) {
    }
}

} // namespace Drafting
