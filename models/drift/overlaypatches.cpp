// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/edit.h"
#include "drift/normalise.h"
#include "drift/overlayreader.h"
#include "drift/patch.h"
#include "drift/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// Patterns of a target are anchored regular expressions; an empty one matches all.
bool matchesPattern(const QByteArray &pattern, const QByteArray &text)
{
    if (pattern.isEmpty() || pattern == text)
        return true;
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)));
    return expression.isValid() && expression.match(QString::fromUtf8(text)).hasMatch();
}

/// a=b,c!=d,e against labels; other forms are not told apart from a match here, see isSimpleSelector().
bool matchesSelector(const QByteArray &selector, const Yaml::Value *labels)
{
    for (const QByteArray &part : selector.split(',')) {
        const qsizetype equals = part.indexOf('=');
        const bool isNot = equals > 0 && part.at(equals - 1) == '!';
        const QByteArray name = equals < 0 ? part.trimmed() : part.first(equals - (isNot ? 1 : 0)).trimmed();
        const QByteArray wanted = equals < 0 ? QByteArray() : part.sliced(equals + 1).trimmed();
        const Yaml::Value *found = labels ? labels->find(name) : nullptr;
        const bool isMatch = equals < 0 ? found != nullptr : found && found->text == wanted;
        if (isMatch == isNot)
            return false;
    }
    return true;
}

bool isSimpleSelector(const QByteArray &selector)
{
    return !selector.contains('(') && !selector.contains("==") && !selector.contains(" in ") &&
           !selector.contains(" notin ") && !selector.startsWith('!');
}

bool matchesTarget(const Yaml::Value &target, const OverlayItem &item)
{
    const ResourceKey &key = item.object.key;
    const QByteArray name = target.textAt({"name"});
    const bool isNamed =
        matchesPattern(name, key.name) ||
        std::ranges::any_of(item.oldNames, [&](const QByteArray &old) { return matchesPattern(name, old); });
    const QByteArray labels = target.textAt({"labelSelector"}),
                     annotations = target.textAt({"annotationSelector"});
    return isNamed && matchesPattern(target.textAt({"group"}), key.group) &&
           matchesPattern(target.textAt({"kind"}), key.kind) &&
           matchesPattern(target.textAt({"namespace"}), key.nameSpace) &&
           (labels.isEmpty() || matchesSelector(labels, item.object.value.at({"metadata", "labels"}))) &&
           (annotations.isEmpty() ||
            matchesSelector(annotations, item.object.value.at({"metadata", "annotations"})));
}

bool isNamedBy(const ResourceKey &key, const OverlayItem &item)
{
    const ResourceKey &own = item.object.key;
    return own.group == key.group && own.kind == key.kind &&
           (own.name == key.name || item.oldNames.contains(key.name)) &&
           (key.nameSpace.isEmpty() || own.nameSpace.isEmpty() || own.nameSpace == key.nameSpace);
}

} // namespace

void OverlayReader::applyPatches(Layer &layer)
{
    applyOldPatches(layer, "patchesStrategicMerge");
    if (const Yaml::Value *patches = layer.root.find("patches"))
        for (const Yaml::Value &entry : patches->items)
            applyPatch(layer, entry);
}

/// patchesStrategicMerge: paths or inline text; patchesJson6902: as patches with a target.
void OverlayReader::applyOldPatches(Layer &layer, QByteArrayView field)
{
    const Yaml::Value *patches = layer.root.find(field);
    if (!patches)
        return;
    for (Yaml::Value entry : patches->items) {
        if (entry.isScalar()) {
            const bool isInline = entry.text.contains('\n');
            Yaml::Value wrapped{.kind = Yaml::Kind::Mapping, .line = entry.line};
            wrapped.entries << Yaml::Entry{.key = isInline ? "patch"_ba : "path"_ba, .value = entry};
            entry = wrapped;
        }
        applyPatch(layer, entry);
    }
}

Result<OverlayReader::PatchText> OverlayReader::patchText(const Layer &layer, const Yaml::Value &entry)
{
    const auto found = [](QByteArray file, int lineOffset) {
        return [file, lineOffset](QList<Yaml::Document> documents) -> Result<PatchText> {
            return PatchText{std::move(documents), file, lineOffset};
        };
    };
    if (const Yaml::Value *text = entry.find("patch"); text && !text->text.isEmpty())
        return Yaml::parse(text->text, QString::fromUtf8(layer.file))
            .and_then(found(layer.file, text->line - 1));
    const auto path = Environments::resolved(layer.folder, entry.textAt({"path"}));
    if (!path || !m_files.contains(*path))
        return fail(ErrorKind::NotFound,
                    Text::tr("There is no patch %1.").arg(QString::fromUtf8(entry.textAt({"path"}))));
    return m_files.documents(*path).and_then(found(*path, 0));
}

void OverlayReader::applyPatch(Layer &layer, const Yaml::Value &entry)
{
    const auto patch = patchText(layer, entry);
    if (!patch) {
        addProblem(layer.file, entry.line, patch.error().message);
        doubtAll(layer.items, patch.error().message);
        return;
    }
    const Yaml::Value *target = entry.find("target");
    const bool isSimple = !target || (isSimpleSelector(target->textAt({"labelSelector"})) &&
                                      isSimpleSelector(target->textAt({"annotationSelector"})));
    if (!isSimple) {
        const QString reason = Text::tr("A selector of this form is not evaluated without kustomize.");
        addProblem(layer.file, target->line, reason);
        doubtAll(layer.items, reason);
        return;
    }
    for (const Yaml::Document &document : patch->documents) {
        if (document.root.kind == Yaml::Kind::Sequence)
            applyOperations(layer, document.root, *patch, entry);
        else
            applyMerge(layer, document.root, *patch, entry);
    }
    layer.items.removeIf([](const OverlayItem &item) { return item.isDeleted; });
}

void OverlayReader::applyMerge(Layer &layer, const Yaml::Value &patch, const PatchText &from,
                               const Yaml::Value &entry)
{
    const Yaml::Value *target = entry.find("target");
    const auto key = keyOf(patch);
    bool isApplied = false;
    for (OverlayItem &item : layer.items) {
        if (target ? !matchesTarget(*target, item) : !key || !isNamedBy(*key, item))
            continue;
        isApplied = true;
        Yaml::Value content = placedIn(item.object, patch, from.file, from.lineOffset);
        // A patch names the object it is for; it never renames it.
        content.entries.removeIf(
            [](const Yaml::Entry &e) { return e.key == "apiVersion" || e.key == "kind"; });
        for (Yaml::Entry &field : content.entries)
            if (field.key == "metadata")
                field.value.entries.removeIf(
                    [](const Yaml::Entry &e) { return e.key == "name" || e.key == "namespace"; });
        change(
            layer, item,
            mergePatch(item.object.value, content, rulesOfKind(item.object.key.group, item.object.key.kind)),
            entry.line);
    }
    if (!isApplied && !target) // a target is a selection, which may be empty
        addProblem(layer.file, entry.line, Text::tr("This patch fits no object."));
}

void OverlayReader::applyOperations(Layer &layer, const Yaml::Value &operations, const PatchText &from,
                                    const Yaml::Value &entry)
{
    const Yaml::Value *target = entry.find("target");
    if (!target)
        addProblem(layer.file, entry.line, Text::tr("This patch names no target."));
    for (OverlayItem &item : layer.items)
        if (target && matchesTarget(*target, item))
            change(
                layer, item,
                jsonPatch(item.object.value, placedIn(item.object, operations, from.file, from.lineOffset)),
                entry.line);
}

void OverlayReader::change(Layer &layer, OverlayItem &item, const Result<Yaml::Value> &changed, int line)
{
    if (!changed) {
        addProblem(layer.file, line, changed.error().message);
        item.object.doubt = changed.error().message;
    } else if (changed->isNull()) {
        item.isDeleted = true;
    } else {
        item.object.value = *changed;
    }
}

} // namespace Drift
