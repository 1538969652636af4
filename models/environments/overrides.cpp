// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/extraction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

using Yaml::Kind;
using Yaml::Value;

/// Which objects a patch is for.
struct Target
{
    QByteArray kind, name; ///< empty: any; the name is a pattern
    bool isPattern = false;

    bool matches(const Use &use) const
    {
        if (!kind.isEmpty() && kind != use.objectKind)
            return false;
        if (name.isEmpty() || name == use.objectName)
            return true;
        if (!isPattern)
            return false;
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromUtf8(name)));
        return pattern.match(QString::fromUtf8(use.objectName)).hasMatch();
    }
};

void applyMerge(const Value &patch, const QByteArray &path, int lineOffset, const Target &target,
                QList<Use> &uses)
{
    for (Use said : usesOfObject(patch, path)) {
        if (lineOffset >= 0) {
            said.line += lineOffset;
            said.start = said.end = -1;
        }
        bool isKnown = false;
        bool hasObject = false;
        for (Use &use : uses) {
            if (!target.matches(use))
                continue;
            hasObject = true;
            const bool isSame = use.type == said.type && use.isInit == said.isInit &&
                                (said.type != Use::Type::Image || use.container == said.container);
            if (!isSame || (said.type == Use::Type::Chart && said.version.isEmpty()))
                continue;
            isKnown = true;
            if (!said.source.isEmpty())
                use.source = said.source;
            use.version = said.version;
            use.tag = said.tag;
            use.kind = said.kind;
            use.path = said.path;
            use.line = said.line;
            use.start = said.start;
            use.end = said.end;
        }
        if (!isKnown && hasObject && said.type == Use::Type::Image)
            uses.append(said);
    }
}

void applyOperation(const Value &operation, const QByteArray &path, int lineOffset, const Target &target,
                    QList<Use> &uses)
{
    static const QRegularExpression containerImage(u"/(containers|initContainers)/(\\d+)/image$"_s);
    const QByteArray op = operation.textAt({"op"});
    const Value *value = operation.find("value");
    const QByteArray where = operation.textAt({"path"});
    if ((op != "replace" && op != "add") || !value || !value->isScalar())
        return;
    const QRegularExpressionMatch match = containerImage.match(QString::fromUtf8(where));
    const bool isChart = where == "/spec/chart/spec/version" || where.endsWith("/targetRevision");
    for (Use &use : uses) {
        if (!target.matches(use))
            continue;
        const auto image = match.hasMatch() ? parseImage(value->text) : std::nullopt;
        if (image && use.type == Use::Type::Image && use.index == match.captured(2).toInt() &&
            use.isInit == (match.captured(1) == "initContainers"_L1)) {
            use.setImage(*image);
        } else if (isChart && use.type != Use::Type::Image) {
            use.version = value->text;
            use.kind = use.type == Use::Type::Chart ? chartKind(use.version) : refKind(use.version);
        } else {
            continue;
        }
        use.setPlace(path, *value);
        if (lineOffset >= 0) {
            use.line += lineOffset;
            use.start = use.end = -1;
        }
    }
}

} // namespace

void applyPatch(const Value &patch, const QByteArray &path, int lineOffset, const Value *target,
                QList<Use> &uses)
{
    Target wanted;
    if (target) {
        wanted = {target->textAt({"kind"}), target->textAt({"name"}), true};
    } else {
        wanted = {patch.textAt({"kind"}), patch.textAt({"metadata", "name"}), false};
    }
    if (patch.kind != Kind::Sequence)
        return applyMerge(patch, path, lineOffset, wanted, uses);
    for (const Value &operation : patch.items)
        applyOperation(operation, path, lineOffset, wanted, uses);
}

void applyImages(const Value &images, const QByteArray &path, QList<Use> &uses)
{
    for (const Value &entry : images.items) {
        const QByteArray name = entry.textAt({"name"});
        const Value *newName = entry.find("newName");
        const Value *newTag = entry.find("newTag");
        const Value *digest = entry.find("digest");
        for (Use &use : uses) {
            if (use.type != Use::Type::Image || use.source != name || name.isEmpty())
                continue;
            if (use.artifact.isEmpty())
                use.artifact = shortName(name); // one name over all environments, whatever registry each uses
            ImageReference image{.name = newName ? newName->text : use.source, .tag = use.tag, .digest = {}};
            if (use.kind == VersionKind::Digest)
                image.digest = use.version;
            if (newTag) {
                image.tag = newTag->text;
                image.digest.clear();
            }
            if (digest)
                image.digest = digest->text;
            use.setImage(image);
            if (digest || newTag)
                use.setPlace(path, digest ? *digest : *newTag);
        }
    }
}

} // namespace Environments
