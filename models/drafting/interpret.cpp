// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leafreader.h"
#include "drafting/secrets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kLongestValue = 60;

class Interpreter
{
public:
    Interpreter(const ObjectChange &object, const PathFacts &facts, const QByteArray &path)
        : m_object(object)
        , m_reader(object, facts)
        , m_path(path)
        , m_isFragment(object.after.isNull() && object.before.isNull())
    {}

    QList<Record> read()
    {
        if (m_object.op != RecordOp::Change && !m_object.kind.isEmpty())
            return {wholeObject()};
        if (m_object.op == RecordOp::Change && isRbac())
            return {rbac()};
        QList<Record> records;
        for (const Leaf &leaf : m_object.leaves) {
            Record record = m_reader.read(leaf);
            hideSecrets(record);
            const bool isKnown =
                std::ranges::any_of(records, [&](const Record &other) { return isSame(record, other); });
            if (!isKnown)
                records.append(record);
        }
        // The literal value goes when a reference comes: one change, not two.
        records.removeIf([&](const Record &record) {
            return record.kind == RecordKind::Env && std::ranges::any_of(records, [&](const Record &other) {
                       return other.kind == RecordKind::SecretRef && other.name == record.name;
                   });
        });
        return records;
    }

private:
    static bool isSame(const Record &a, const Record &b)
    {
        return a.kind == b.kind && a.op == b.op && a.name == b.name && a.field == b.field &&
               a.oldValue == b.oldValue && a.newValue == b.newValue;
    }

    bool isRbac() const { return m_object.kind == "Role" || m_object.kind == "ClusterRole"; }

    Record wholeObject() const
    {
        Leaf leaf;
        leaf.op = m_object.op;
        Record record = m_reader.start(leaf, RecordKind::Resource);
        record.name = record.resourceName;
        return record;
    }

    Record rbac() const
    {
        const auto verbs = [](const Yaml::Value &object) {
            QStringList all;
            const Yaml::Value *rules = object.find("rules");
            for (const Yaml::Value &rule : rules ? rules->items : QList<Yaml::Value>()) {
                const Yaml::Value *list = rule.find("verbs");
                for (const Yaml::Value &verb : list ? list->items : QList<Yaml::Value>()) {
                    if (!all.contains(shownText(verb.text)))
                        all.append(shownText(verb.text));
                }
            }
            return all.join(u' ');
        };
        Record record = m_reader.start({}, RecordKind::Rbac);
        record.name = record.resourceName;
        record.oldValue = verbs(m_object.before);
        record.newValue = verbs(m_object.after);
        return record;
    }

    // Kinds whose values are versions, numbers and hosts are shown even where the surroundings are unknown.
    static bool isPlainKind(RecordKind kind)
    {
        return kind < RecordKind::Env || kind == RecordKind::Suspend || kind == RecordKind::Schedule ||
               kind == RecordKind::Storage;
    }

    void hideSecrets(Record &record) const
    {
        const bool isUnknown = m_isFragment && !isPlainKind(record.kind);
        const bool isNamedSecret = !isPlainKind(record.kind) &&
                                   (isSecretName(record.name) || isSecretName(record.field) ||
                                    isSecretName(record.resourceName) || fileName(m_path).contains("secret"));
        const bool isShaped = looksSecret(record.oldValue) || looksSecret(record.newValue);
        const bool isDigest = record.kind == RecordKind::ImageDigest || record.kind == RecordKind::Revision;
        if (record.isSecret || isUnknown || isNamedSecret || (isShaped && !isDigest)) {
            record.isSecret = true;
            record.oldValue.clear();
            record.newValue.clear();
        }
        if (record.oldValue.size() > kLongestValue)
            record.oldValue.clear();
        if (record.newValue.size() > kLongestValue && record.kind != RecordKind::ImageDigest)
            record.newValue.clear();
        if (isDigest && (containsSecret(record.oldValue) || containsSecret(record.newValue)))
            record.newValue = record.oldValue = QString();
        // In a list without names the item itself is the name.
        if (looksSecret(record.name))
            record.name.clear();
        if (looksSecret(record.field))
            record.field = record.field.section(u'.', 0, 0).section(u'[', 0, 0);
    }

    const ObjectChange &m_object;
    LeafReader m_reader;
    const QByteArray &m_path;
    bool m_isFragment = false;
};

} // namespace

QList<Record> interpretObject(const ObjectChange &object, const PathFacts &facts, const QByteArray &path)
{
    return Interpreter(object, facts, path).read();
}

} // namespace Drafting
