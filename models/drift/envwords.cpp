// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/envwords.h"

#include "environments/words.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

EnvironmentWords::EnvironmentWords(const QByteArray &name, QHash<QByteArray, QByteArray> plainNames)
    : m_name(name.toLower())
    , m_plainNames(std::move(plainNames))
{
    if (const auto found = Environments::findEnvironment(name, Environments::WeakWords::Inside))
        m_canonical = found->canonical;
}

bool EnvironmentWords::isOurs(QByteArrayView word) const
{
    if (word.compare(m_name, Qt::CaseInsensitive) == 0)
        return true;
    if (m_canonical.isEmpty())
        return false;
    const auto found = Environments::findEnvironment(word);
    return found && found->isWhole() && found->canonical == m_canonical;
}

QByteArray EnvironmentWords::equalised(const QByteArray &text) const
{
    QByteArray whole = m_plainNames.value(text, text);
    // The full name first, because its parts (prod and eu of prod-eu) are words of their own.
    for (qsizetype at = whole.toLower().indexOf(m_name); at >= 0 && !m_name.isEmpty();
         at = whole.toLower().indexOf(m_name, at + 1)) {
        const qsizetype end = at + m_name.size();
        const bool isBounded =
            (at == 0 || !isWordPart(whole.at(at - 1))) && (end == whole.size() || !isWordPart(whole.at(end)));
        if (isBounded)
            whole.replace(at, m_name.size(), "{env}");
    }
    QByteArray result;
    for (qsizetype at = 0; at < whole.size();) {
        qsizetype end = at;
        while (end < whole.size() && isWordPart(whole.at(end)))
            ++end;
        const QByteArray word = whole.sliced(at, end - at);
        result += !word.isEmpty() && isOurs(word) ? "{env}"_ba : word;
        if (end < whole.size())
            result += whole.at(end++);
        at = end;
    }
    return result;
}

QByteArray EnvironmentWords::stripped(const QByteArray &name) const
{
    QByteArrayList kept = equalised(name).split('-');
    kept.removeAll("{env}"_ba);
    return kept.isEmpty() ? name : kept.join('-');
}

} // namespace Drift
