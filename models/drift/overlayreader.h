// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/overlay.h"
#include "environments/files.h"

#include <QSet>

namespace Drift {

/// One reading of a kustomization and all it names; see readOverlay(). Included by this folder's .cpp files
/// only.
class OverlayReader
{
public:
    OverlayReader(Environments::Files &files, const CancelToken &cancel)
        : m_files(files)
        , m_cancel(cancel)
    {}
    Result<OverlayOutput> read(const QByteArray &folder);

private:
    /// One kustomization file being read.
    struct Layer
    {
        QByteArray folder, file;
        Yaml::Value root;
        QList<OverlayItem> items;
    };

    /// What a patch says, and where its lines stand.
    struct PatchText
    {
        QList<Yaml::Document> documents;
        QByteArray file;
        int lineOffset = 0;
    };

    // overlay.cpp
    void readFolder(const QByteArray &folder, QList<OverlayItem> &items);
    void readLayer(Layer &layer);
    void readResources(Layer &layer, QByteArrayView field);
    void readResource(Layer &layer, const Yaml::Value &entry);
    void readManifest(Layer &layer, const QByteArray &path);
    void reportUnread(Layer &layer);
    void transform(Layer &layer);
    void addProblem(const QByteArray &file, int line, const QString &message, bool isComplete = true);
    static void doubtAll(QList<OverlayItem> &items, const QString &reason);

    // overlaypatches.cpp
    void applyPatches(Layer &layer);
    void applyOldPatches(Layer &layer, QByteArrayView field);
    void applyPatch(Layer &layer, const Yaml::Value &entry);
    void applyMerge(Layer &layer, const Yaml::Value &patch, const PatchText &from, const Yaml::Value &entry);
    void applyOperations(Layer &layer, const Yaml::Value &operations, const PatchText &from,
                         const Yaml::Value &entry);
    Result<PatchText> patchText(const Layer &layer, const Yaml::Value &entry);
    void change(Layer &layer, OverlayItem &item, const Result<Yaml::Value> &changed, int line);

    // overlaygenerators.cpp
    void runGenerators(Layer &layer, bool areSecrets);
    void runGenerator(Layer &layer, const Yaml::Value &entry, bool isSecret);
    bool readSources(Layer &layer, const Yaml::Value &entry, bool isSecret, Yaml::Value &object);
    void addDatum(Yaml::Value &object, bool isSecret, const QByteArray &key, const QByteArray &text);
    void mergeGenerated(Layer &layer, OverlayItem item, const QByteArray &behavior, int line);

    Environments::Files &m_files;
    const CancelToken &m_cancel;
    OverlayOutput m_output;
    QList<QByteArray> m_open; ///< folders being read, to end cycles
};

} // namespace Drift
