// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/schema.h"
#include "drift/types.h"

namespace Drift {

/// One step from an object's root: into a field of a mapping or an item of a list.
struct Step
{
    QByteArray field;                  ///< of a mapping
    const Yaml::Value *item = nullptr; ///< of a list
    const FieldRules *list = nullptr;  ///< what is known of that list
    qsizetype index = -1;              ///< of the item on the side that has it
};
using Path = QList<Step>;

/// The value of one merge key of an item.
QByteArray keyText(const MergeKey &key, const Yaml::Value &item);

/// name=web, or port=53,protocol=UDP, or nothing when the item lacks the first key.
QByteArray itemName(const FieldRules *list, const Yaml::Value &item);

/// spec.template.spec.containers[name=web].image; keys with other characters stand as ["a/b"].
QByteArray pathText(const Path &path);

/// An ignore rule's path, ready to be matched.
class PathPattern
{
public:
    explicit PathPattern(const QByteArray &text); ///< pathText() with [] for any item, or a JSON pointer
    bool isValid() const { return m_isValid; }
    /// True when the path, at exactly this depth, is what the pattern names.
    bool matches(const Path &path) const;
    /// True when it names the path or something around it.
    bool covers(const Path &path) const;

private:
    struct Part
    {
        QByteArray field; ///< of a mapping; of a pointer also an index
        QByteArray item;  ///< name=web, or an index
        bool isItem = false, isAnyItem = false;
    };

    void readPointer(const QByteArray &text);
    void readSimple(const QByteArray &text);
    static bool matchesPart(const Part &part, const Step &step);

    QList<Part> m_parts;
    bool m_isValid = true;
};

/// A glob with * and ?; an empty one matches all.
bool matchesGlob(QByteArrayView glob, QByteArrayView text);

} // namespace Drift
