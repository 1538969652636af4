// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/survey.h"

#include "drafting/arrivals.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostParsedFiles = 300;
constexpr qint64 kMostParsedBytes = 4 * 1024 * 1024;

void insertEnvironment(QStringList &environments, const QString &name)
{
    if (name.isEmpty() || environments.contains(name))
        return;
    environments.append(name);
    std::ranges::sort(environments, [](const QString &a, const QString &b) {
        const int left = environmentRank(a);
        const int right = environmentRank(b);
        return left != right ? left < right : a < b;
    });
}

// Objects that stand for an application by their own name.
bool namesApplication(const QString &kind)
{
    static const QSet<QString> kinds = {u"Deployment"_s,
                                        u"StatefulSet"_s,
                                        u"DaemonSet"_s,
                                        u"HelmRelease"_s,
                                        u"Application"_s,
                                        u"Rollout"_s,
                                        u"CronJob"_s,
                                        u"Job"_s,
                                        u"Ingress"_s,
                                        u"Service"_s,
                                        u"HorizontalPodAutoscaler"_s,
                                        u"ApplicationSet"_s,
                                        u"ConfigMap"_s,
                                        u"Kustomization"_s};
    return kinds.contains(kind);
}

QString componentOf(const FileFacts &file, const Record &record)
{
    if (!file.path.component.isEmpty() && record.kind != RecordKind::ModuleVersion)
        return file.path.component;
    if (namesApplication(record.resourceKind) && !record.resourceName.isEmpty())
        return record.resourceName;
    const bool isNamed = record.kind <= RecordKind::ModuleVersion || record.kind == RecordKind::Replicas;
    return isNamed ? record.name : QString();
}

QString keyOf(const Record &record, const QString &component)
{
    return QStringList{QString::number(int(record.kind)),
                       QString::number(int(record.op)),
                       component,
                       record.name,
                       record.field,
                       record.oldValue,
                       record.newValue,
                       record.kind == RecordKind::Resource ? record.resourceKind + u'/' + record.resourceName
                                                           : QString()}
        .join(QChar(0x1f));
}

QSet<QByteArray> filesOf(const QList<Arrival> &arrivals)
{
    QSet<QByteArray> files;
    for (const Arrival &arrival : arrivals)
        files.unite(QSet<QByteArray>(arrival.files.begin(), arrival.files.end()));
    return files;
}

// How an environment may be written in a path.
QByteArrayList spellings(const QString &environment)
{
    QByteArrayList all = {environment.toUtf8()};
    if (environment == "production"_L1)
        all += {"prod", "prd"};
    if (environment == "staging"_L1)
        all += {"stage", "stg"};
    return all;
}

bool comesBefore(const QByteArray &name, const QByteArray &own)
{
    const int rank = environmentRank(QString::fromUtf8(name));
    return name != own && rank > 0 && rank <= environmentRank(QString::fromUtf8(own));
}

// The same file of the environments from which this one may get its versions: of lower ones, and of others of
// the same rank, because regions are served one after another.
QList<QByteArray> lowerSiblings(const QByteArray &path, const QString &environment,
                                const DraftContext &context)
{
    for (const QByteArray &own : spellings(environment)) {
        const qsizetype at = path.lastIndexOf(own);
        if (at < 0)
            continue;
        const QByteArrayView start = QByteArrayView(path).first(at);
        const QByteArrayView end = QByteArrayView(path).sliced(at + own.size());
        QList<QByteArray> siblings;
        for (const QByteArray &other : context.headPaths) {
            const qsizetype length = other.size() - start.size() - end.size();
            const bool fits = length > 0 && other.startsWith(start) && other.endsWith(end);
            const QByteArray name = fits ? other.sliced(start.size(), length) : QByteArray();
            if (fits && !name.contains('/') && comesBefore(name, own))
                siblings.append(other);
        }
        return siblings;
    }
    return {};
}

bool holdsToken(const QByteArray &content, const QByteArray &token)
{
    const auto isPart = [](char c) {
        return c == '.' || c == '-' || c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    for (qsizetype at = content.indexOf(token); at >= 0; at = content.indexOf(token, at + 1)) {
        const qsizetype end = at + token.size();
        if ((at == 0 || !isPart(content[at - 1])) && (end == content.size() || !isPart(content[end])))
            return true;
    }
    return false;
}

bool canBePromoted(const Story &story)
{
    const RecordKind kind = story.record.kind;
    const bool isVersion = kind == RecordKind::ImageTag || kind == RecordKind::ImageDigest ||
                           kind == RecordKind::ChartVersion || kind == RecordKind::Revision ||
                           kind == RecordKind::ModuleVersion;
    return isVersion && story.record.op == RecordOp::Change && story.environments.size() == 1 &&
           !story.record.newValue.isEmpty() && environmentRank(story.environments.first()) > 1;
}

void findPromotion(Story &story, const DraftContext &context)
{
    if (!context.readHead || !canBePromoted(story))
        return;
    const QString environment = story.environments.first();
    const QList<QByteArray> siblings = lowerSiblings(story.files.first(), environment, context);
    for (auto sibling = siblings.rbegin(); sibling != siblings.rend(); ++sibling) {
        const auto content = context.readHead(*sibling);
        const bool isThere = content && holdsToken(*content, story.record.newValue.toUtf8()) &&
                             (story.record.name.isEmpty() || content->contains(story.record.name.toUtf8()));
        if (isThere) {
            story.promotedFrom = classifyPath(*sibling).environment;
            return;
        }
    }
}

void collectStories(Survey &survey, const DraftContext &context)
{
    QMap<QString, qsizetype> known;
    const QSet<QByteArray> arrived = filesOf(survey.arrivals);
    for (const FileFacts *file : std::as_const(survey.significant)) {
        if (arrived.contains(file->name()))
            continue;
        for (const Record &record : file->records) {
            if (record.kind == RecordKind::Reference && !survey.arrivals.isEmpty())
                continue;
            const QString component = componentOf(*file, record);
            const QString key = keyOf(record, component);
            if (!known.contains(key)) {
                known.insert(key, survey.stories.size());
                survey.stories.append(
                    {.record = record, .fileClass = file->path.kind, .component = component});
            }
            Story &story = survey.stories[known.value(key)];
            insertEnvironment(story.environments, file->path.environment);
            if (story.files.isEmpty() || story.files.last() != file->name())
                story.files.append(file->name());
        }
    }
    constexpr qsizetype mostLookedUp = 50;
    for (qsizetype i = 0; i < qMin(survey.stories.size(), mostLookedUp); ++i)
        findPromotion(survey.stories[i], context);
    std::ranges::stable_sort(survey.stories, [](const Story &a, const Story &b) {
        return weightOf(a.record.kind, a.record.op) > weightOf(b.record.kind, b.record.op);
    });
}

QList<const FileFacts *> significantFiles(const QList<FileFacts> &files)
{
    QList<const FileFacts *> significant, all;
    for (const FileFacts &file : files) {
        all.append(&file);
        // A changelog repeats what the others are about.
        const bool isTelling = file.path.kind != PathClass::Lockfile &&
                               file.path.kind != PathClass::Generated &&
                               !fileName(file.name()).toLower().startsWith("changelog");
        if (isTelling)
            significant.append(&file);
    }
    return significant.isEmpty() ? all : significant;
}

} // namespace

bool Survey::areAll(PathClass kind) const
{
    return std::ranges::all_of(significant, [&](const FileFacts *file) { return file->path.kind == kind; });
}

bool Survey::areAll(Diff::FileStatus status) const
{
    return std::ranges::all_of(significant,
                               [&](const FileFacts *file) { return file->change->file.status == status; });
}

QString Survey::commonComponent() const
{
    if (significant.isEmpty())
        return {};
    const QString first = significant.first()->path.component;
    const bool isCommon = std::ranges::all_of(
        significant, [&](const FileFacts *file) { return file->path.component == first; });
    return isCommon ? first : QString();
}

int weightOf(RecordKind kind, RecordOp op)
{
    switch (kind) {
    case RecordKind::CrdVersion:
        return 95;
    case RecordKind::Resource:
    case RecordKind::TfVariable:
    case RecordKind::TfOutput:
        return op == RecordOp::Change ? 40 : 80;
    case RecordKind::ImageTag:
    case RecordKind::ImageName:
    case RecordKind::ChartVersion:
    case RecordKind::Revision:
    case RecordKind::ModuleVersion:
    case RecordKind::ProviderVersion:
    case RecordKind::ActionVersion:
    case RecordKind::Dependency:
    case RecordKind::BaseImage:
        return 70;
    case RecordKind::ImageDigest:
        return 68;
    case RecordKind::SecretRef:
    case RecordKind::Rbac:
    case RecordKind::SecretValue:
        return 60;
    case RecordKind::Label:
        return 15;
    case RecordKind::OwnVersion:
        return 12;
    case RecordKind::Reference:
        return 10;
    case RecordKind::Env:
    case RecordKind::ConfigKey:
        return 40;
    case RecordKind::Field:
        return 30;
    default:
        return 50;
    }
}

Survey takeSurvey(const QList<Change> &changes, const DraftContext &context)
{
    Survey survey;
    QList<const Change *> sorted;
    for (const Change &change : changes)
        sorted.append(&change);
    std::ranges::sort(sorted,
                      [](const Change *a, const Change *b) { return a->file.path() < b->file.path(); });
    qint64 bytes = 0;
    for (const Change *change : std::as_const(sorted)) {
        bytes += change->oldContent.value_or(QByteArray()).size() +
                 change->newContent.value_or(QByteArray()).size();
        const bool readsContent = survey.files.size() < kMostParsedFiles && bytes < kMostParsedBytes;
        survey.files.append(readFacts(*change, readsContent));
        survey.lines.added += survey.files.last().lines.added;
        survey.lines.removed += survey.files.last().lines.removed;
    }
    survey.significant = significantFiles(survey.files);
    for (const FileFacts *file : std::as_const(survey.significant))
        insertEnvironment(survey.environments, file->path.environment);
    survey.arrivals = findArrivals(survey.significant, context.headPaths);
    collectStories(survey, context);
    return survey;
}

} // namespace Drafting
