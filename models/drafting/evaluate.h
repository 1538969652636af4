// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/draft.h"
#include "drafting/messagerules.h"
#include "drafting/shippedtypes.h"

#include <array>

/// How well drafts agree with what the people of a repository wrote themselves.
namespace Drafting {

struct TypeAgreement
{
    qsizetype written = 0; ///< commits that have the type
    qsizetype drafted = 0; ///< drafts that have it
    qsizetype agreed = 0;  ///< both
};

struct DraftEvaluation
{
    qsizetype asked = 0;               ///< commits by people with a type
    std::array<qsizetype, 3> within{}; ///< the type written is the draft's first; one of two; one of three
    qsizetype sure = 0, sureRight = 0; ///< with a confidence of 0.8 or more
    qsizetype scopesWritten = 0;       ///< of those asked
    qsizetype scopesDrafted = 0;
    qsizetype scopesAgreed = 0; ///< both have one and it is the same
    qsizetype bothWithoutScope = 0;
    struct Bin
    {
        qsizetype drafts = 0, right = 0;
    };
    std::array<Bin, 10> calibration{}; ///< by confidence: up to 0.1, 0.2 …
    QMap<QString, TypeAgreement> types;
    qsizetype versions = 0;      ///< commits, also of bots, whose subject names an old and a new version
    qsizetype versionsRight = 0; ///< the draft knows both
    qsizetype linted = 0, lintPassed = 0; ///< all drafts, by the repository's rules for messages
    qsizetype learned = 0;                ///< typed commits that came before the first asked

    /// Counts one draft against the header that was written.
    void add(const Draft &draft, const QString &writtenSubject, bool isByBot);
};

struct EvaluationRequest
{
    Git::ObjectId tip;
    int last = 500;                        ///< commits by people with a type, the newest
    const ShippedTypes *shipped = nullptr; ///< another model than the built-in one; outlives the call
    MessageRules messageRules;
};

using EvaluationProgress = std::function<void(qsizetype done, qsizetype all)>;

/// Drafts a message for each of the last typed commits by people, oldest first, knowing nothing of its
/// message and of what came after, and compares. Linear in commits, some milliseconds each. Blocking.
/// NotFound: no commit has a type.
Result<DraftEvaluation> evaluateDrafts(const Git::RepoLocation &where, const EvaluationRequest &request,
                                       const EvaluationProgress &progress, const CancelToken &cancel);

} // namespace Drafting
