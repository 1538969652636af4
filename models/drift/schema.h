// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "yaml/value.h"

#include <memory>
#include <vector>

/// What the API server knows about the fields of its built-in kinds: how lists are merged, which numbers are
/// quantities, and what it writes when a field is left out (defaults.go of core/v1, apps/v1, batch/v1 and so
/// on).
namespace Drift {

enum class ListKind : quint8 {
    Ordered,
    Keyed, ///< items are told apart by some of their fields
    Set,   ///< order does not matter
};

struct MergeKey
{
    QList<QByteArray> way;  ///< fields that lead to it
    QByteArray whenMissing; ///< protocol is TCP
};

enum class DefaultKind : quint8 {
    None,
    Text,       ///< this scalar
    Anything,   ///< the server or a controller fills it in
    Sibling,    ///< the same as the field named
    PullPolicy, ///< by the image's tag
};

struct TypeRules;

struct FieldRules
{
    QByteArray name;
    const TypeRules *type = nullptr; ///< of the value, or of a list's items
    ListKind list = ListKind::Ordered;
    QList<MergeKey> keys;
    DefaultKind defaultKind = DefaultKind::None;
    QByteArray defaultText;
};

struct TypeRules
{
    QByteArray name;
    std::vector<FieldRules> fields;
    bool isQuantity = false;    ///< a scalar that is one
    bool hasQuantities = false; ///< a mapping of them
    const FieldRules *find(QByteArrayView field) const;
};

/// Rules of a kind's root; rules that know the metadata only, for other kinds. Never null.
const TypeRules *rulesOfKind(QByteArrayView group, QByteArrayView kind);

/// Rules of one field. A custom resource's fields are recognised by shape: a pod template, resource
/// requirements. type may be null; nullptr: nothing known.
const FieldRules *rulesOfField(const TypeRules *type, QByteArrayView field, const Yaml::Value &value);

/// True when value is what the server writes into a field that Git leaves out. siblings: the mapping it is
/// in.
bool isDefault(const FieldRules *rules, const Yaml::Value &value, const Yaml::Value &siblings);

/// True for kinds that live outside of namespaces, built in or of common extensions.
bool isClusterWide(QByteArrayView kind);

} // namespace Drift
