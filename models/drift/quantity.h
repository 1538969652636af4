// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Drift {

/// A Kubernetes resource quantity as an exact decimal: digits * 10^exponent, in lowest terms.
struct Quantity
{
    bool isNegative = false;
    QByteArray digits; ///< without zeros at either end; empty: zero
    int exponent = 0;
    bool operator==(const Quantity &) const = default;
};

/// Reads 500m, 0.5, 1e3, 3Gi and so on; fractions below a milli round up, as the API server rounds resources.
/// Nothing when the text is no quantity.
std::optional<Quantity> parseQuantity(QByteArrayView text);

/// True when both are quantities of the same amount.
bool isSameQuantity(QByteArrayView a, QByteArrayView b);

} // namespace Drift
