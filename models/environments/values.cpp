// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/artifact.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

using Yaml::Kind;
using Yaml::Value;

/// Walks the values of a chart.
class ValuesReader
{
public:
    ValuesReader(const QByteArray &path, QList<Use> &uses)
        : m_path(path)
        , m_uses(uses)
    {}

    void read(const Value &value, const QByteArray &name)
    {
        for (const Yaml::Entry &entry : value.entries) {
            if (entry.key == "image" && entry.value.kind == Kind::Mapping)
                readImage(entry.value, name);
            else if (entry.key == "image" && entry.value.isScalar())
                readWhole(value, entry.value, name);
            else if (entry.value.isScalar())
                readTagKey(entry, name);
            else
                read(entry.value, entry.key == "global" ? name : entry.key);
        }
        for (const Value &item : value.items)
            read(item, item.textAt({"name"}).isEmpty() ? name : item.textAt({"name"}));
    }

private:
    void append(const Value &scalar, const ImageReference &image, const QByteArray &name)
    {
        Use use;
        use.setPlace(m_path, scalar);
        use.setImage(image);
        use.artifact = name;
        m_uses.append(use);
    }

    void readImage(const Value &image, const QByteArray &name)
    {
        const Value *repository = image.find("repository");
        if (!repository)
            repository = image.find("name");
        const Value *tag = image.find("tag");
        const Value *digest = image.find("digest");
        ImageReference reference;
        if (const auto whole =
                repository && repository->isScalar() ? parseImage(repository->text) : std::nullopt)
            reference = *whole;
        if (tag && tag->isScalar() && !tag->isNull())
            reference.tag = tag->text;
        if (digest && digest->isScalar() && !digest->isNull())
            reference.digest = digest->text;
        const bool hasDigest = digest && !reference.digest.isEmpty();
        if (reference.tag.isEmpty() && reference.digest.isEmpty()) {
            if (!repository || !repository->isScalar())
                return;
            append(*repository, reference, name); // the chart's own version fills the tag
            m_uses.last().start = m_uses.last().end = -1;
            return;
        }
        append(hasDigest ? *digest : tag && !tag->isNull() ? *tag : *repository, reference, name);
    }

    void readWhole(const Value &parent, const Value &text, const QByteArray &name)
    {
        const Value *tag = parent.find("tag");
        if (!tag)
            tag = parent.find("imageTag");
        auto image = parseImage(text.text);
        if (!image || text.kind != Kind::String)
            return;
        if (tag && tag->isScalar() && image->tag.isEmpty()) {
            image->tag = tag->text;
            append(*tag, *image, name);
        } else if (!image->tag.isEmpty() || !image->digest.isEmpty()) {
            append(text, *image, name);
        }
    }

    void readTagKey(const Yaml::Entry &entry, const QByteArray &name)
    {
        const QByteArray lower = entry.key.toLower();
        const bool isTag = lower == "imagetag" || lower == "image_tag" || lower == "image-tag";
        const bool endsWithTag = lower.endsWith("imagetag") || lower.endsWith("_image_tag");
        if ((!isTag && !endsWithTag) || entry.value.isNull())
            return;
        QByteArray artifact = name;
        if (!isTag) {
            artifact = entry.key.first(entry.key.size() - 8 - (lower.endsWith("_image_tag") ? 2 : 0));
            while (artifact.endsWith('_') || artifact.endsWith('-'))
                artifact.chop(1);
        }
        append(entry.value, {.name = {}, .tag = entry.value.text}, artifact);
    }

    const QByteArray &m_path;
    QList<Use> &m_uses;
};

} // namespace

QList<Use> usesOfValues(const Value &values, const QByteArray &path, const QByteArray &owner)
{
    QList<Use> uses;
    ValuesReader(path, uses).read(values, owner);
    return uses;
}

} // namespace Environments
