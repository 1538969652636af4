// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/typemodel.h"

#include "drafting/habits.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// As in resources/commit-types/model.py.
constexpr double kLearningRate = 1.2;
constexpr double kWeightDecay = 1e-3;
constexpr double kFirstSquare = 0.1;

constexpr qsizetype kMostLearnedFiles = 200; // of a commit: larger ones are about the whole repository

double valueOf(qsizetype features)
{
    return features > 0 ? 1 / std::sqrt(double(features)) : 0;
}

void toProbabilities(std::vector<double> &scores)
{
    if (scores.empty())
        return;
    const double top = std::ranges::max(scores);
    double total = 0;
    for (double &score : scores)
        total += score = std::exp(score - top);
    for (double &score : scores)
        score /= total;
}

} // namespace

TypeModel::TypeModel(const QStringList &types, const ShippedTypes &shipped)
    : m_types(types)
    , m_shipped(shipped)
{
    for (const QString &type : types)
        m_shippedPlace.append(int(ShippedTypes::types().indexOf(type.toLower())));
}

QList<qsizetype> TypeModel::rowsOf(const TypeFeatures &features) const
{
    QList<qsizetype> rows;
    rows.reserve(features.general.size() + features.local.size());
    // The order of the sum is that of all names together, so that training gets the same digits.
    auto general = features.general.cbegin();
    auto local = features.local.cbegin();
    while (general != features.general.cend() || local != features.local.cend()) {
        const bool isGeneral =
            local == features.local.cend() || (general != features.general.cend() && *general < *local);
        rows.append(m_rows.value(isGeneral ? *general++ : *local++, -1));
    }
    return rows;
}

TypeModel::Scores TypeModel::scores(const TypeFeatures &features, const QList<qsizetype> &rows) const
{
    const ShippedTypes::Scores known = m_shipped.scores(features.general);
    const double lowest = std::ranges::min(known);
    Scores all;
    for (const int place : m_shippedPlace)
        all.push_back(place < 0 ? lowest : known[size_t(place)]);
    const double value = valueOf(rows.size());
    for (const qsizetype row : rows) {
        if (row < 0)
            continue;
        for (size_t k = 0; k < all.size(); ++k)
            all[k] += m_weights[size_t(row) * all.size() + k] * value;
    }
    return all;
}

std::vector<double> TypeModel::probabilities(const TypeFeatures &features) const
{
    Scores all = scores(features, rowsOf(features));
    toProbabilities(all);
    return all;
}

void TypeModel::learn(const TypeFeatures &features, const QString &type)
{
    const auto found = std::ranges::find_if(
        m_types, [&](const QString &one) { return one.compare(type, Qt::CaseInsensitive) == 0; });
    const qsizetype answer = found == m_types.end() ? -1 : found - m_types.begin();
    if (answer < 0)
        return;
    const size_t width = size_t(m_types.size());
    for (const QList<QByteArray> *names : {&features.general, &features.local}) {
        for (const QByteArray &name : *names) {
            if (m_rows.contains(name))
                continue;
            m_rows.insert(name, m_rows.size());
            m_weights.resize(m_weights.size() + width, 0.0);
            m_squares.push_back(kFirstSquare);
        }
    }
    const QList<qsizetype> rows = rowsOf(features);
    Scores steps = scores(features, rows);
    toProbabilities(steps);
    steps[size_t(answer)] -= 1;
    double square = 0;
    for (double &step : steps) {
        step *= valueOf(rows.size());
        square += step * step;
    }
    for (const qsizetype row : rows) {
        m_squares[size_t(row)] += square;
        const double rate = kLearningRate / std::sqrt(m_squares[size_t(row)]);
        double *weights = &m_weights[size_t(row) * width];
        for (size_t k = 0; k < width; ++k)
            weights[k] -= rate * (steps[k] + kWeightDecay * weights[k]);
    }
    ++m_learned;
}

bool isBot(const Git::Person &author)
{
    static const QRegularExpression words(
        u"\\[bot\\]|(?:^|[^a-z])(?:bot|renovate|dependabot|github-actions)(?:$|[^a-z])"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(author.name).hasMatch() || words.match(author.email.section(u'@', 0, 0)).hasMatch();
}

void learnCommit(TypeModel &model, const PastCommit &commit)
{
    const auto parts = commit.isByBot ? std::nullopt : parseHeader(commit.subject);
    const QList<ChangedPath> files = parts ? changedPaths(commit.changes) : QList<ChangedPath>();
    if (!files.isEmpty() && files.size() <= kMostLearnedFiles)
        model.learn(typeFeatures(files), parts->type);
}

std::shared_ptr<const TypeModel> learnTypes(const QList<PastCommit> &history, const QStringList &types)
{
    auto model = std::make_shared<TypeModel>(types);
    for (qsizetype i = history.size() - 1; i >= 0; --i)
        learnCommit(*model, history[i]);
    return model;
}

} // namespace Drafting
