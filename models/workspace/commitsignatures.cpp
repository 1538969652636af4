// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commitsignatures.h"

#include "git/log.h"
#include "git/signature.h"

namespace {

constexpr qsizetype kTogether = 8; // verified before those that came into sight since

SignatureMark markOf(Git::SignatureState state)
{
    switch (state) {
    case Git::SignatureState::Good:
        return SignatureMark::Good;
    case Git::SignatureState::GoodUntrusted:
    case Git::SignatureState::Expired:
        return SignatureMark::Doubtful;
    case Git::SignatureState::Bad:
    case Git::SignatureState::Revoked:
        return SignatureMark::Bad;
    case Git::SignatureState::UnknownKey:
    case Git::SignatureState::None: // of one that has something there
        break;
    }
    return SignatureMark::Unknown;
}

using Marks = QHash<Git::ObjectId, SignatureMark>;

/// What is signed is unknown until git has said more.
Marks readSigned(const Git::RepoLocation &where, const QList<Git::ObjectId> &commits)
{
    Marks marks;
    for (const Git::ObjectId &commit : commits) {
        const auto details = Git::readCommit(where, commit);
        marks.insert(commit,
                     details && !details->hasSignature ? SignatureMark::None : SignatureMark::Unknown);
    }
    return marks;
}

Result<Marks> verifyAll(const Git::Program &git, const QList<Git::ObjectId> &commits,
                        const CancelToken &cancel)
{
    Marks marks = readSigned(git.location(), commits);
    if (git.location().trust != Git::Trust::Trusted)
        return marks;
    for (auto &&[commit, mark] : marks.asKeyValueRange()) {
        if (mark == SignatureMark::None)
            continue;
        const auto signature = Git::verifySignature(git, commit, cancel);
        if (cancel.isCancelled())
            return failCancelled();
        if (signature)
            mark = markOf(signature->state);
    }
    return marks;
}

} // namespace

CommitSignatures::CommitSignatures(RepositoryController &repository, SignatureMarks &marks, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_marks(marks)
    , m_default(this, repository.services().reads)
    , m_verify(this, repository.services().longReads)
{
    connect(&m_marks, &SignatureMarks::wanted, this, &CommitSignatures::take);
    connect(&repository, &RepositoryController::trustChanged, this, [this] {
        m_verify.cancel();
        m_waiting.clear();
        m_marks.forget();
        Q_EMIT runningChanged();
    });
    connect(&repository, &RepositoryController::opened, this, &CommitSignatures::readDefault);
    if (repository.state() == PageState::Ready)
        readDefault();
}

void CommitSignatures::setShown(bool isShown)
{
    m_isChosen = true;
    m_default.cancel();
    show(isShown);
}

void CommitSignatures::readDefault()
{
    if (m_isChosen)
        return;
    m_default.start(
        [where = m_repository.location()](const CancelToken &) { return Git::readShowsSignatures(where); },
        [this](Result<bool> shows) { show(shows.value_or(false)); });
}

void CommitSignatures::show(bool isShown)
{
    m_verify.cancel();
    m_waiting.clear();
    m_marks.setShown(isShown);
    Q_EMIT runningChanged();
}

void CommitSignatures::take(const QList<Git::ObjectId> &commits)
{
    for (const Git::ObjectId &commit : commits) {
        m_waiting.removeOne(commit);
        m_waiting.append(commit);
    }
    if (m_waiting.size() > SignatureMarks::kMostWanted) // scrolled on
        m_waiting = m_waiting.last(SignatureMarks::kMostWanted);
    if (!m_verify.isRunning())
        next();
}

void CommitSignatures::next()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT runningChanged();
        return;
    }
    const QList<Git::ObjectId> some = m_waiting.last(std::min(kTogether, m_waiting.size()));
    m_waiting.resize(m_waiting.size() - some.size());
    m_verify.start([git = m_repository.program(),
                    some](const CancelToken &cancel) { return verifyAll(git, some, cancel); },
                   [this](Result<Marks> marks) {
                       if (marks)
                           m_marks.add(*marks);
                       next();
                   });
    Q_EMIT runningChanged();
}
