// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QtEndian>

#include <vector>

namespace Git {

/// The numbers below count in the order of the ids that idAt(number) gives, as packs and graph files have
/// them: then one look-up after another falls into the same memory. Only the first 8 bytes decide. About
/// 0.1 µs each.
template<class IdAt> std::vector<qsizetype> orderById(qsizetype count, IdAt idAt)
{
    std::vector<std::pair<quint64, qsizetype>> keys;
    keys.reserve(static_cast<size_t>(count));
    for (qsizetype at = 0; at < count; ++at)
        keys.emplace_back(qFromBigEndian<quint64>(idAt(at).raw()), at);
    std::ranges::sort(keys);
    std::vector<qsizetype> order;
    order.reserve(keys.size());
    for (const auto &[key, at] : keys)
        order.push_back(at);
    return order;
}

} // namespace Git
