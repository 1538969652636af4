// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/patch.h"

#include "drift/edit.h"
#include "drift/path.h"
#include "drift/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// Lists that the comparison matches by key but that a patch replaces, because the API declares them atomic.
constexpr auto kAtomic = std::to_array<QByteArrayView>(
    {"metrics", "limits", "volumeClaimTemplates", "accessModes", "policyTypes", "scopes"});

std::unexpected<Error> failDirective(const QByteArray &directive)
{
    return fail(ErrorKind::Invalid,
                Text::tr("The patch directive %1 is not evaluated.").arg(QString::fromUtf8(directive)));
}

bool mergesItems(const FieldRules *rules)
{
    return rules && rules->list != ListKind::Ordered &&
           !std::ranges::contains(kAtomic, QByteArrayView(rules->name));
}

Result<Yaml::Value> mergeKeyed(const Yaml::Value &base, const Yaml::Value &patch, const FieldRules *rules)
{
    Yaml::Value result = base;
    for (const Yaml::Value &item : patch.items) {
        const QByteArray directive = item.textAt({"$patch"});
        const QByteArray name = itemName(rules, item);
        if (directive == "replace")
            return failDirective("$patch: replace in a list"_ba);
        const auto at = std::ranges::find_if(result.items, [&](const Yaml::Value &old) {
            return !name.isEmpty() && itemName(rules, old) == name;
        });
        if (directive == "delete") {
            if (at != result.items.end())
                result.items.erase(at);
        } else if (at != result.items.end()) {
            const Result<Yaml::Value> merged = mergePatch(*at, item, rules->type);
            if (!merged)
                return merged;
            *at = *merged;
        } else {
            result.items << item;
        }
    }
    return result;
}

Yaml::Value mergeSets(const Yaml::Value &base, const Yaml::Value &patch)
{
    Yaml::Value result = base;
    for (const Yaml::Value &item : patch.items)
        if (!result.items.contains(item))
            result.items << item;
    return result;
}

Result<Yaml::Value> mergeField(const Yaml::Value &old, const Yaml::Value &patch, const FieldRules *rules)
{
    if (old.kind == Yaml::Kind::Mapping && patch.kind == Yaml::Kind::Mapping)
        return mergePatch(old, patch, rules ? rules->type : nullptr);
    const bool areLists = old.kind == Yaml::Kind::Sequence && patch.kind == Yaml::Kind::Sequence;
    if (areLists && mergesItems(rules))
        return rules->list == ListKind::Keyed ? mergeKeyed(old, patch, rules) : mergeSets(old, patch);
    return patch;
}

/// Nulls in what a patch adds mean nothing is there.
Yaml::Value withoutNulls(Yaml::Value value)
{
    value.entries.removeIf([](const Yaml::Entry &entry) { return entry.value.isNull(); });
    for (Yaml::Entry &entry : value.entries)
        entry.value = withoutNulls(std::move(entry.value));
    return value;
}

QList<QByteArray> pointerParts(const QByteArray &pointer)
{
    QList<QByteArray> parts = pointer.split('/').sliced(1);
    for (QByteArray &part : parts)
        part.replace("~1", "/").replace("~0", "~");
    return parts;
}

qsizetype indexOf(const QByteArray &part, qsizetype size)
{
    bool isNumber = false;
    const qsizetype index = part == "-" ? size : qsizetype(part.toLongLong(&isNumber));
    return part == "-" || (isNumber && index >= 0 && index <= size) ? index : -1;
}

Yaml::Value *follow(Yaml::Value &root, const QList<QByteArray> &parts)
{
    Yaml::Value *at = &root;
    for (const QByteArray &part : parts) {
        if (at->kind == Yaml::Kind::Sequence) {
            const qsizetype index = indexOf(part, at->items.size());
            at = index >= 0 && index < at->items.size() ? &at->items[index] : nullptr;
        } else {
            at = child(*at, part);
        }
        if (!at)
            return nullptr;
    }
    return at;
}

bool putAt(Yaml::Value &root, QList<QByteArray> parts, const Yaml::Value &value, bool isReplace)
{
    if (parts.isEmpty())
        return false;
    if (isReplace && !follow(root, parts))
        return false;
    const QByteArray last = parts.takeLast();
    Yaml::Value *parent = follow(root, parts);
    if (parent && parent->kind == Yaml::Kind::Sequence) {
        const qsizetype index = indexOf(last, parent->items.size());
        if (index < 0)
            return false;
        if (isReplace)
            parent->items[index] = value;
        else
            parent->items.insert(index, value);
        return true;
    }
    if (!parent || parent->kind != Yaml::Kind::Mapping)
        return false;
    setEntry(*parent, last, value);
    return true;
}

bool removeAt(Yaml::Value &root, QList<QByteArray> parts)
{
    if (parts.isEmpty() || !follow(root, parts))
        return false;
    const QByteArray last = parts.takeLast();
    Yaml::Value *parent = follow(root, parts);
    if (parent->kind == Yaml::Kind::Sequence)
        parent->items.removeAt(indexOf(last, parent->items.size()));
    else
        removeEntry(*parent, last);
    return true;
}

bool applyOperation(Yaml::Value &root, const Yaml::Value &operation)
{
    const QByteArray name = operation.textAt({"op"});
    const QList<QByteArray> path = pointerParts(operation.textAt({"path"}));
    const Yaml::Value *given = operation.find("value");
    if (name == "remove")
        return removeAt(root, path);
    if (name == "add" || name == "replace")
        return given && putAt(root, path, *given, name == "replace");
    if (name == "test") {
        const Yaml::Value *found = follow(root, path);
        return given && found && *found == *given;
    }
    if (name != "copy" && name != "move")
        return false;
    const QList<QByteArray> from = pointerParts(operation.textAt({"from"}));
    const Yaml::Value *source = follow(root, from);
    if (!source)
        return false;
    const Yaml::Value value = *source;
    return (name == "copy" || removeAt(root, from)) && putAt(root, path, value, false);
}

} // namespace

Result<Yaml::Value> mergePatch(const Yaml::Value &base, const Yaml::Value &patch, const TypeRules *type)
{
    const QByteArray directive = patch.textAt({"$patch"});
    if (directive == "delete")
        return Yaml::Value();
    Yaml::Value result = base;
    if (directive == "replace")
        result.entries.clear();
    else if (!directive.isEmpty() && directive != "merge")
        return failDirective(QByteArray("$patch: " + directive));
    for (const Yaml::Entry &entry : patch.entries) {
        if (entry.key == "$patch")
            continue;
        if (entry.key.startsWith('$'))
            return failDirective(entry.key);
        if (entry.value.isNull()) {
            removeEntry(result, entry.key);
            continue;
        }
        const Yaml::Value *old = result.find(entry.key);
        if (!old) {
            if (entry.value.textAt({"$patch"}) != "delete")
                setEntry(result, entry.key, withoutNulls(entry.value));
            continue;
        }
        const Result<Yaml::Value> merged =
            mergeField(*old, entry.value, type ? type->find(entry.key) : nullptr);
        if (!merged)
            return merged;
        if (merged->isNull())
            removeEntry(result, entry.key);
        else
            setEntry(result, entry.key, *merged);
    }
    return result;
}

Result<Yaml::Value> jsonPatch(Yaml::Value base, const Yaml::Value &operations)
{
    for (const Yaml::Value &operation : operations.items)
        if (!applyOperation(base, operation))
            return fail(ErrorKind::Invalid, Text::tr("The patch operation %1 at %2 does not apply.")
                                                .arg(QString::fromUtf8(operation.textAt({"op"})),
                                                     QString::fromUtf8(operation.textAt({"path"}))));
    return base;
}

} // namespace Drift
