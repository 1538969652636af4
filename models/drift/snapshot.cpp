// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/snapshot.h"

#include "drift/normalise.h"
#include "drift/text.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// Collects the objects of one file.
class Reading
{
public:
    explicit Reading(const QString &file)
    {
        m_snapshot.file = file;
        m_name = file.toUtf8();
    }

    void add(const Yaml::Value &value, int line)
    {
        const Yaml::Value *items = value.find("items");
        const QByteArray kind = value.textAt({"kind"});
        if (items && items->kind == Yaml::Kind::Sequence && kind.endsWith("List"))
            addList(value, *items, kind);
        else
            addObject(value, value.line > 0 ? value.line : line);
    }

    Snapshot take()
    {
        m_snapshot.newestChange = QDateTime::fromString(QString::fromLatin1(m_newest), Qt::ISODate).toUTC();
        return std::move(m_snapshot);
    }

private:
    void addList(const Yaml::Value &list, const Yaml::Value &items, const QByteArray &kind)
    {
        for (Yaml::Value item : items.items) {
            // A typed list (PodList) leaves these out of its items.
            if (item.kind == Yaml::Kind::Mapping && !item.find("kind") && kind != "List") {
                item.entries << Yaml::Entry{.key = "kind"_ba, .value = Yaml::makeString(kind.chopped(4))}
                             << Yaml::Entry{.key = "apiVersion"_ba,
                                            .value = Yaml::makeString(list.textAt({"apiVersion"}))};
            }
            addObject(item, item.line);
        }
    }

    void addObject(const Yaml::Value &value, int line)
    {
        const std::optional<ResourceKey> key = keyOf(value);
        if (!key) {
            m_snapshot.problems << Problem{
                {m_name, line}, Text::tr("Not a Kubernetes object: apiVersion, kind or name is missing.")};
            return;
        }
        if (const Yaml::Value *fields = value.at({"metadata", "managedFields"}))
            for (const Yaml::Value &entry : fields->items)
                m_newest = std::max(m_newest, entry.textAt({"time"})); // RFC 3339 in UTC sorts as text
        m_snapshot.objects << LiveObject{.key = *key, .value = value, .where = {m_name, line}};
    }

    Snapshot m_snapshot;
    QByteArray m_name, m_newest;
};

} // namespace

Result<Snapshot> parseSnapshot(QByteArrayView text, const QString &file, const CancelToken &cancel)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("The snapshot %1 is empty.").arg(file));
    const auto documents = Yaml::parse(text, file, {.bytes = kLargestSnapshot, .nodes = 20'000'000});
    if (!documents)
        return fail(ErrorKind::NotFound, documents.error().message, documents.error().detail,
                    Text::tr("Record it again with: kubectl get -o yaml --show-managed-fields"));
    Reading reading(file);
    for (const Yaml::Document &document : *documents) {
        if (cancel.isCancelled())
            return failCancelled();
        reading.add(document.root, document.line);
    }
    Snapshot snapshot = reading.take();
    if (snapshot.objects.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("The snapshot %1 holds no Kubernetes object.").arg(file),
                    snapshot.problems.isEmpty() ? QString() : snapshot.problems.first().text());
    return snapshot;
}

Result<Snapshot> readSnapshot(const QString &file, const CancelToken &cancel)
{
    QFile source(file);
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return fail(ErrorKind::NotFound, Text::tr("The snapshot %1 is no file.").arg(file));
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, Text::tr("The snapshot %1 cannot be read.").arg(file),
                    source.errorString());
    if (source.size() > kLargestSnapshot)
        return fail(ErrorKind::NotFound, Text::tr("The snapshot %1 is too large.").arg(file));
    Result<Snapshot> snapshot = parseSnapshot(source.readAll(), file, cancel);
    if (snapshot)
        snapshot->written = info.lastModified().toUTC();
    return snapshot;
}

} // namespace Drift
