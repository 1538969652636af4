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

} // namespace Drift
