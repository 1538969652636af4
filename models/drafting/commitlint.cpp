// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/commitlint.h"

#include "drafting/text.h"
#include "yaml/value.h"

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// What lintMessage() applies.
const QStringList kKnown = {u"type-enum"_s,          u"type-case"_s,
                            u"type-empty"_s,         u"scope-enum"_s,
                            u"scope-case"_s,         u"scope-empty"_s,
                            u"subject-case"_s,       u"subject-empty"_s,
                            u"subject-full-stop"_s,  u"subject-max-length"_s,
                            u"header-max-length"_s,  u"header-min-length"_s,
                            u"body-leading-blank"_s, u"body-max-line-length"_s,
                            u"body-empty"_s,         u"footer-max-line-length"_s,
                            u"trailer-exists"_s,     u"signed-off-by"_s};

bool isLength(const QString &name)
{
    return name.endsWith("-length"_L1);
}

void put(LintRules &rules, const LintRule &rule)
{
    rules.rules.removeIf([&](const LintRule &other) { return other.name == rule.name; });
    rules.rules.append(rule);
}

QStringList valuesOf(const Yaml::Value &value)
{
    if (value.isScalar())
        return value.isNull() ? QStringList() : QStringList{QString::fromUtf8(value.text)};
    QStringList values;
    for (const Yaml::Value &item : value.items) {
        if (item.isScalar())
            values += QString::fromUtf8(item.text);
    }
    return values;
}

/// [level, "always" or "never", value]; a level alone is a rule, too.
void takeRule(const Yaml::Entry &entry, LintRules &rules)
{
    LintRule rule{.name = QString::fromUtf8(entry.key)};
    const QList<Yaml::Value> parts = entry.value.isScalar() ? QList{entry.value} : entry.value.items;
    const QByteArray level = parts.isEmpty() ? QByteArray() : parts.first().text;
    const QByteArray when = parts.size() > 1 ? parts[1].text : "always"_ba;
    const bool isUsable =
        (level == "0" || level == "1" || level == "2") && (when == "always" || when == "never");
    if (level == "0") {
        rules.rules.removeIf([&](const LintRule &other) { return other.name == rule.name; });
        return;
    }
    if (!isUsable || !kKnown.contains(rule.name)) {
        rules.notUnderstood += rule.name;
        return;
    }
    rule.severity = level == "1" ? Severity::Warning : Severity::Error;
    rule.isNever = when == "never";
    if (parts.size() > 2)
        rule.values = valuesOf(parts[2]);
    if (isLength(rule.name)) {
        bool isNumber = false;
        rule.limit = rule.values.value(0).toInt(&isNumber);
        if (!isNumber || rule.limit < 0) {
            rules.notUnderstood += rule.name;
            return;
        }
        rule.values.clear();
    }
    put(rules, rule);
}

} // namespace

LintRules conventionalRules()
{
    LintRules rules;
    rules.rules = {{.name = u"body-leading-blank"_s, .severity = Severity::Warning},
                   {.name = u"body-max-line-length"_s, .limit = 100},
                   {.name = u"footer-max-line-length"_s, .limit = 100},
                   {.name = u"header-max-length"_s, .limit = 100},
                   {.name = u"subject-case"_s,
                    .isNever = true,
                    .values = {u"sentence-case"_s, u"start-case"_s, u"pascal-case"_s, u"upper-case"_s}},
                   {.name = u"subject-empty"_s, .isNever = true},
                   {.name = u"subject-full-stop"_s, .isNever = true, .values = {u"."_s}},
                   {.name = u"type-case"_s, .values = {u"lower-case"_s}},
                   {.name = u"type-empty"_s, .isNever = true},
                   {.name = u"type-enum"_s, .values = RuleOptions().types}};
    return rules;
}

Result<LintRules> parseLintRules(const QByteArray &content, const QString &fileName, bool isPackage)
{
    const auto documents = Yaml::parse(content, fileName, {.bytes = 1024 * 1024, .nodes = 100'000});
    if (!documents)
        return std::unexpected(documents.error());
    const Yaml::Value *root = documents->isEmpty() ? nullptr : &documents->first().root;
    if (root && isPackage)
        root = root->find("commitlint");
    if (!root && isPackage)
        return LintRules();
    if (!root || root->kind != Yaml::Kind::Mapping)
        //: %1: a file's name
        return fail(ErrorKind::Invalid, Text::tr("%1 holds no rules for messages.").arg(fileName));
    LintRules rules;
    if (const Yaml::Value *extends = root->find("extends")) {
        for (const QString &name : valuesOf(*extends)) {
            if (name == "@commitlint/config-conventional"_L1)
                rules.rules = conventionalRules().rules;
            else
                rules.notUnderstood += name;
        }
    }
    if (const Yaml::Value *own = root->find("rules")) {
        for (const Yaml::Entry &entry : own->entries)
            takeRule(entry, rules);
    }
    return rules;
}

} // namespace Drafting
