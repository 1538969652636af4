// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/objecttext.h"

#include "drift/normalise.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

void appendBlock(QByteArray &text, const Yaml::Value &value, int indent);

void appendItem(QByteArray &text, const Yaml::Value &item, int indent)
{
    QByteArray block;
    appendBlock(block, item, indent + 2);
    const bool isNested = !item.isScalar() && !isEmpty(item);
    // The dash takes the place of the first line's indentation.
    text += QByteArray(indent, ' ') + "- " + (isNested ? block.sliced(indent + 2) : block);
}

void appendBlock(QByteArray &text, const Yaml::Value &value, int indent)
{
    const bool isFlow = value.isScalar() || (value.items.isEmpty() && value.entries.isEmpty());
    if (isFlow) {
        text += flowText(value) + '\n';
        return;
    }
    for (const Yaml::Value &item : value.items)
        appendItem(text, item, indent);
    for (const Yaml::Entry &entry : value.entries) {
        const bool isLeaf =
            entry.value.isScalar() || (entry.value.items.isEmpty() && entry.value.entries.isEmpty());
        text += QByteArray(indent, ' ') + entry.key + (isLeaf ? ": " : ":\n");
        appendBlock(text, entry.value, entry.value.kind == Yaml::Kind::Sequence ? indent : indent + 2);
    }
}

int orderOf(const QByteArray &key)
{
    static constexpr auto kFirst = std::to_array<QByteArrayView>({"apiVersion", "kind", "metadata"});
    return static_cast<int>(std::ranges::find(kFirst, QByteArrayView(key)) - kFirst.begin());
}

void maskSecretData(Yaml::Value &object)
{
    for (Yaml::Entry &part : object.entries) {
        if (part.key != "data" && part.key != "stringData")
            continue;
        for (Yaml::Entry &entry : part.value.entries)
            entry.value = Yaml::makeString(QByteArray(kShortestMask, '+'));
    }
}

/// What normalised() leaves out because the key carries it: the object's own names.
void addIdentity(Yaml::Value &shown, const Resource &object)
{
    Yaml::Value metadata{.kind = Yaml::Kind::Mapping};
    for (const char *name : {"namespace", "name"}) {
        const QByteArray text = object.value.textAt({"metadata", name});
        if (!text.isEmpty())
            metadata.entries += Yaml::Entry{name, Yaml::makeString(text)};
    }
    if (const Yaml::Value *rest = shown.find("metadata")) {
        for (const Yaml::Entry &entry : rest->entries) {
            if (!metadata.find(entry.key) && !isEmpty(entry.value))
                metadata.entries += entry;
        }
    }
    shown.entries.removeIf([](const Yaml::Entry &entry) {
        return entry.key == "metadata" || entry.key == "apiVersion" || entry.key == "kind";
    });
    for (const char *key : {"apiVersion", "kind"})
        shown.entries += Yaml::Entry{key, Yaml::makeString(object.value.textAt({key}))};
    shown.entries += Yaml::Entry{"metadata", metadata};
}

} // namespace

bool soundsSecret(const QByteArray &name)
{
    static constexpr auto kWords =
        std::to_array<QByteArrayView>({"password", "passwd", "secret", "token", "apikey", "api_key",
                                       "api-key", "private_key", "privatekey", "credential"});
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(kWords, [&lower](QByteArrayView word) { return lower.contains(word); });
}

Yaml::Value redacted(const Yaml::Value &value)
{
    Yaml::Value result = value;
    for (Yaml::Value &item : result.items)
        item = redacted(item);
    const bool isSecret = soundsSecret(value.textAt({"name"}));
    for (Yaml::Entry &entry : result.entries) {
        const bool isHidden =
            entry.value.isScalar() && (soundsSecret(entry.key) || (isSecret && entry.key == "value"));
        entry.value = isHidden ? Yaml::makeString(QByteArray(kShortestMask, '+')) : redacted(entry.value);
    }
    return result;
}

QByteArray objectText(const Resource &object)
{
    Yaml::Value shown = redacted(normalised(object.value, object.key));
    addIdentity(shown, object);
    if (object.key.group.isEmpty() && object.key.kind == "Secret")
        maskSecretData(shown);
    std::ranges::stable_sort(shown.entries, {}, [](const Yaml::Entry &entry) { return orderOf(entry.key); });
    QByteArray text;
    appendBlock(text, shown, 0);
    return text;
}

} // namespace Drift
