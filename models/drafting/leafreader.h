// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/leaves.h"

namespace Drafting {

/// Text of a file as it may be shown on one line.
QString shownText(QByteArrayView text);
/// The last part of a path, likewise.
QString shownName(const QByteArray &path);
/// The name inside a bracketed step of a path, empty for the number of an item.
QString itemName(const QByteArray &step);
bool hasStep(const Leaf &leaf, const char *step);
/// The last step of the path, or the one so many before it; empty when there is none.
QByteArray lastStep(const Leaf &leaf, qsizetype back = 0);

/// Says what single places of one object mean. Does not judge whether values may be shown.
class LeafReader
{
public:
    /// Both must outlive this.
    LeafReader(const ObjectChange &object, const PathFacts &facts)
        : m_object(object)
        , m_facts(facts)
    {}

    Record read(const Leaf &leaf) const;
    /// A record with what is known of the object.
    Record start(const Leaf &leaf, RecordKind kind) const;

private:
    bool isKustomization() const { return m_facts.kind == PathClass::Kustomization; }
    Record secretValue(const Leaf &leaf) const;
    Record crdVersion(const Leaf &leaf) const;
    Record canarySteps(const Leaf &leaf) const;
    std::optional<Record> kustomizationLeaf(const Leaf &leaf) const;
    std::optional<Record> kustomizedImage(const Leaf &leaf) const;
    Record chartVersion(const Leaf &leaf, const QString &name) const;
    Record chartLeaf(const Leaf &leaf) const;
    QString besides(const Leaf &leaf, QByteArrayView key) const;
    std::optional<Record> versionLeaf(const Leaf &leaf) const;
    std::optional<Record> imageLeaf(const Leaf &leaf) const;
    Record imageRecord(const Leaf &leaf) const;
    std::optional<Record> envLeaf(const Leaf &leaf) const;
    Record plainLeaf(const Leaf &leaf) const;
    Record named(const Leaf &leaf, RecordKind kind, const QByteArray &field) const;

    const ObjectChange &m_object;
    const PathFacts &m_facts;
};

} // namespace Drafting
