// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"
#include "drafting/trailers.h"
#include "drafting/wrap.h"
#include "git/log.h"
#include "git/refs.h"
#include "git/work/preparedmessage.h"
#include "workspace/changescontroller.h"

void ChangesController::readRules()
{
    m_readRules.start([where = m_repository.location()](
                          const CancelToken &cancel) { return Drafting::readMessageRules(where, cancel); },
                      [this](Result<Drafting::MessageRules> rules) {
                          if (rules) {
                              m_rules = *std::move(rules);
                              Q_EMIT rulesChanged();
                          }
                          Q_EMIT busyChanged();
                      });
}

void ChangesController::readDraft()
{
    m_drafting.start([where = m_repository.location()](
                         const CancelToken &cancel) { return Drafting::draftStaged(where, cancel); },
                     [this](Result<Drafting::Draft> draft) {
                         m_draft = draft ? std::move(*draft) : Drafting::Draft();
                         Q_EMIT draftChanged();
                         Q_EMIT busyChanged();
                     });
}

// What is typed here is stored as it is: no line of it is a comment.
QList<Drafting::Validation> ChangesController::validate(const QString &message) const
{
    Drafting::MessageRules rules = m_rules;
    rules.config.commentPrefix.clear();
    return Drafting::checkMessage(message, rules);
}

QString ChangesController::withTrailer(const QString &message, const QString &key, const QString &value) const
{
    return Drafting::withTrailer(message, key, value, {});
}

QString ChangesController::branchIssue() const
{
    return Drafting::issueOf(m_repository.refs().head.branch);
}

std::optional<qsizetype> ChangesController::breakPlace(const QString &message, int line, int width) const
{
    return Drafting::breakPlace(message, line, width, m_rules.commentPrefix());
}

void ChangesController::readPrepared()
{
    m_readPrepared.start([where = m_repository.location()](
                             const CancelToken &cancel) { return Git::readPreparedMessage(where, cancel); },
                         [this](const Result<QByteArray> &message) {
                             const QString before =
                                 std::exchange(m_prepared, message ? QString::fromUtf8(*message) : QString());
                             if (m_prepared != before)
                                 Q_EMIT preparedMessageChanged(before);
                             Q_EMIT busyChanged();
                         });
}

// What was written so far would be lost with the commit.
void ChangesController::readUndone(const Git::ObjectId &commit)
{
    m_undone.start([where = m_repository.location(),
                    commit](const CancelToken &) { return Git::readCommit(where, commit); },
                   [this](const Result<Git::CommitDetails> &details) {
                       if (details)
                           Q_EMIT undoneMessageRead(details->message.trimmed());
                       Q_EMIT busyChanged();
                   });
}

bool ChangesController::hasConflicts() const
{
    return std::ranges::contains(m_unstagedFiles, Diff::FileStatus::Conflicted, &FileItem::status);
}

void ChangesController::readLastMessage()
{
    if (m_repository.refs().head.target.isNull())
        return;
    m_last.start(
        // HEAD as it is now: what is known of it may be that before a commit.
        [where = m_repository.location()](const CancelToken &) -> Result<Git::CommitDetails> {
            const auto head = Git::resolveRevision(where, "HEAD");
            return head ? Git::readCommit(where, *head) : std::unexpected(head.error());
        },
        [this](const Result<Git::CommitDetails> &details) {
            if (details)
                Q_EMIT lastMessageRead(details->commit.id, details->message.trimmed());
            else
                Q_EMIT actionFailed(details.error());
        });
}
