// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/render.h"

#include "base/text.h"
#include "drift/edit.h"
#include "drift/manifest.h"
#include "drift/normalise.h"
#include "drift/overlay.h"
#include "drift/sources.h"
#include "drift/text.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

bool isManifestName(const QByteArray &path)
{
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
}

bool hasVariable(const Yaml::Value &value)
{
    return (value.isScalar() && value.text.contains("${")) || std::ranges::any_of(value.items, hasVariable) ||
           std::ranges::any_of(value.entries,
                               [](const Yaml::Entry &entry) { return hasVariable(entry.value); });
}

/// Renders the members of one request.
class Job
{
public:
    Job(const RenderRequest &request, Environments::Files files, const CancelToken &cancel)
        : m_request(request)
        , m_files(std::move(files))
        , m_cancel(cancel)
    {
        m_result.revision = request.commit.isNull() ? QByteArray() : request.commit.toHex();
    }

    Result<Rendered> run()
    {
        int read = 0;
        for (const Environments::Member &member : m_request.members) {
            if (m_cancel.isCancelled())
                return failCancelled();
            if (!describesObjects(member))
                continue;
            ++read;
            if (const Result<> done = readMember(member); !done)
                return std::unexpected(done.error());
        }
        if (read == 0)
            addProblem({}, Text::tr("Nothing in this environment describes Kubernetes objects."));
        dropRepetitions();
        return std::move(m_result);
    }

private:
    Result<> readMember(const Environments::Member &member)
    {
        const qsizetype first = m_result.objects.size();
        if (member.kind == Environments::MemberKind::HelmChart ||
            member.kind == Environments::MemberKind::HelmValues) {
            addProblem(member.path,
                       Text::tr("A Helm chart is not rendered here, so its objects are not compared."));
            return {};
        }
        const Result<> done = member.isFolder ? readFolder(member.path) : Result<>();
        if (!done)
            return done;
        if (!member.isFolder) {
            note(Rendering::PlainFiles);
            addManifest(member.path);
        }
        for (qsizetype i = first; i < m_result.objects.size(); ++i)
            doubt(m_result.objects[i], member);
        return {};
    }

    /// What stands in Git for something else than itself.
    static void doubt(DesiredObject &object, const Environments::Member &member)
    {
        if (!object.doubt.isEmpty())
            return;
        if (object.value.find("sops"))
            object.doubt = Text::tr("The object is encrypted in Git.");
        else if (member.kind == Environments::MemberKind::Flux && hasVariable(object.value))
            object.doubt = Text::tr("Flux fills in a variable of this object.");
    }

    Result<> readKustomization(const QByteArray &folder)
    {
        Result<OverlayOutput> own = readOverlay(m_files, folder, m_cancel);
        if (!own)
            return std::unexpected(own.error());
        const bool mayRun = m_request.runner && !m_request.kustomize.isEmpty() &&
                            m_request.where.trust == Git::Trust::Trusted;
        if (mayRun) {
            const Result<QByteArray> output = runKustomize(folder);
            if (!output && output.error().kind == ErrorKind::Cancelled)
                return std::unexpected(output.error());
            if (output && takeOutput(*output, folder, *own)) {
                note(Rendering::Kustomize);
                return {};
            }
            if (!output) {
                // What kustomize refuses does not deploy either, whatever it looks like to us.
                addProblem(folder, output.error().message + u' ' + output.error().detail);
                for (DesiredObject &object : own->objects)
                    object.doubt = output.error().message;
            }
        }
        note(Rendering::OwnReader);
        m_result.objects += own->objects;
        m_result.problems += own->problems;
        m_result.isComplete = m_result.isComplete && own->isComplete;
        return {};
    }

    Result<QString> rootFolder()
    {
        if (m_request.commit.isNull() && !m_request.where.isBare())
            return QFile::decodeName(m_request.where.workTree);
        if (!m_copy) {
            auto copy = std::make_unique<QTemporaryDir>();
            if (!copy->isValid())
                return fail(ErrorKind::External, Text::tr("No temporary folder could be made."),
                            copy->errorString());
            if (const Result<> done = exportFiles(m_files, copy->path(), m_cancel); !done)
                return std::unexpected(done.error());
            m_copy = std::move(copy);
        }
        return m_copy->path();
    }

    Result<QByteArray> runKustomize(const QByteArray &folder)
    {
        const Result<QString> root = rootFolder();
        if (!root)
            return std::unexpected(root.error());
        const QString path = folder.isEmpty() ? *root : QString(*root + u'/' + QFile::decodeName(folder));
        const ProcessRequest process{
            .program = m_request.kustomize,
            .arguments = {u"build"_s, u"--load-restrictor"_s, u"LoadRestrictionsRootOnly"_s, path},
            .workingDirectory = *root,
            .environment = scrubbedEnvironment()};
        const Result<ProcessResult> done = m_request.runner->run(process, m_cancel);
        if (!done)
            return std::unexpected(done.error());
        if (done->exitCode != 0) {
            QString reason = displayText(done->errors.trimmed());
            return fail(ErrorKind::External, Text::tr("kustomize cannot build this folder."),
                        firstLine(reason.replace(*root + u'/', QString()), 300));
        }
        return done->output;
    }

    /// Objects of kustomize's output; their places come from our own reading. False: no output of objects.
    bool takeOutput(const QByteArray &output, const QByteArray &folder, const OverlayOutput &own)
    {
        const auto documents = Yaml::parse(output, u"kustomize"_s);
        if (!documents) {
            addProblem(folder,
                       Text::tr("The output of kustomize cannot be read: %1").arg(documents.error().message));
            return false;
        }
        QHash<ResourceKey, const DesiredObject *> known;
        for (const DesiredObject &object : own.objects)
            known.insert(object.key, &object);
        const Place whole{kustomizationIn(m_files, folder), 0};
        for (const Yaml::Document &document : *documents) {
            const auto key = keyOf(document.root);
            if (!key)
                continue;
            const DesiredObject *ours = known.value(*key);
            DesiredObject object{.key = *key, .where = whole};
            if (ours) {
                object.where = ours->where;
                object.plainName = ours->plainName;
                object.places = ours->places;
            }
            const int elsewhere = object.addPlace(whole);
            object.value = placedLike(document.root, ours ? &ours->value : nullptr, elsewhere);
            m_result.objects << std::move(object);
        }
        return true;
    }

    /// A kustomization, or manifests with kustomizations somewhere below, as Flux and Argo CD read folders.
    Result<> readFolder(const QByteArray &folder)
    {
        if (!kustomizationIn(m_files, folder).isEmpty())
            return readKustomization(folder);
        for (const QByteArray &path : m_files.in(folder)) {
            if (!isManifestName(path))
                continue;
            note(Rendering::PlainFiles);
            addManifest(path);
        }
        for (const QByteArray &below : m_files.folders(folder))
            if (const Result<> done = readFolder(below); !done)
                return done;
        return {};
    }

    void addManifest(const QByteArray &path)
    {
        const auto entries = readManifest(m_files, path);
        if (!entries) {
            addProblem(path, entries.error().message);
            return;
        }
        for (const ManifestEntry &entry : *entries) {
            if (const auto key = keyOf(entry.value))
                m_result.objects << DesiredObject{
                    .key = *key, .value = entry.value, .where = {path, entry.line}};
            else if (entry.value.find("apiVersion"))
                m_result.problems << Problem{
                    {path, entry.line}, Text::tr("Not a whole Kubernetes object: kind or name is missing.")};
        }
    }

    /// Members may overlap: a folder and the application in it.
    void dropRepetitions()
    {
        QMultiHash<ResourceKey, qsizetype> seen;
        QList<DesiredObject> kept;
        for (DesiredObject &object : m_result.objects) {
            const QList<qsizetype> before = seen.values(object.key);
            const bool isRepeated = std::ranges::any_of(before, [&](qsizetype i) {
                return kept.at(i).value == object.value && kept.at(i).doubt == object.doubt;
            });
            if (isRepeated)
                continue;
            seen.insert(object.key, kept.size());
            kept << std::move(object);
        }
        m_result.objects = std::move(kept);
    }

    void addProblem(const QByteArray &path, const QString &message)
    {
        m_result.problems << Problem{{path, 0}, message};
        m_result.isComplete = false;
    }

    void note(Rendering rendering)
    {
        if (!m_result.renderings.contains(rendering))
            m_result.renderings << rendering;
    }

    const RenderRequest &m_request;
    Environments::Files m_files;
    const CancelToken &m_cancel;
    std::unique_ptr<QTemporaryDir> m_copy; ///< of the commit's files, for kustomize
    Rendered m_result;
};

} // namespace

Result<Rendered> render(const RenderRequest &request, const CancelToken &cancel)
{
    Result<Environments::Files> files = openFiles(request.where, request.commit, cancel);
    if (!files)
        return std::unexpected(files.error());
    return Job(request, std::move(*files), cancel).run();
}

} // namespace Drift
