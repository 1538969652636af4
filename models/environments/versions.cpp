// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/versions.h"

#include "environments/extraction.h"
#include "environments/text.h"
#include "environments/words.h"

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// Reads one member.
class MemberReader
{
public:
    MemberReader(Files &files, const Member &member)
        : m_files(files)
        , m_member(member)
    {}

    MemberVersions read();

private:
    QByteArray ownerOf(const QByteArray &path) const;
    void readFile(const QByteArray &path, Extraction &out);
    void readYaml(const QByteArray &path, Extraction &out);
    void readChart(const QByteArray &path, Extraction &out);
    void readValues();
    void fillFromChart();
    void finish(MemberVersions &result) const;

    Files &m_files;
    const Member &m_member;
    Extraction m_out;
};

/// What an artifact without a name of its own is called.
QByteArray MemberReader::ownerOf(const QByteArray &path) const
{
    if (!m_member.unit.isEmpty())
        return m_member.unit;
    const QByteArray name = nameOf(path);
    const QByteArray stem = withoutEnvironment(name.first(std::max<qsizetype>(0, name.lastIndexOf('.'))));
    if (!stem.isEmpty() && stem != "values" && stem != "terraform" && !findEnvironment(stem))
        return stem;
    const QByteArray folder =
        parentOf(m_member.slot.first(std::max<qsizetype>(0, m_member.slot.indexOf('{'))));
    return folder.isEmpty() ? "application"_ba : nameOf(folder);
}

void MemberReader::readFile(const QByteArray &path, Extraction &out)
{
    const QByteArray name = nameOf(path);
    if (name == "Chart.yaml")
        return readChart(path, out);
    if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
        return readYaml(path, out);
    const bool isTerraform = name.endsWith(".tf") || name == "terragrunt.hcl";
    const bool isAssignments = name.endsWith(".tfvars") || name.endsWith(".env") ||
                               name.endsWith(".properties") || name.endsWith(".conf") ||
                               name.endsWith(".hcl");
    if (!isTerraform && !isAssignments)
        return;
    out.read.insert(path);
    const Result<QByteArray> text = m_files.text(path);
    if (!text) {
        out.problems.append({path, 0, text.error().message});
        return;
    }
    const QByteArray owner = ownerOf(path);
    QList<Use> uses = isTerraform ? usesOfTerraform(*text, path) : usesOfAssignments(*text, path, owner);
    for (Use &use : uses)
        use.artifact = use.artifact.isEmpty() ? owner : use.artifact;
    out.uses += uses;
}

void MemberReader::readYaml(const QByteArray &path, Extraction &out)
{
    const Result<QByteArray> text = m_files.text(path);
    if (text && Yaml::isTemplate(*text)) {
        out.read.insert(path);
        out.problems.append({path, 0, Text::tr("It is a template: what it will say is not known.")});
        return;
    }
    for (const Yaml::Document &document : documentsOf(m_files, path, out)) {
        if (isKubernetesObject(document.root))
            out.uses += usesOfObject(document.root, path);
        else
            out.uses += usesOfValues(document.root, path, ownerOf(path));
    }
}

void MemberReader::readChart(const QByteArray &path, Extraction &out)
{
    for (const Yaml::Document &document : documentsOf(m_files, path, out)) {
        const Yaml::Value *dependencies = document.root.find("dependencies");
        for (const Yaml::Value &item : dependencies ? dependencies->items : QList<Yaml::Value>()) {
            const Yaml::Value *version = item.find("version");
            const Yaml::Value *name = item.find("name");
            if (!version || !name)
                continue;
            Use use;
            use.type = Use::Type::Chart;
            use.artifact = name->text;
            use.source = item.textAt({"repository"});
            use.version = version->text;
            use.kind = chartKind(version->text);
            use.setPlace(path, *version);
            out.uses.append(use);
        }
    }
}

/// The environment's values over those of the base, artifact by artifact.
void MemberReader::readValues()
{
    readFile(m_member.path, m_out);
    if (m_member.base.isEmpty())
        return;
    Extraction base;
    readFile(m_member.base, base);
    m_out.problems += base.problems;
    m_out.read += base.read;
    for (const Use &inherited : std::as_const(base.uses)) {
        const auto own = std::ranges::find(m_out.uses, inherited.artifact, &Use::artifact);
        if (own == m_out.uses.end()) {
            m_out.uses.append(inherited);
        } else if (own->version.isEmpty()) {
            const QByteArray source = own->source;
            *own = inherited;
            own->source = source;
        } else if (own->source.isEmpty()) {
            own->source = inherited.source;
        }
    }
}

/// A chart's templates use its appVersion where values give no tag; a chart without images is its own
/// version.
void MemberReader::fillFromChart()
{
    const QByteArray &path = m_member.chart;
    const QList<Yaml::Document> documents = documentsOf(m_files, path, m_out);
    if (documents.isEmpty())
        return;
    const Yaml::Value &root = documents.first().root;
    const Yaml::Value *application = root.find("appVersion");
    for (Use &use : m_out.uses) {
        if (use.type != Use::Type::Image || !use.version.isEmpty() || !application)
            continue;
        use.setImage({.name = use.source, .tag = application->text, .digest = {}});
        use.setPlace(path, *application);
    }
    const Yaml::Value *version = root.find("version");
    if (!m_out.uses.isEmpty() || !version)
        return;
    Use use;
    use.type = Use::Type::Chart;
    use.artifact = root.textAt({"name"});
    use.version = version->text;
    use.kind = chartKind(version->text);
    use.setPlace(path, *version);
    m_out.uses.append(use);
}

void MemberReader::finish(MemberVersions &result) const
{
    QMap<std::pair<QByteArray, QByteArray>, VersionValue> values;
    for (const Use &use : m_out.uses) {
        VersionValue value = use.toVersion();
        if (value.artifact.isEmpty())
            value.artifact = ownerOf(value.path);
        const bool isOwn =
            m_member.isFolder ? isInside(value.path, m_member.path) : value.path == m_member.path;
        value.isInherited = !isOwn;
        const QByteArray unit = !use.via.isEmpty()         ? use.via
                                : !m_member.unit.isEmpty() ? m_member.unit
                                                           : value.artifact;
        const auto known = values.constFind({unit, value.artifact});
        if (known != values.constEnd() && (known->version != value.version || known->kind != value.kind)) {
            const QByteArray whose = use.container.isEmpty() ? use.objectName : use.container;
            value.artifact += " (" + (whose.isEmpty() ? value.path : whose) + ')';
        }
        if (!values.contains({unit, value.artifact}))
            values.insert({unit, value.artifact}, value);
    }
    for (auto it = values.begin(); it != values.end(); ++it)
        result.versions.append({it.key().first, it.value()});
}

MemberVersions MemberReader::read()
{
    MemberVersions result;
    const bool isThere =
        m_member.isFolder ? m_files.hasFolder(m_member.path) : m_files.contains(m_member.path);
    if (!isThere)
        return result;
    if (m_member.kind == MemberKind::Kustomize) {
        if (kustomizationIn(m_files, m_member.path).isEmpty())
            return result;
        readKustomization(m_files, m_member.path, m_out);
    } else if (m_member.isFolder) {
        const QList<QByteArray> paths = m_files.in(m_member.path);
        m_files.prefetch(paths);
        for (const QByteArray &path : paths)
            readFile(path, m_out);
    } else {
        readValues();
        if (!m_member.chart.isEmpty())
            fillFromChart();
    }
    result.problems = m_out.problems;
    result.read = m_out.read;
    result.isUnreadable = m_out.isUnreadable;
    finish(result);
    return result;
}

} // namespace

MemberVersions readVersions(Files &files, const Member &member)
{
    return MemberReader(files, member).read();
}

} // namespace Environments
