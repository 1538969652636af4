// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/evaluate.h"

#include "drafting/habits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct Step
{
    QString from, to;
};

// "bump web from 1.2 to v1.3", "update web (1.2 ➔ 1.3)"
std::optional<Step> statedStep(const QString &subject)
{
    static const QRegularExpression step(
        u"(?:\\bfrom |[( ])v?([\\w.+-]*\\d[\\w.+-]*)(?: to | *(?:➔|→|->|=>) *)v?([\\w.+-]*\\d[\\w.+-]*)"_s);
    const auto match = step.match(subject);
    if (!match.hasMatch())
        return {};
    return Step{match.captured(1), match.captured(2)};
}

// A digest is often shortened in a subject.
bool isStated(const QString &stated, const QString &known)
{
    constexpr qsizetype shortest = 6;
    return known == stated || (stated.size() > shortest && known.contains(stated)) ||
           (known.startsWith(stated) && known.size() > stated.size() && known[stated.size()] == u'@');
}

bool knows(const Draft &draft, const Step &step)
{
    return std::ranges::any_of(draft.versions, [&](const VersionChange &one) {
        return isStated(step.from, one.from) && isStated(step.to, one.to);
    });
}

} // namespace

void DraftEvaluation::add(const Draft &draft, const QString &writtenSubject, bool isByBot)
{
    if (const auto step = statedStep(writtenSubject)) {
        ++versions;
        versionsRight += knows(draft, *step) ? 1 : 0;
    }
    const auto parts = parseHeader(writtenSubject);
    if (isByBot || !parts)
        return;
    ++asked;
    const auto place = std::ranges::find(draft.alternatives, parts->type, &TypeChoice::type);
    const auto before = size_t(place - draft.alternatives.begin());
    const bool isRight = before == 0 && !draft.alternatives.isEmpty();
    for (size_t i = 0; i < within.size(); ++i)
        within[i] += place != draft.alternatives.end() && before <= i ? 1 : 0;
    ++types[parts->type].written;
    const QString drafted = draft.alternatives.value(0).type;
    ++types[drafted].drafted;
    types[drafted].agreed += isRight ? 1 : 0;
    constexpr double enough = 0.8;
    sure += draft.confidence >= enough ? 1 : 0;
    sureRight += draft.confidence >= enough && isRight ? 1 : 0;
    Bin &bin =
        calibration[qMin(size_t(draft.confidence * double(calibration.size())), calibration.size() - 1)];
    ++bin.drafts;
    bin.right += isRight ? 1 : 0;
    scopesWritten += parts->scope.isEmpty() ? 0 : 1;
    scopesDrafted += draft.scope.isEmpty() ? 0 : 1;
    scopesAgreed += !draft.scope.isEmpty() && draft.scope == parts->scope ? 1 : 0;
    bothWithoutScope += draft.scope.isEmpty() && parts->scope.isEmpty() ? 1 : 0;
}

} // namespace Drafting
