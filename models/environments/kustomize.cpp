// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/extraction.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

using Yaml::Kind;
using Yaml::Value;

constexpr int depthLimit = 24;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Environments)
};

bool isRemote(const QByteArray &reference)
{
    if (reference.contains("://") || reference.startsWith("git@") || reference.contains("?ref="))
        return true;
    const QByteArray host = reference.first(std::max<qsizetype>(0, reference.indexOf('/')));
    return host.contains('.') && !host.startsWith('.');
}

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
    void addRemote(const Value &reference, QList<Use> &uses);
    void addCharts(const Value &charts, QList<Use> &uses);
    void applyPatches(const QByteArray &folder, const Value &root, QList<Use> &uses);
    void applyPatchFile(const QByteArray &folder, const Value &reference, const Value *target,
                        QList<Use> &uses);
    void applyPatchText(const Value &text, const Value *target, QList<Use> &uses);
    void applyPatch(const Value &patch, const QByteArray &path, int lineOffset, const Value *target,
                    QList<Use> &uses);
    void applyMerge(const Value &patch, const QByteArray &path, int lineOffset, const Target &target,
                    QList<Use> &uses);
    void applyOperation(const Value &operation, const QByteArray &path, int lineOffset, const Target &target,
                        QList<Use> &uses);
    void applyImages(const Value &images, QList<Use> &uses);

    Files &m_files;
    Extraction &m_out;
    QByteArray m_member; ///< the folder whose own folders name where a use came from
    QByteArray m_path;   ///< the kustomization being applied
    QList<QByteArray> m_open;
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
    if (m_open.contains(folder) || depth > depthLimit)
        return addProblem(path, 0, Text::tr("%1 refers to itself.").arg(displayText(path)));
    m_open.append(folder);
    const QByteArray outer = std::exchange(m_path, path);
    const QList<Yaml::Document> documents = documentsOf(m_files, path, m_out);
    if (!documents.isEmpty()) {
        const Value &root = documents.first().root;
        for (const char *key : {"resources", "bases", "components"}) {
            if (const Value *list = root.find(key)) {
                const bool isComponents = QByteArrayView(key) == "components";
                for (const Value &item : list->items) {
                    const std::optional<QByteArray> part = resolved(folder, item.text);
                    if (isComponents && part && m_files.hasFolder(*part))
                        apply(*part, uses, depth + 1);
                    else
                        addResource(folder, item, uses, depth);
                }
            }
        }
        if (const Value *charts = root.find("helmCharts"))
            addCharts(*charts, uses);
        applyPatches(folder, root, uses);
        if (const Value *images = root.find("images"))
            applyImages(*images, uses);
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
    if (!documents)
        return addProblem(m_path, text.line, Text::tr("A patch in the file cannot be read."));
    for (const Yaml::Document &document : *documents)
        applyPatch(document.root, m_path, text.line - 1, target, uses);
}

/// lineOffset: of a patch written into the kustomization the line above its text; -1 for a patch file.
void Kustomizer::applyPatch(const Value &patch, const QByteArray &path, int lineOffset, const Value *target,
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

void Kustomizer::applyMerge(const Value &patch, const QByteArray &path, int lineOffset, const Target &target,
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

void Kustomizer::applyOperation(const Value &operation, const QByteArray &path, int lineOffset,
                                const Target &target, QList<Use> &uses)
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

void Kustomizer::applyImages(const Value &images, QList<Use> &uses)
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
                use.setPlace(m_path, digest ? *digest : *newTag);
        }
    }
}

} // namespace

QList<Yaml::Document> documentsOf(Files &files, const QByteArray &path, Extraction &out)
{
    out.read.insert(path);
    const Result<QList<Yaml::Document>> documents = files.documents(path);
    if (documents)
        return *documents;
    static const QRegularExpression place(u":(\\d+): (.*)$"_s);
    const QRegularExpressionMatch match = place.match(documents.error().message);
    out.isUnreadable = out.isUnreadable || documents.error().kind != ErrorKind::NotFound;
    Problem problem{path, 0, documents.error().message};
    if (match.hasMatch()) {
        problem.line = match.captured(1).toInt();
        problem.sentence = match.captured(2);
        problem.sentence[0] = problem.sentence[0].toUpper();
    }
    if (!out.problems.contains(problem))
        out.problems.append(problem);
    return {};
}

QByteArray kustomizationIn(const Files &files, const QByteArray &folder)
{
    for (const QByteArray &name : {"kustomization.yaml"_ba, "kustomization.yml"_ba, "Kustomization"_ba}) {
        const QByteArray path = joined(folder, name);
        if (files.contains(path))
            return path;
    }
    return {};
}

void readKustomization(Files &files, const QByteArray &folder, Extraction &out)
{
    Kustomizer(files, out, folder).apply(folder, out.uses, 0);
}

} // namespace Environments
