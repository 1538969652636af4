// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/edit.h"
#include "drift/overlayreader.h"
#include "drift/text.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar(u'\0'));
}

QByteArray withoutQuotes(const QByteArray &text)
{
    const bool isQuoted =
        text.size() > 1 && (text.startsWith('"') || text.startsWith('\'')) && text.back() == text.front();
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

void addPairs(Yaml::Value &object, QByteArrayView field, const Yaml::Value *pairs)
{
    if (!pairs)
        return;
    for (const Yaml::Entry &entry : pairs->entries)
        setEntry(ensureMapping(ensureMapping(object, "metadata"_ba), field.toByteArray()), entry.key,
                 withoutPlaces(entry.value));
}

} // namespace

void OverlayReader::runGenerators(Layer &layer, bool areSecrets)
{
    if (const Yaml::Value *list = layer.root.find(areSecrets ? "secretGenerator" : "configMapGenerator"))
        for (const Yaml::Value &entry : list->items)
            runGenerator(layer, entry, areSecrets);
}

void OverlayReader::runGenerator(Layer &layer, const Yaml::Value &entry, bool isSecret)
{
    const QByteArray name = entry.textAt({"name"}), kind = isSecret ? "Secret"_ba : "ConfigMap"_ba;
    OverlayItem item;
    item.object.key = {.kind = kind, .nameSpace = entry.textAt({"namespace"}), .name = name};
    item.object.where = {layer.file, entry.line};
    Yaml::Value &object = item.object.value;
    setEntry(object, "apiVersion"_ba, Yaml::makeString("v1"_ba));
    setEntry(object, "kind"_ba, Yaml::makeString(kind));
    setEntry(ensureMapping(object, "metadata"_ba), "name"_ba, Yaml::makeString(name));
    if (!item.object.key.nameSpace.isEmpty())
        setEntry(ensureMapping(object, "metadata"_ba), "namespace"_ba,
                 Yaml::makeString(item.object.key.nameSpace));
    const QByteArray type = entry.textAt({"type"});
    if (isSecret)
        setEntry(object, "type"_ba, Yaml::makeString(type.isEmpty() ? "Opaque"_ba : type));
    if (!readSources(layer, entry, isSecret, object))
        item.object.doubt = Text::tr("A file that this generator reads is not there.");
    for (const Yaml::Value *options : {layer.root.find("generatorOptions"), entry.find("options")}) {
        if (!options)
            continue;
        addPairs(object, "labels", options->find("labels"));
        addPairs(object, "annotations", options->find("annotations"));
    }
    const bool hasFixedName = layer.root.textAt({"generatorOptions", "disableNameSuffixHash"}) == "true" ||
                              entry.textAt({"options", "disableNameSuffixHash"}) == "true";
    item.needsHash = !hasFixedName;
    mergeGenerated(layer, std::move(item), entry.textAt({"behavior"}), entry.line);
}

/// Literals, files and environment files, each key once.
bool OverlayReader::readSources(Layer &layer, const Yaml::Value &entry, bool isSecret, Yaml::Value &object)
{
    bool isWhole = true;
    const auto read = [&](const QByteArray &reference) {
        const auto path = Environments::resolved(layer.folder, reference);
        Result<QByteArray> text = path ? m_files.text(*path) : fail(ErrorKind::NotFound, {});
        if (!text) {
            addProblem(layer.file, entry.line, Text::tr("There is no %1.").arg(QString::fromUtf8(reference)));
            isWhole = false;
        }
        return text;
    };
    const auto addLine = [&](const QByteArray &line) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            addDatum(object, isSecret, line.first(equals), withoutQuotes(line.sliced(equals + 1)));
    };
    if (const Yaml::Value *files = entry.find("files")) {
        for (const Yaml::Value &file : files->items) {
            const qsizetype equals = file.text.indexOf('=');
            const QByteArray path = equals < 0 ? file.text : file.text.sliced(equals + 1);
            if (const auto text = read(path))
                addDatum(object, isSecret, equals < 0 ? Environments::nameOf(path) : file.text.first(equals),
                         *text);
        }
    }
    QList<QByteArray> environmentFiles;
    if (const QByteArray single = entry.textAt({"env"}); !single.isEmpty())
        environmentFiles << single;
    if (const Yaml::Value *several = entry.find("envs"))
        for (const Yaml::Value &file : several->items)
            environmentFiles << file.text;
    for (const QByteArray &file : std::as_const(environmentFiles))
        if (const auto text = read(file))
            for (QByteArray line : text->split('\n'))
                if (line = line.trimmed(); !line.isEmpty() && !line.startsWith('#'))
                    addLine(line);
    if (const Yaml::Value *literals = entry.find("literals"))
        for (const Yaml::Value &literal : literals->items)
            addLine(literal.text);
    return isWhole;
}

void OverlayReader::addDatum(Yaml::Value &object, bool isSecret, const QByteArray &key,
                             const QByteArray &text)
{
    const bool isBinary = !isSecret && !isUtf8(text);
    setEntry(ensureMapping(object, isBinary ? "binaryData"_ba : "data"_ba), key,
             Yaml::makeString(isSecret || isBinary ? text.toBase64() : text));
}

void OverlayReader::mergeGenerated(Layer &layer, OverlayItem item, const QByteArray &behavior, int line)
{
    if (behavior.isEmpty() || behavior == "create") {
        layer.items << std::move(item);
        return;
    }
    const auto isSame = [&item](const OverlayItem &other) {
        return other.object.key.kind == item.object.key.kind &&
               (other.object.key.name == item.object.key.name ||
                other.oldNames.contains(item.object.key.name));
    };
    const auto base = std::ranges::find_if(layer.items, isSame);
    if (base == layer.items.end()) {
        addProblem(layer.file, line, Text::tr("There is nothing to merge this generator with."));
        return;
    }
    for (const QByteArrayView field : {QByteArrayView("data"), QByteArrayView("binaryData")}) {
        if (behavior == "replace")
            removeEntry(base->object.value, field);
        if (const Yaml::Value *data = item.object.value.find(field))
            for (const Yaml::Entry &entry : data->entries)
                setEntry(ensureMapping(base->object.value, field.toByteArray()), entry.key, entry.value);
    }
    if (base->object.doubt.isEmpty())
        base->object.doubt = item.object.doubt;
}

} // namespace Drift
