// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/edit.h"

#include <algorithm>

namespace Drift {

Yaml::Value *child(Yaml::Value &mapping, QByteArrayView key)
{
    const auto at =
        std::ranges::find_if(mapping.entries, [key](const Yaml::Entry &e) { return e.key == key; });
    return at == mapping.entries.end() ? nullptr : &at->value;
}

void setEntry(Yaml::Value &mapping, const QByteArray &key, Yaml::Value value)
{
    mapping.kind = Yaml::Kind::Mapping;
    if (Yaml::Value *old = child(mapping, key))
        *old = std::move(value);
    else
        mapping.entries << Yaml::Entry{.key = key, .value = std::move(value)};
}

void removeEntry(Yaml::Value &mapping, QByteArrayView key)
{
    mapping.entries.removeIf([key](const Yaml::Entry &entry) { return entry.key == key; });
}

Yaml::Value &ensureMapping(Yaml::Value &mapping, const QByteArray &key)
{
    mapping.kind = Yaml::Kind::Mapping;
    Yaml::Value *found = child(mapping, key);
    if (!found) {
        mapping.entries << Yaml::Entry{.key = key};
        found = &mapping.entries.last().value;
    }
    if (found->isNull())
        found->kind = Yaml::Kind::Mapping;
    return *found;
}

void visitAt(Yaml::Value &root, QByteArrayView path, bool mayCreate,
             const std::function<void(Yaml::Value &)> &visit)
{
    if (path.isEmpty()) {
        visit(root);
        return;
    }
    const qsizetype dot = path.indexOf('.');
    QByteArrayView field = dot < 0 ? path : path.first(dot);
    const QByteArrayView rest = dot < 0 ? QByteArrayView() : path.sliced(dot + 1);
    const bool isList = field.endsWith("[]");
    if (isList)
        field.chop(2);
    Yaml::Value *found = child(root, field);
    if (!found && mayCreate && !isList)
        found = &ensureMapping(root, field.toByteArray());
    if (!found)
        return;
    if (!isList) {
        visitAt(*found, rest, mayCreate, visit);
        return;
    }
    for (Yaml::Value &item : found->items)
        visitAt(item, rest, mayCreate, visit);
}

Yaml::Value withoutPlaces(Yaml::Value value)
{
    value.line = value.column = 0;
    value.start = value.end = -1;
    for (Yaml::Value &item : value.items)
        item = withoutPlaces(std::move(item));
    for (Yaml::Entry &entry : value.entries) {
        entry.line = 0;
        entry.value = withoutPlaces(std::move(entry.value));
    }
    return value;
}

Yaml::Value placedIn(Resource &object, Yaml::Value value, const QByteArray &file, int lineOffset)
{
    const auto placed = [&](int line) {
        return line > 0 ? object.addPlace({file, line + lineOffset}) : line;
    };
    value.line = placed(value.line);
    value.column = 0;
    value.start = value.end = -1;
    for (Yaml::Value &item : value.items)
        item = placedIn(object, std::move(item), file, lineOffset);
    for (Yaml::Entry &entry : value.entries) {
        entry.line = placed(entry.line);
        entry.value = placedIn(object, std::move(entry.value), file, lineOffset);
    }
    return value;
}

namespace {

/// The item of the same name, else of the same index.
const Yaml::Value *itemLike(const Yaml::Value &item, qsizetype index, const Yaml::Value *own)
{
    if (!own || own->kind != Yaml::Kind::Sequence)
        return nullptr;
    const QByteArray name = item.textAt({"name"});
    if (name.isEmpty())
        return index < own->items.size() ? &own->items.at(index) : nullptr;
    const auto at = std::ranges::find_if(
        own->items, [&name](const Yaml::Value &other) { return other.textAt({"name"}) == name; });
    return at == own->items.end() ? nullptr : &*at;
}

} // namespace

Yaml::Value placedLike(Yaml::Value made, const Yaml::Value *own, int elsewhere)
{
    const bool isKnown = own && (made.isScalar() ? *own == made : own->kind == made.kind);
    made.line = isKnown ? own->line : elsewhere;
    made.column = 0;
    made.start = made.end = -1;
    for (qsizetype i = 0; i < made.items.size(); ++i)
        made.items[i] = placedLike(made.items.at(i), itemLike(made.items.at(i), i, own), elsewhere);
    for (Yaml::Entry &entry : made.entries) {
        entry.value = placedLike(std::move(entry.value), own ? own->find(entry.key) : nullptr, elsewhere);
        entry.line = entry.value.line;
    }
    return made;
}

} // namespace Drift
