// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/types.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace Drift {

QByteArray ResourceKey::text() const
{
    return nameSpace.isEmpty() ? QByteArray(kind + '/' + name)
                               : QByteArray(kind + '/' + nameSpace + '/' + name);
}

size_t qHash(const ResourceKey &key, size_t seed)
{
    return qHashMulti(seed, key.group, key.kind, key.nameSpace, key.name);
}

int Resource::addPlace(const Place &place)
{
    qsizetype index = places.indexOf(place);
    if (index < 0) {
        index = places.size();
        places << place;
    }
    return static_cast<int>(-1 - index);
}

Place Resource::placeAt(int line) const
{
    return line < 0 ? places.value(-1 - line) : Place{where.file, line};
}

QString Problem::text() const
{
    if (where.file.isEmpty())
        return message;
    const QString file = displayText(where.file);
    return where.line > 0 ? QString(file + u':' + QString::number(where.line) + u": "_s + message)
                          : QString(file + u": "_s + message);
}

int Report::count(Verdict of) const
{
    return int(std::ranges::count(objects, of, &ObjectReport::verdict));
}

int Report::count(FindingClass of) const
{
    return int(std::ranges::count(findings, of, &Finding::kind));
}

} // namespace Drift
