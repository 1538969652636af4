// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leaves.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostLeaves = 400; // of one object; what follows adds nothing to a subject
constexpr int kDeepest = 40;

using Yaml::Kind;
using Yaml::Value;

// What tells one item of a list from the next in manifests.
QByteArray identityOf(const Value &item)
{
    for (const QByteArrayView key :
         {"name", "key", "containerPort", "port", "host", "mountPath", "path", "alias", "id"}) {
        const Value *found = item.find(key);
        if (found && found->isScalar() && !found->isNull())
            return found->text;
    }
    return {};
}

bool isKeyedList(const Value &list)
{
    QSet<QByteArray> seen;
    for (const Value &item : list.items) {
        const QByteArray identity = item.kind == Kind::Mapping ? identityOf(item) : QByteArray();
        if (identity.isEmpty() || seen.contains(identity))
            return false;
        seen.insert(identity);
    }
    return list.kind == Kind::Sequence && !list.items.isEmpty();
}

bool isScalarList(const Value &list)
{
    return list.kind == Kind::Sequence && std::ranges::all_of(list.items, &Value::isScalar);
}

// Subtrees whose entries each mean something of their own, also when the whole subtree is new.
bool isOpened(const QByteArray &key)
{
    static const QSet<QByteArray> keys = {"data",   "stringData", "encryptedData", "binaryData",
                                          "env",    "resources",  "limits",        "requests",
                                          "images", "replicas"};
    return keys.contains(key);
}

class Comparison
{
public:
    QList<Leaf> leaves;

    void compare(const QList<QByteArray> &path, const Value *before, const Value *after)
    {
        if (leaves.size() >= kMostLeaves || (before && after && *before == *after))
            return;
        const Value nothing;
        const bool opens = !path.isEmpty() && isOpened(path.last()) && path.size() < kDeepest;
        const Value *some = before ? before : after;
        if ((!before || !after) && !(opens && some && !some->isScalar()))
            return add(path, before, after);
        const Value &left = before ? *before : nothing;
        const Value &right = after ? *after : nothing;
        if (path.size() < kDeepest && isMap(left, before) && isMap(right, after))
            return compareMaps(path, left, right);
        if (isList(left, before) && isList(right, after))
            return compareLists(path, left, right);
        add(path, before, after);
    }

private:
    static bool isMap(const Value &value, const Value *given)
    {
        return !given || value.kind == Kind::Mapping;
    }
    static bool isList(const Value &value, const Value *given)
    {
        return !given || value.kind == Kind::Sequence;
    }

    void add(const QList<QByteArray> &path, const Value *before, const Value *after)
    {
        Leaf leaf{path, RecordOp::Change, before ? *before : Value(), after ? *after : Value()};
        if (!before)
            leaf.op = RecordOp::Add;
        else if (!after)
            leaf.op = RecordOp::Remove;
        leaves.append(leaf);
    }

    void compareMaps(const QList<QByteArray> &path, const Value &before, const Value &after)
    {
        for (const Yaml::Entry &entry : before.entries)
            compare(path + QList{entry.key}, &entry.value, after.find(entry.key));
        for (const Yaml::Entry &entry : after.entries) {
            if (!before.find(entry.key))
                compare(path + QList{entry.key}, nullptr, &entry.value);
        }
    }

    void compareLists(const QList<QByteArray> &path, const Value &before, const Value &after)
    {
        const bool hasKeys =
            (before.items.isEmpty() || isKeyedList(before)) && (after.items.isEmpty() || isKeyedList(after));
        if (hasKeys)
            return comparePairs(path, before, after, identityOf);
        if (isScalarList(before) && isScalarList(after)) {
            if (before.items.size() == 1 && after.items.size() == 1)
                return compare(path + QList<QByteArray>{"[0]"}, &before.items.first(), &after.items.first());
            return comparePairs(path, before, after, [](const Value &item) { return item.text; });
        }
        if (before.items.size() != after.items.size())
            return add(path, &before, &after);
        for (qsizetype i = 0; i < before.items.size(); ++i)
            compare(path + QList{QByteArray('[' + QByteArray::number(i) + ']')}, &before.items[i],
                    &after.items[i]);
    }

    template<class Identity> void comparePairs(const QList<QByteArray> &path, const Value &before,
                                               const Value &after, Identity identity)
    {
        QHash<QByteArray, const Value *> rest;
        for (const Value &item : after.items)
            rest.insert(identity(item), &item);
        for (const Value &item : before.items) {
            const QByteArray key = identity(item);
            compare(path + QList{QByteArray('[' + key + ']')}, &item, rest.take(key));
        }
        for (const Value &item : after.items) {
            const QByteArray key = identity(item);
            if (rest.remove(key))
                compare(path + QList{QByteArray('[' + key + ']')}, nullptr, &item);
        }
    }
};

struct Identified
{
    QByteArray key;
    ObjectChange object; // with the value in before
};

Identified identify(const Value &root, qsizetype index)
{
    Identified it;
    it.object.before = root;
    it.object.kind = root.textAt({"kind"});
    it.object.name = root.textAt({"metadata", "name"});
    it.object.nameSpace = root.textAt({"metadata", "namespace"});
    const QByteArray version = root.textAt({"apiVersion"});
    it.object.group = version.contains('/') ? version.first(version.indexOf('/')) : QByteArray();
    const bool isObject = !it.object.kind.isEmpty() && !it.object.name.isEmpty();
    if (isObject)
        it.key = it.object.group + '\n' + it.object.kind + '\n' + it.object.nameSpace + '\n' + it.object.name;
    else
        it.key = '#' + it.object.kind + QByteArray::number(index);
    return it;
}

QList<Identified> identifyAll(const QList<Yaml::Document> &documents)
{
    QList<Identified> all;
    for (const Yaml::Document &document : documents) {
        const Value *items = document.root.textAt({"kind"}) == "List" ? document.root.find("items") : nullptr;
        if (!items || items->kind != Kind::Sequence) {
            all.append(identify(document.root, all.size()));
            continue;
        }
        for (const Value &item : items->items)
            all.append(identify(item, all.size()));
    }
    return all;
}

ObjectChange compared(const Identified &before, const Identified &after)
{
    ObjectChange object = after.object;
    object.before = before.object.before;
    object.after = after.object.before;
    Comparison comparison;
    comparison.compare({}, &object.before, &object.after);
    object.leaves = comparison.leaves;
    return object;
}

// An object that was renamed or moved to another namespace would otherwise be one that went and one that
// came.
void pairLeftovers(QList<Identified> &gone, QList<Identified> &come, QList<ObjectChange> &changes)
{
    if (gone.size() == 1 && come.size() == 1 && gone[0].object.kind == come[0].object.kind) {
        changes.append(compared(gone[0], come[0]));
        gone.clear();
        come.clear();
    }
}

} // namespace

YamlChange compareYaml(const QByteArray &before, const QByteArray &after)
{
    YamlChange change;
    if (Yaml::isTemplate(before) || Yaml::isTemplate(after))
        return change;
    const Result<QList<Yaml::Document>> oldDocuments = Yaml::parse(before, {});
    const Result<QList<Yaml::Document>> newDocuments = Yaml::parse(after, {});
    if (!oldDocuments || !newDocuments)
        return change;
    change.isReadable = true;
    const QList<Identified> oldObjects = identifyAll(*oldDocuments);
    QHash<QByteArray, Identified> byKey;
    for (const Identified &one : oldObjects)
        byKey.insert(one.key, one);
    QList<Identified> come, gone;
    for (const Identified &one : identifyAll(*newDocuments)) {
        const auto match = byKey.constFind(one.key);
        if (match == byKey.cend()) {
            come.append(one);
            continue;
        }
        if (const ObjectChange object = compared(*match, one); !object.leaves.isEmpty())
            change.objects.append(object);
        byKey.erase(match);
    }
    for (const Identified &one : oldObjects) {
        if (byKey.contains(one.key))
            gone.append(one);
    }
    pairLeftovers(gone, come, change.objects);
    for (Identified &one : come) {
        one.object.op = RecordOp::Add;
        std::swap(one.object.before, one.object.after);
        change.objects.append(one.object);
    }
    for (Identified &one : gone) {
        one.object.op = RecordOp::Remove;
        change.objects.append(one.object);
    }
    return change;
}

} // namespace Drafting
