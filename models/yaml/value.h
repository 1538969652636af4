// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

#include <initializer_list>

/// YAML documents as values that know where in the file they came from. JSON is read by the same parser.
namespace Yaml {

enum class Kind : quint8 { Null, Bool, Integer, Float, String, Sequence, Mapping };

struct Entry;

/// One node, anchors and merge keys already followed. Cheap to copy (implicitly shared lists).
struct Value
{
    Kind kind = Kind::Null;
    QByteArray text; ///< a scalar's text after unquoting, as written otherwise: 0400 stays 0400
    /// A scalar in quotes or a block scalar: its kind is String whatever it looks like.
    bool isQuoted = false;
    int line = 0, column = 0; ///< 1-based, of the node's start; 0 when made by hand
    /// Byte range of the scalar in the file, quotes included; of a block scalar its text only.
    /// -1: made by hand, or reached through an alias, so that there is no place of its own to write to.
    qsizetype start = -1, end = -1;
    QList<Value> items;   ///< of a Sequence
    QList<Entry> entries; ///< of a Mapping, in file order

    bool isScalar() const { return kind < Kind::Sequence; }
    bool isNull() const { return kind == Kind::Null; }
    /// Of a Mapping; nullptr when absent or not a mapping. O(entries).
    const Value *find(QByteArrayView key) const;
    /// Follows mapping keys; nullptr where the way ends.
    const Value *at(std::initializer_list<QByteArrayView> keys) const;
    /// Empty when absent or not a scalar.
    QByteArray textAt(std::initializer_list<QByteArrayView> keys) const;
    /// The same kind and content; neither place, nor quoting, nor the order of keys counts.
    bool operator==(const Value &other) const;
};

struct Entry
{
    QByteArray key;
    Value value;
    int line = 0;
};

struct Document
{
    Value root;
    int line = 1; ///< where it starts
};

struct Limits
{
    qsizetype bytes = 32 * 1024 * 1024;
    qsizetype nodes = 2'000'000; ///< after following aliases, so that a billion laughs end early
};

/// Reads all documents of a YAML or JSON file; YAML 1.2 core schema, plus 0400 and 0o400 as octal Integer
/// because manifests use them. Empty documents are left out. Invalid: names fileName and line, with what is
/// wrong (duplicate key, tab, bad indentation, not UTF-8, too deep, a cycle, too large).
Result<QList<Document>> parse(QByteArrayView text, const QString &fileName, const Limits &limits = {});

/// True when the text holds Go template or Helm braces outside of strings and comments, so that it is not
/// YAML yet.
bool isTemplate(QByteArrayView text);

/// For building by hand and in tests.
Value makeScalar(Kind kind, QByteArray text);
Value makeString(QByteArray text);
Value fromJson(const QJsonValue &json);
QJsonValue toJson(const Value &value);

} // namespace Yaml
