// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/classify.h"
#include "drafting/types.h"

/// What a change means: not lines, but "the image tag of web went from 1.4.2 to 1.5.0".
namespace Drafting {

enum class RecordKind : quint8 {
    Resource, ///< a whole object or block came or went
    ImageTag,
    ImageDigest,
    ImageName,
    ChartVersion,
    OwnVersion, ///< version or appVersion of the chart itself
    Revision,   ///< targetRevision, ref
    ModuleVersion,
    ProviderVersion,
    ActionVersion,
    Dependency,
    BaseImage,
    Replicas,
    Autoscaling,
    Resources,
    Env,
    SecretRef, ///< a value is now read from a secret
    SecretValue,
    ConfigKey,
    Host,
    Port,
    Probe,
    Storage,
    Schedule,
    Suspend,
    SyncPolicy,
    CanarySteps,
    Rbac,
    CrdVersion,
    TfVariable,
    TfOutput,
    TfValue,
    Label,
    Reference, ///< a line in a list of files
    Field,
};

enum class RecordOp : quint8 { Change, Add, Remove };

/// One meaningful difference. Values are empty when they are secret, long or not scalars.
struct Record
{
    RecordKind kind = RecordKind::Field;
    RecordOp op = RecordOp::Change;
    QString resourceKind, resourceName, resourceNamespace; ///< Deployment, web, default
    QString name;                                          ///< what changed: image, variable, key, chart
    QString field;                                         ///< limits.memory, or the way to a generic field
    QString oldValue, newValue;
    bool isSecret = false;
    bool isInKustomization = false; ///< set from outside of the object itself
};

enum class Cosmetic : quint8 { None, Whitespace, Comments, Order };

/// One changed file, understood.
struct FileFacts
{
    const Change *change = nullptr;
    PathFacts path;
    Diff::LineCounts lines;
    Cosmetic cosmetic = Cosmetic::None;
    bool isEncrypted = false; ///< SOPS
    QList<Record> records;
    QStringList encryptedKeys; ///< names of changed values in an encrypted file

    const QByteArray &name() const { return change->file.path(); }
};

/// Reads one change. readsContent false: path, counts and changed lines only, for very large changes.
FileFacts readFacts(const Change &change, bool readsContent);

} // namespace Drafting
