// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/artifact.h"
#include "environments/words.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

using Yaml::Kind;
using Yaml::Value;

/// Finds what one object deploys.
class ObjectReader
{
public:
    ObjectReader(const Value &object, const QByteArray &path, QList<Use> &uses)
        : m_object(object)
        , m_path(path)
        , m_uses(uses)
        , m_kind(object.textAt({"kind"}))
        , m_name(object.textAt({"metadata", "name"}))
    {}

    void read()
    {
        const QByteArray group = m_object.textAt({"apiVersion"});
        if (m_kind == "HelmRelease")
            readRelease();
        else if (m_kind == "Application" && group.startsWith("argoproj.io"))
            readApplication();
        else if (m_kind.endsWith("Repository") && group.contains("fluxcd.io"))
            readRepository();
        else
            readContainers(m_object);
    }

private:
    Use start(Use::Type type, const Value &scalar) const
    {
        Use use;
        use.type = type;
        use.objectKind = m_kind;
        use.objectName = m_name;
        use.setPlace(m_path, scalar);
        return use;
    }

    void readList(const Value &list, bool isInit)
    {
        for (qsizetype i = 0; i < list.items.size(); ++i) {
            const Value &container = list.items[i];
            const Value *text = container.find("image");
            const auto image = text && text->isScalar() ? parseImage(text->text) : std::nullopt;
            if (!image)
                continue;
            Use use = start(Use::Type::Image, *text);
            use.setImage(*image);
            use.container = container.textAt({"name"});
            use.index = static_cast<int>(i);
            use.isInit = isInit;
            m_uses.append(use);
        }
    }

    void readContainers(const Value &value)
    {
        for (const Yaml::Entry &entry : value.entries) {
            const bool isInit = entry.key == "initContainers";
            if ((isInit || entry.key == "containers") && entry.value.kind == Kind::Sequence)
                readList(entry.value, isInit);
            else
                readContainers(entry.value);
        }
        for (const Value &item : value.items)
            readContainers(item);
    }

    void readRelease()
    {
        const Value *version = m_object.at({"spec", "chart", "spec", "version"});
        const Value *chart = m_object.at({"spec", "chart", "spec", "chart"});
        if (version || chart) {
            Use use = start(Use::Type::Chart, version ? *version : *chart);
            if (!version)
                use.start = use.end = -1;
            use.artifact = m_name;
            use.source = chart ? chart->text : QByteArray();
            use.version = version ? version->text : QByteArray();
            use.kind = chartKind(use.version);
            m_uses.append(use);
        }
        if (const Value *values = m_object.at({"spec", "values"}))
            appendValues(*values);
    }

    void appendValues(const Value &values)
    {
        for (Use use : usesOfValues(values, m_path, m_name)) {
            use.objectKind = m_kind;
            use.objectName = m_name;
            m_uses.append(use);
        }
    }

    void readRepository()
    {
        const Value *ref = m_object.at({"spec", "ref"});
        for (const char *key : {"digest", "commit", "semver", "tag", "name", "branch"}) {
            const Value *text = ref ? ref->find(key) : nullptr;
            if (!text || !text->isScalar())
                continue;
            Use use = start(Use::Type::Ref, *text);
            use.artifact = m_name;
            use.source = m_object.textAt({"spec", "url"});
            use.version = text->text;
            const QByteArrayView word(key);
            use.kind = word == "digest"   ? VersionKind::Digest
                       : word == "semver" ? chartKind(text->text)
                       : word == "branch" ? VersionKind::Floating
                       : word == "tag"    ? tagKind(text->text)
                                          : refKind(text->text);
            m_uses.append(use);
            return;
        }
    }

    void readSource(const Value &source)
    {
        const Value *revision = source.find("targetRevision");
        const Value *address = source.find("repoURL");
        if (!revision && !address)
            return;
        const QByteArray chart = source.textAt({"chart"});
        Use use = start(chart.isEmpty() ? Use::Type::Ref : Use::Type::Chart, revision ? *revision : *address);
        if (!revision)
            use.start = use.end = -1;
        use.artifact = chart.isEmpty() ? withoutEnvironment(m_name) : chart;
        use.source = address ? address->text : QByteArray();
        use.version = revision ? revision->text : QByteArray();
        use.kind = chart.isEmpty() ? refKind(use.version) : chartKind(use.version);
        m_uses.append(use);
        if (const Value *images = source.at({"kustomize", "images"}))
            readKustomizeImages(*images);
        if (const Value *parameters = source.at({"helm", "parameters"}))
            readParameters(*parameters);
        if (const Value *values = source.at({"helm", "valuesObject"}))
            appendValues(*values);
    }

    /// Entries like name=other:tag or name:tag.
    void readKustomizeImages(const Value &images)
    {
        for (const Value &item : images.items) {
            const QByteArray text = item.text.sliced(item.text.indexOf('=') + 1);
            if (const auto image = parseImage(text)) {
                Use use = start(Use::Type::Image, item);
                use.setImage(*image);
                m_uses.append(use);
            }
        }
    }

    void readParameters(const Value &parameters)
    {
        for (const Value &parameter : parameters.items) {
            const QByteArray name = parameter.textAt({"name"});
            const Value *text = parameter.find("value");
            if (!text || !text->isScalar() || !(name == "image.tag" || name.endsWith(".image.tag")))
                continue;
            Use use = start(Use::Type::Image, *text);
            use.setImage({.name = {}, .tag = text->text});
            use.artifact =
                name == "image.tag" ? withoutEnvironment(m_name) : name.first(name.indexOf(".image.tag"));
            m_uses.append(use);
        }
    }

    void readApplication()
    {
        if (const Value *source = m_object.at({"spec", "source"}))
            readSource(*source);
        if (const Value *sources = m_object.at({"spec", "sources"})) {
            for (const Value &source : sources->items)
                readSource(source);
        }
    }

    const Value &m_object;
    const QByteArray &m_path;
    QList<Use> &m_uses;
    QByteArray m_kind, m_name;
};

} // namespace

bool isKubernetesObject(const Value &root)
{
    return root.find("apiVersion") && root.find("kind");
}

QList<Use> usesOfObject(const Value &object, const QByteArray &path)
{
    QList<Use> uses;
    if (!isKubernetesObject(object))
        return uses;
    const Value *items = object.find("items");
    if (object.textAt({"kind"}).endsWith("List") && items && items->kind == Kind::Sequence) {
        for (const Value &item : items->items)
            uses += usesOfObject(item, path);
        return uses;
    }
    ObjectReader(object, path, uses).read();
    return uses;
}

} // namespace Environments
