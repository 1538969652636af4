// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "drafting/shippedtypes.h"
#include "drafting/typefeatures.h"

#include <memory>
#include <vector>

namespace Drafting {

/// What type a commit has by the paths it changes: the shipped model, corrected by what the repository's own
/// commits have shown, one after another. Deterministic. A value of its own; not thread-safe while it learns.
class TypeModel
{
public:
    /// The types that may be answered; ones that the shipped model does not know are learned only.
    explicit TypeModel(const QStringList &types, const ShippedTypes &shipped = ShippedTypes::builtIn());

    const QStringList &types() const { return m_types; }
    qsizetype learned() const { return m_learned; } ///< commits

    /// One for each of types(), in that order; their sum is 1. About 20 µs.
    std::vector<double> probabilities(const TypeFeatures &features) const;

    /// A commit of this type; another type than types() is ignored. Oldest commits first: the newest counts
    /// most.
    void learn(const TypeFeatures &features, const QString &type);

private:
    using Scores = std::vector<double>;
    Scores scores(const TypeFeatures &features, const QList<qsizetype> &rows) const;
    QList<qsizetype> rowsOf(const TypeFeatures &features) const; ///< -1: not seen so far

    QStringList m_types;
    QList<int> m_shippedPlace; ///< of each type in the shipped model; -1: not there
    ShippedTypes m_shipped;
    QHash<QByteArray, qsizetype> m_rows;
    std::vector<double> m_weights; ///< a row of types for each feature
    std::vector<double> m_squares; ///< of each feature's steps so far
    qsizetype m_learned = 0;
};

/// True for who is no human: renovate, dependabot, names with "[bot]".
bool isBot(const Git::Person &author);

/// One more commit, unless it is of a bot, has no type or is about very many files.
void learnCommit(TypeModel &model, const PastCommit &commit);

/// Learns from the typed commits of humans, see PastCommit::isByBot. history is newest first.
std::shared_ptr<const TypeModel> learnTypes(const QList<PastCommit> &history, const QStringList &types);

} // namespace Drafting
