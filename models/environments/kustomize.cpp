// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/extraction.h"

#include "base/text.h"
#include "environments/text.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

using Yaml::Value;

constexpr int depthLimit = 24;
// Layers that name others twice and more multiply: real ones stay far below.
constexpr int layerLimit = 5000;

bool isRemote(const QByteArray &reference)
{
    if (reference.contains("://") || reference.startsWith("git@") || reference.contains("?ref="))
        return true;
    const QByteArray host = reference.first(std::max<qsizetype>(0, reference.indexOf('/')));
    return host.contains('.') && !host.startsWith('.');
}

/// Puts a kustomization together layer by layer, in kustomize's own order: resources, components, patches,
/// images.
class Kustomizer
{
public:
    Kustomizer(Files &files, Extraction &out, const QByteArray &member)
        : m_files(files)
        , m_out(out)
        , m_member(member)
    {}

    void apply(const QByteArray &folder, QList<Use> &uses, int depth);

private:
    void addProblem(const QByteArray &path, int line, const QString &sentence)
    {
        const Problem problem{path, line, sentence};
        if (!m_out.problems.contains(problem))
            m_out.problems.append(problem);
    }
    void addResource(const QByteArray &folder, const Value &reference, QList<Use> &uses, int depth);
    void addResources(const QByteArray &folder, const Value &root, QList<Use> &uses, int depth);
    void addRemote(const Value &reference, QList<Use> &uses);
    void addCharts(const Value &charts, QList<Use> &uses);
    void applyPatches(const QByteArray &folder, const Value &root, QList<Use> &uses);
    void applyPatchFile(const QByteArray &folder, const Value &reference, const Value *target,
                        QList<Use> &uses);
    void applyPatchText(const Value &text, const Value *target, QList<Use> &uses);

    Files &m_files;
    Extraction &m_out;
    QByteArray m_member; ///< the folder whose own folders name where a use came from
    QByteArray m_path;   ///< the kustomization being applied
    QList<QByteArray> m_open;
    int m_layers = 0;
};

void Kustomizer::addRemote(const Value &reference, QList<Use> &uses)
{
    GitReference remote = parseGitReference(reference.text);
    Use use;
    use.type = Use::Type::Ref;
    use.source = remote.address;
    use.version = remote.ref;
    use.kind = refKind(remote.ref);
    use.setPlace(m_path, reference);
    uses.append(use);
}

void Kustomizer::addResource(const QByteArray &folder, const Value &reference, QList<Use> &uses, int depth)
{
    if (isRemote(reference.text))
        return addRemote(reference, uses);
    const std::optional<QByteArray> path = resolved(folder, reference.text);
    if (!path) {
        return addProblem(m_path, reference.line,
                          Text::tr("%1 leads out of the repository.").arg(displayText(reference.text)));
    }
    QList<Use> found;
    if (m_files.contains(*path)) {
        for (const Yaml::Document &document : documentsOf(m_files, *path, m_out))
            found += usesOfObject(document.root, *path);
    } else if (m_files.hasFolder(*path)) {
        apply(*path, found, depth + 1);
    } else {
        m_out.read.insert(*path);
        return addProblem(m_path, reference.line,
                          Text::tr("%1 is not there.").arg(displayText(reference.text)));
    }
    for (Use &use : found) {
        const bool isOwn = isInside(*path, m_member) && !m_files.contains(*path);
        use.via = isOwn ? path->sliced(m_member.isEmpty() ? 0 : m_member.size() + 1) : use.via;
    }
    uses += found;
}

void Kustomizer::addResources(const QByteArray &folder, const Value &root, QList<Use> &uses, int depth)
{
    for (const char *key : {"resources", "bases", "components"}) {
        const bool isComponents = QByteArrayView(key) == "components";
        const Value *list = root.find(key);
        for (const Value &item : list ? list->items : QList<Value>()) {
            const std::optional<QByteArray> part = resolved(folder, item.text);
            if (isComponents && part && m_files.hasFolder(*part))
                apply(*part, uses, depth + 1); // a component changes what is there
            else
                addResource(folder, item, uses, depth);
        }
    }
}

void Kustomizer::addCharts(const Value &charts, QList<Use> &uses)
{
    for (const Value &chart : charts.items) {
        const Value *version = chart.find("version");
        const Value *name = chart.find("name");
        if (!name)
            continue;
        Use use;
        use.type = Use::Type::Chart;
        use.artifact = name->text;
        use.source = chart.textAt({"repo"});
        use.setPlace(m_path, version ? *version : *name);
        if (!version)
            use.start = use.end = -1;
        use.version = version ? version->text : QByteArray();
        use.kind = chartKind(use.version);
        uses.append(use);
    }
}

void Kustomizer::apply(const QByteArray &folder, QList<Use> &uses, int depth)
{
    const QByteArray path = kustomizationIn(m_files, folder);
    if (path.isEmpty()) {
        m_out.read.insert(joined(folder, "kustomization.yaml"_ba));
        return addProblem(m_path, 0, Text::tr("%1 has no kustomization.").arg(displayText(folder)));
    }
    if (++m_layers > layerLimit)
        return addProblem(path, 0, Text::tr("Its layers multiply, not all of them are read."));
    if (m_open.contains(folder) || depth > depthLimit)
        return addProblem(path, 0, Text::tr("%1 refers to itself.").arg(displayText(path)));
    m_open.append(folder);
    const QByteArray outer = std::exchange(m_path, path);
    const QList<Yaml::Document> documents = documentsOf(m_files, path, m_out);
    if (!documents.isEmpty()) {
        const Value &root = documents.first().root;
        addResources(folder, root, uses, depth);
        if (const Value *charts = root.find("helmCharts"))
            addCharts(*charts, uses);
        applyPatches(folder, root, uses);
        if (const Value *images = root.find("images"))
            applyImages(*images, path, uses);
    }
    m_path = outer;
    m_open.removeLast();
}

void Kustomizer::applyPatches(const QByteArray &folder, const Value &root, QList<Use> &uses)
{
    if (const Value *merges = root.find("patchesStrategicMerge")) {
        for (const Value &item : merges->items) {
            if (item.text.contains('\n'))
                applyPatchText(item, nullptr, uses);
            else
                applyPatchFile(folder, item, nullptr, uses);
        }
    }
    for (const char *key : {"patches", "patchesJson6902"}) {
        const Value *list = root.find(key);
        for (const Value &item : list ? list->items : QList<Value>()) {
            const Value *file = item.find("path");
            const Value *text = item.find("patch");
            if (file && file->isScalar())
                applyPatchFile(folder, *file, item.find("target"), uses);
            else if (text && text->isScalar())
                applyPatchText(*text, item.find("target"), uses);
        }
    }
}

void Kustomizer::applyPatchFile(const QByteArray &folder, const Value &reference, const Value *target,
                                QList<Use> &uses)
{
    const std::optional<QByteArray> path = resolved(folder, reference.text);
    if (!path || !m_files.contains(*path)) {
        if (path)
            m_out.read.insert(*path);
        const QString sentence =
            path ? Text::tr("%1 is not there.") : Text::tr("%1 leads out of the repository.");
        return addProblem(m_path, reference.line, sentence.arg(displayText(reference.text)));
    }
    for (const Yaml::Document &document : documentsOf(m_files, *path, m_out))
        applyPatch(document.root, *path, -1, target, uses);
}

void Kustomizer::applyPatchText(const Value &text, const Value *target, QList<Use> &uses)
{
    const Result<QList<Yaml::Document>> documents = Yaml::parse(text.text, displayText(m_path));
    if (!documents) {
        m_out.isUnreadable = true;
        return addProblem(m_path, text.line, Text::tr("A patch in the file cannot be read."));
    }
    for (const Yaml::Document &document : *documents)
        applyPatch(document.root, m_path, text.line - 1, target, uses);
}

} // namespace

void readKustomization(Files &files, const QByteArray &folder, Extraction &out)
{
    Kustomizer(files, out, folder).apply(folder, out.uses, 0);
}

} // namespace Environments
