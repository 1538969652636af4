// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/discover.h"

#include "environments/extraction.h"
#include "environments/slots.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// A place inside an environment that can be read on its own.
struct Root
{
    QByteArray path;
    MemberKind kind = MemberKind::Raw;
};

bool endsWithAny(const QByteArray &name, std::initializer_list<QByteArrayView> endings)
{
    return std::ranges::any_of(endings, [&name](QByteArrayView ending) { return name.endsWith(ending); });
}

bool isYaml(const QByteArray &name)
{
    return endsWithAny(name, {".yaml", ".yml", ".json"});
}

QByteArray spelledName(const Candidate &candidate)
{
    const QByteArray &variant = candidate.named.variant;
    return variant.isEmpty() ? candidate.named.word : QByteArray(candidate.named.word + '-' + variant);
}

class Discoverer
{
public:
    Discoverer(Files &files, const CancelToken &cancel)
        : m_files(files)
        , m_cancel(cancel)
    {}

    Result<Discovery> run();

private:
    bool isComponent(const QByteArray &folder);
    void collectRoots(const QByteArray &folder, int depth, QList<Root> &roots);
    bool refersInto(const QByteArray &folder, const QByteArray &child);
    std::optional<MemberKind> kindOfFolder(const QByteArray &folder);
    std::optional<MemberKind> kindOfFile(const Candidate &candidate);
    void addFolders(QList<Family> families);
    void addFiles(const QList<Family> &families);
    void addMembers(const Candidate &candidate, const QList<Root> &roots);
    void nameEnvironments();

    Files &m_files;
    CancelToken m_cancel;
    Extraction m_ignored; ///< problems of files that turn out to be in no environment
    QList<std::pair<Candidate, Member>> m_found;
    Discovery m_discovery;
};

bool Discoverer::isComponent(const QByteArray &folder)
{
    const QByteArray path = kustomizationIn(m_files, folder);
    const QList<Yaml::Document> documents =
        path.isEmpty() ? QList<Yaml::Document>() : documentsOf(m_files, path, m_ignored);
    return !documents.isEmpty() && documents.first().root.textAt({"kind"}) == "Component";
}

bool Discoverer::refersInto(const QByteArray &folder, const QByteArray &child)
{
    const QList<Yaml::Document> documents = documentsOf(m_files, kustomizationIn(m_files, folder), m_ignored);
    if (documents.isEmpty())
        return false;
    for (const char *key : {"resources", "bases", "components"}) {
        const Yaml::Value *list = documents.first().root.find(key);
        for (const Yaml::Value &item : list ? list->items : QList<Yaml::Value>()) {
            const auto path = resolved(folder, item.text);
            if (path && (*path == child || isInside(*path, child)))
                return true;
        }
    }
    return false;
}

void Discoverer::collectRoots(const QByteArray &folder, int depth, QList<Root> &roots)
{
    if (depth > 8 || m_cancel.isCancelled())
        return;
    const bool isKustomize = !kustomizationIn(m_files, folder).isEmpty();
    if (isKustomize && isComponent(folder))
        return;
    if (isKustomize)
        roots.append({folder, MemberKind::Kustomize});
    else if (const auto kind = kindOfFolder(folder))
        roots.append({folder, *kind});
    if (m_files.contains(joined(folder, "Chart.yaml"_ba)))
        return;
    for (const QByteArray &child : m_files.folders(folder)) {
        const QByteArray name = nameOf(child);
        const bool isOwn = !isSkippedFolder(name) && name != "modules" && name != "crds";
        if (isOwn && (!isKustomize || !refersInto(folder, child)))
            collectRoots(child, depth + 1, roots);
    }
}

std::optional<MemberKind> Discoverer::kindOfFolder(const QByteArray &folder)
{
    std::optional<MemberKind> kind;
    const QList<QByteArray> paths = m_files.in(folder);
    for (const QByteArray &path : paths) {
        if (endsWithAny(path, {".tf", "/terragrunt.hcl"}))
            return MemberKind::Terraform;
        if (nameOf(path) == "Chart.yaml")
            return MemberKind::HelmChart;
        if (endsWithAny(path, {".tfvars"}))
            kind = MemberKind::Tfvars;
    }
    if (kind)
        return kind;
    m_files.prefetch(paths);
    std::optional<MemberKind> unreadable;
    for (const QByteArray &path : paths) {
        if (path.endsWith(".env")) {
            const Result<QByteArray> text = m_files.text(path);
            if (text && !usesOfAssignments(*text, path, {}).isEmpty())
                kind = MemberKind::EnvFile;
        }
        if (!isYaml(path))
            continue;
        // Broken, it still says that something belongs here.
        const Result<QByteArray> text = m_files.text(path);
        if (text && !Yaml::isTemplate(*text) && !m_files.documents(path))
            unreadable = MemberKind::Manifests;
        for (const Yaml::Document &document : documentsOf(m_files, path, m_ignored)) {
            if (isKubernetesObject(document.root)) {
                const bool isFlux = document.root.textAt({"apiVersion"}).contains("fluxcd");
                return isFlux ? MemberKind::Flux : MemberKind::Manifests;
            }
            if (!usesOfValues(document.root, path, {}).isEmpty())
                kind = nameOf(path).contains("values") ? MemberKind::HelmValues : MemberKind::Raw;
        }
    }
    return kind ? kind : unreadable;
}

std::optional<MemberKind> Discoverer::kindOfFile(const Candidate &candidate)
{
    const QByteArray &path = candidate.path;
    if (path.endsWith(".tfvars"))
        return MemberKind::Tfvars;
    if (isYaml(path)) {
        const bool isValues = nameOf(path).contains("values");
        if (isValues && m_files.contains(joined(parentOf(path), "Chart.yaml"_ba)))
            return MemberKind::HelmValues;
        for (const Yaml::Document &document : documentsOf(m_files, path, m_ignored)) {
            const bool isObject = isKubernetesObject(document.root);
            if (isObject && !usesOfObject(document.root, path).isEmpty())
                return MemberKind::Manifests;
            if (!isObject && !usesOfValues(document.root, path, {}).isEmpty())
                return isValues ? MemberKind::HelmValues : MemberKind::Raw;
        }
        return {};
    }
    const Result<QByteArray> text = m_files.text(path);
    const bool hasVersions = text && !usesOfAssignments(*text, path, {}).isEmpty();
    if (!hasVersions)
        return {};
    return path.endsWith(".env") ? MemberKind::EnvFile : MemberKind::Raw;
}

void Discoverer::addMembers(const Candidate &candidate, const QList<Root> &roots)
{
    const QByteArray application =
        candidate.unit.isEmpty() ? applicationOf(parentOf(candidate.path)) : candidate.unit;
    for (const Root &root : roots) {
        Member member;
        member.kind = root.kind;
        member.path = root.path;
        member.isFolder = candidate.isFolder;
        member.base = candidate.base;
        const QByteArray inner =
            root.path == candidate.path ? QByteArray() : root.path.sliced(candidate.path.size() + 1);
        member.unit = inner.isEmpty() ? application : inner;
        member.slot = inner.isEmpty() ? candidate.slot : joined(candidate.slot, inner);
        const QByteArray chart = joined(parentOf(root.path), "Chart.yaml"_ba);
        if (!candidate.isFolder && m_files.contains(chart)) {
            member.chart = chart;
            member.unit = parentOf(root.path).isEmpty() ? "chart"_ba : nameOf(parentOf(root.path));
        }
        m_found.append({candidate, member});
    }
}

void Discoverer::addFolders(QList<Family> families)
{
    addUnknownSiblings(m_files, families);
    for (Family &family : families) {
        QList<std::pair<Candidate, QList<Root>>> kept;
        QSet<int> ranks;
        for (const Candidate &candidate : std::as_const(family.members)) {
            QList<Root> roots;
            collectRoots(candidate.path, 0, roots);
            if (roots.isEmpty())
                continue;
            if (candidate.isPlaced)
                ranks.insert(candidate.named.rank);
            kept.append({candidate, roots});
        }
        if (family.isProven && ranks.size() < 2)
            continue;
        for (const auto &[candidate, roots] : kept)
            addMembers(candidate, roots);
    }
}

void Discoverer::addFiles(const QList<Family> &families)
{
    for (const Family &family : families) {
        std::optional<MemberKind> kind;
        for (const Candidate &candidate : family.members) {
            if (!kind)
                kind = kindOfFile(candidate);
        }
        for (const Candidate &candidate : family.members) {
            if (kind)
                addMembers(candidate, {{candidate.path, *kind}});
        }
    }
}

void Discoverer::nameEnvironments()
{
    // One spelling per environment over all families, unless one place has two spellings side by side.
    QMap<QByteArray, QMap<QByteArray, QSet<QByteArray>>> spellings; // canonical, place, words
    for (const auto &[candidate, member] : std::as_const(m_found)) {
        const QByteArray place =
            joined(parentOf(candidate.path), candidate.slot + '\n' + candidate.named.variant);
        spellings[candidate.named.canonical][place].insert(candidate.named.word);
    }
    QMap<QByteArray, QMap<QByteArray, int>> names; // key, name, times
    const auto keyOf = [&spellings](const Candidate &candidate) {
        const auto &places = spellings[candidate.named.canonical];
        const bool isOne = std::ranges::all_of(places, [](const auto &words) { return words.size() == 1; });
        const QByteArray word = isOne ? candidate.named.canonical : candidate.named.word;
        return QByteArray(word + '\n' + candidate.named.variant.toLower());
    };
    for (const auto &[candidate, member] : std::as_const(m_found))
        ++names[keyOf(candidate)][spelledName(candidate)];
    QMap<QByteArray, Environment> environments;
    for (const auto &[candidate, member] : std::as_const(m_found)) {
        const QByteArray key = keyOf(candidate);
        const QMap<QByteArray, int> &times = names[key];
        const QByteArray name =
            std::max_element(times.keyValueBegin(), times.keyValueEnd(), [](auto a, auto b) {
                return a.second < b.second;
            })->first;
        environments[key] = {name, candidate.named.rank, candidate.named.variant, candidate.isPlaced};
    }
    m_discovery.environments = environments.values();
    std::ranges::sort(m_discovery.environments, {}, [](const Environment &environment) {
        return std::tuple(!environment.isPlaced, environment.rank, environment.name);
    });
    for (auto &[candidate, member] : m_found) {
        const Environment &environment = environments[keyOf(candidate)];
        member.environment = static_cast<int>(m_discovery.environments.indexOf(environment));
        m_discovery.members.append(member);
    }
    std::ranges::sort(m_discovery.members, {},
                      [](const Member &member) { return std::tuple(member.environment, member.path); });
}

Result<Discovery> Discoverer::run()
{
    addFolders(folderFamilies(m_files));
    QList<QByteArray> folders;
    for (const auto &[candidate, member] : std::as_const(m_found))
        folders.append(candidate.path);
    addFiles(fileFamilies(m_files, folders));
    if (m_cancel.isCancelled())
        return failCancelled();
    nameEnvironments();
    return std::move(m_discovery);
}

} // namespace

Result<Discovery> discover(Files &files, const CancelToken &cancel)
{
    return Discoverer(files, cancel).run();
}

} // namespace Environments
