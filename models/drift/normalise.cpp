// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/normalise.h"

#include "drift/edit.h"
#include "drift/quantity.h"
#include "drift/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr auto kServerMetadata =
    std::to_array<QByteArrayView>({"uid", "resourceVersion", "generation", "creationTimestamp", "selfLink",
                                   "managedFields", "ownerReferences", "deletionTimestamp",
                                   "deletionGracePeriodSeconds", "name", "namespace", "generateName"});

constexpr auto kBookkeeping = std::to_array<QByteArrayView>(
    {"kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
     "argocd.argoproj.io/tracking-id", "argocd.argoproj.io/installation-id", "config.k8s.io/owning-inventory",
     "kustomize.toolkit.fluxcd.io/checksum", "meta.helm.sh/release-name", "meta.helm.sh/release-namespace"});

constexpr auto kTrackingLabels = std::to_array<QByteArrayView>(
    {"kustomize.toolkit.fluxcd.io/name", "kustomize.toolkit.fluxcd.io/namespace",
     "helm.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/namespace", "applyset.kubernetes.io/part-of"});

template<class Names> void drop(Yaml::Value *mapping, const Names &names)
{
    if (mapping)
        mapping->entries.removeIf([&names](const Yaml::Entry &entry) {
            return std::ranges::contains(names, QByteArrayView(entry.key));
        });
}

void normaliseSecret(Yaml::Value &object)
{
    const Yaml::Value *plain = object.find("stringData");
    if (plain && plain->kind == Yaml::Kind::Mapping) {
        Yaml::Value data;
        if (const Yaml::Value *encoded = object.find("data"); encoded && encoded->kind == Yaml::Kind::Mapping)
            data = *encoded;
        data.kind = Yaml::Kind::Mapping;
        for (const Yaml::Entry &entry : plain->entries) {
            Yaml::Value value = Yaml::makeString(entry.value.text.toBase64());
            value.line = entry.value.line;
            setEntry(data, entry.key, std::move(value));
        }
        setEntry(object, "data"_ba, std::move(data));
    }
    drop(&object, std::array{QByteArrayView("stringData")});
    if (Yaml::Value *data = child(object, "data"))
        for (Yaml::Entry &entry : data->entries)
            if (entry.value.isNull())
                entry.value = Yaml::makeString({});
}

std::optional<qint64> integerOf(const Yaml::Value &value)
{
    QByteArray text = value.text;
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text.remove(0, 1);
    int base = 10;
    if (text.startsWith("0o") || text.startsWith("0x")) {
        base = text.startsWith("0o") ? 8 : 16;
        text.remove(0, 2);
    } else if (text.size() > 1 && text.startsWith('0')) {
        base = 8;
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber, base);
    return isNumber ? std::optional(isNegative ? -number : number) : std::nullopt;
}

QByteArray numberText(const Yaml::Value &value)
{
    if (value.kind == Yaml::Kind::Integer)
        if (const std::optional<qint64> number = integerOf(value))
            return QByteArray::number(*number);
    return value.text;
}

/// True for text that without quotes would read as another kind, or whose ends would not be seen.
bool needsQuotes(const QByteArray &text)
{
    static constexpr auto kWords = std::to_array<QByteArrayView>({"true", "false", "null", "~", "yes", "no"});
    if (text.isEmpty() || text.trimmed() != text || text.contains('\n') ||
        std::ranges::contains(kWords, text.toLower()))
        return true;
    bool isDouble = false;
    text.toDouble(&isDouble);
    return isDouble || text.startsWith("0x") || text.startsWith("0o") || text.contains(": ") ||
           text.contains(" #") || QByteArrayView("[]{}\"',&*!|>%@`").contains(text.front());
}

QByteArray quoted(const QByteArray &text)
{
    QByteArray result = "\""_ba;
    for (const char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (c == '"' || c == '\\')
            (result += '\\') += c;
        else
            result += c;
    }
    return result + '"';
}

bool isNumber(const Yaml::Value &value)
{
    return value.kind == Yaml::Kind::Integer || value.kind == Yaml::Kind::Float;
}

} // namespace

std::optional<ResourceKey> keyOf(const Yaml::Value &object)
{
    ResourceKey key;
    const QByteArray version = object.textAt({"apiVersion"});
    const qsizetype slash = version.lastIndexOf('/');
    key.group = slash < 0 ? QByteArray() : version.first(slash);
    key.kind = object.textAt({"kind"});
    key.name = object.textAt({"metadata", "name"});
    key.nameSpace = isClusterWide(key.kind) ? QByteArray() : object.textAt({"metadata", "namespace"});
    if (version.isEmpty() || key.kind.isEmpty() || key.name.isEmpty())
        return {};
    return key;
}

Yaml::Value normalised(const Yaml::Value &object, const ResourceKey &key)
{
    Yaml::Value result = object;
    drop(&result, std::array{QByteArrayView("apiVersion"), QByteArrayView("kind"), QByteArrayView("status")});
    if (Yaml::Value *metadata = child(result, "metadata")) {
        drop(metadata, kServerMetadata);
        drop(child(*metadata, "annotations"), kBookkeeping);
        drop(child(*metadata, "labels"), kTrackingLabels);
    }
    if (key.group.isEmpty() && key.kind == "Secret")
        normaliseSecret(result);
    if (key.kind == "ClusterRole" && result.find("aggregationRule"))
        drop(&result, std::array{QByteArrayView("rules")});
    return result;
}

bool isEmpty(const Yaml::Value &value)
{
    switch (value.kind) {
    case Yaml::Kind::Null:
        return true;
    case Yaml::Kind::String:
        return value.text.isEmpty();
    case Yaml::Kind::Sequence:
        return value.items.isEmpty();
    case Yaml::Kind::Mapping:
        return std::ranges::all_of(value.entries,
                                   [](const Yaml::Entry &entry) { return isEmpty(entry.value); });
    default:
        return false;
    }
}

bool isVoid(const Yaml::Value &value)
{
    if (value.kind == Yaml::Kind::Bool)
        return value.text.toLower() == "false";
    if (value.kind == Yaml::Kind::Mapping)
        return std::ranges::all_of(value.entries,
                                   [](const Yaml::Entry &entry) { return isVoid(entry.value); });
    return isEmpty(value);
}

bool isSameScalar(const Yaml::Value &a, const Yaml::Value &b)
{
    if (isNumber(a) && isNumber(b)) {
        const QByteArray left = numberText(a), right = numberText(b);
        return left == right || isSameQuantity(left, right);
    }
    if (a.kind != b.kind)
        return false;
    if (a.kind == Yaml::Kind::Bool)
        return a.text.toLower() == b.text.toLower();
    return a.isNull() || a.text == b.text;
}

QByteArray flowText(const Yaml::Value &value)
{
    switch (value.kind) {
    case Yaml::Kind::Null:
        return "null"_ba;
    case Yaml::Kind::String:
        return needsQuotes(value.text) ? quoted(value.text) : value.text;
    case Yaml::Kind::Sequence: {
        QByteArrayList parts;
        for (const Yaml::Value &item : value.items)
            parts << flowText(item);
        return '[' + parts.join(", ") + ']';
    }
    case Yaml::Kind::Mapping: {
        QByteArrayList parts;
        for (const Yaml::Entry &entry : value.entries)
            parts << QByteArray(entry.key + ": " + flowText(entry.value));
        return '{' + parts.join(", ") + '}';
    }
    default:
        return value.text;
    }
}

} // namespace Drift
