// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <array>

/// The model of commit types that comes with the program, trained by resources/commit-types/train.py.
namespace Drafting {

class ShippedTypes
{
public:
    static constexpr int kTypes = 11;
    using Scores = std::array<double, kTypes>;

    /// In the order of the scores: feat, fix, chore …
    static const QStringList &types();

    /// Invalid: not the format, another version, or not what its checksum says.
    static Result<ShippedTypes> parse(const QByteArray &text);

    /// What was built in; without any weight if that is damaged. Thread-safe.
    static const ShippedTypes &builtIn();

    bool isEmpty() const { return m_weights.isEmpty(); }

    /// Natural logarithms of odds, up to a constant.
    Scores scores(const QList<QByteArray> &generalFeatures) const;

private:
    QHash<QByteArray, std::array<qint16, kTypes>> m_weights; // hundredths
};

} // namespace Drafting
