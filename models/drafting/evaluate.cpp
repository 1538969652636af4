// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/evaluate.h"

#include "drafting/fit.h"
#include "drafting/habits.h"
#include "drafting/knownhistory.h"
#include "drafting/text.h"
#include "git/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kLearnedBefore = 2'000; // commits
constexpr qsizetype kKnownSubjects = 300;   // of those before, as habits read them
constexpr qsizetype kMostEvaluatedFiles = 200;

bool isAsked(const PastCommit &commit)
{
    const auto parts = parseHeader(commit.subject);
    return !commit.isByBot && parts && ShippedTypes::types().contains(parts->type) &&
           !commit.changes.isEmpty() && commit.changes.size() <= kMostEvaluatedFiles;
}

// Where the newest commits end that hold as many to ask about as are wanted.
qsizetype endOfAsked(const QList<PastCommit> &history, qsizetype wanted)
{
    qsizetype end = 0, found = 0;
    for (qsizetype i = 0; i < history.size() && found < wanted; ++i) {
        if (isAsked(history[i])) {
            ++found;
            end = i + 1;
        }
    }
    return end;
}

class Replay
{
public:
    Replay(const Git::RepoLocation &where, const EvaluationRequest &request, const CancelToken &cancel)
        : m_where(where)
        , m_request(request)
        , m_cancel(cancel)
        , m_rules(request.messageRules.lint ? withLint({}, *request.messageRules.lint) : RuleOptions())
        , m_model(std::make_shared<TypeModel>(m_rules.types,
                                              request.shipped ? *request.shipped : ShippedTypes::builtIn()))
    {}

    void learn(const PastCommit &commit) { learnCommit(*m_model, commit); }
    qsizetype learned() const { return m_model->learned(); }

    Result<void> ask(const QList<PastCommit> &history, qsizetype index, DraftEvaluation &evaluation) const
    {
        const PastCommit &commit = history[index];
        const auto changes = readCommitChanges(m_where, commit.id, m_cancel);
        const auto details = Git::readCommit(m_where, commit.id);
        if (!changes || !details)
            return std::unexpected(changes ? details.error() : changes.error());
        DraftContext context{
            .history = history.mid(index + 1, kKnownSubjects), .typeModel = m_model, .rules = m_rules};
        if (!details->commit.parents.isEmpty()) {
            const auto files = Git::readTree(m_where, details->commit.parents.first(), m_cancel);
            if (!files)
                return std::unexpected(files.error());
            addHeadFiles(context, m_where, *files);
        }
        const Draft draft = makeDraft(*changes, context);
        evaluation.add(draft, commit.subject, commit.isByBot);
        const auto remarks = checkMessage(draft.message(), m_request.messageRules);
        ++evaluation.linted;
        evaluation.lintPassed += std::ranges::none_of(
            remarks, [](const Validation &remark) { return remark.severity == Severity::Error; });
        return {};
    }

private:
    const Git::RepoLocation &m_where;
    const EvaluationRequest &m_request;
    const CancelToken &m_cancel;
    RuleOptions m_rules;
    std::shared_ptr<TypeModel> m_model;
};

} // namespace

Result<DraftEvaluation> evaluateDrafts(const Git::RepoLocation &where, const EvaluationRequest &request,
                                       const EvaluationProgress &progress, const CancelToken &cancel)
{
    // Bots may write three of four commits.
    const qsizetype limit = qsizetype(request.last) * 4 + kLearnedBefore;
    const auto history = readPastCommits(where, request.tip, limit, cancel, true);
    if (!history)
        return std::unexpected(history.error());
    const qsizetype end = endOfAsked(*history, request.last);
    if (end == 0)
        return fail(ErrorKind::NotFound,
                    Text::tr("No commit of a person here has a type, so there is nothing to compare with."));
    Replay replay(where, request, cancel);
    for (qsizetype i = history->size() - 1; i >= end; --i)
        replay.learn((*history)[i]);
    DraftEvaluation evaluation;
    evaluation.learned = replay.learned();
    for (qsizetype i = end - 1; i >= 0; --i) {
        const PastCommit &commit = (*history)[i];
        if (cancel.isCancelled())
            return failCancelled();
        const bool isOfBot =
            commit.isByBot && !commit.changes.isEmpty() && commit.changes.size() <= kMostEvaluatedFiles;
        if (isOfBot || isAsked(commit)) {
            if (const auto asked = replay.ask(*history, i, evaluation); !asked)
                return std::unexpected(asked.error());
        }
        replay.learn(commit);
        progress(end - i, end);
    }
    return evaluation;
}

} // namespace Drafting
