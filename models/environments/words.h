// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Environments {

/// A name that says which environment a folder or file belongs to.
struct NamedEnvironment
{
    QByteArray word;      ///< as written: prod
    QByteArray canonical; ///< one spelling for all: production
    int rank = 0;
    QByteArray prefix;  ///< before the word: api of api-dev
    QByteArray variant; ///< after it: eu of prod-eu
    bool isWhole() const { return prefix.isEmpty() && variant.isEmpty(); }
};

enum class WeakWords {
    Alone,  ///< words with many meanings (test, load, live …) count only as the whole name
    Inside, ///< they count as a part too: for names beside ones that are known
};

/// Nothing when no word, or more than one, says an environment. ASCII case does not count.
std::optional<NamedEnvironment> findEnvironment(QByteArrayView name, WeakWords weak = WeakWords::Alone);

/// True when every part names a region or zone: eu, us-east-1, asia.
bool isRegion(QByteArrayView variant);

/// The name without its environment word: api for api-production; the name itself when nothing would be left.
QByteArray withoutEnvironment(const QByteArray &name);

} // namespace Environments
