// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/rebasecontroller.h"

#include "base/text.h"
#include "git/log.h"
#include "git/sequence/hookrefusal.h"
#include "git/sequence/rebase.h"
#include "workspace/sequence/operationwords.h"
#include "workspace/sequence/signing.h"

using namespace Qt::StringLiterals;

RebaseController::RebaseController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_read(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::refsChanged, this, &RebaseController::refresh);
    connect(&repository, &RepositoryController::trustChanged, this, [this] {
        if (m_wish && state() == PageState::Failed)
            plan(*m_wish);
        Q_EMIT changed();
    });
    connect(&repository, &RepositoryController::infoChanged, this, &RebaseController::changed);
    connect(&m_items, &QAbstractItemModel::modelReset, this, &RebaseController::changed);
    connect(&m_items, &QAbstractItemModel::rowsMoved, this, &RebaseController::changed);
    connect(&m_items, &QAbstractItemModel::dataChanged, this, &RebaseController::changed);
    setEmpty();
}

void RebaseController::refresh()
{
    if (m_wish && !m_isRunning && !m_items.isChanged())
        plan(*m_wish);
    else
        Q_EMIT changed();
}

void RebaseController::startOver()
{
    if (m_wish && !m_isRunning)
        plan(*m_wish);
}

void RebaseController::planFrom(const Git::ObjectId &base)
{
    plan({.base = base, .onto = {}, .upstream = {}});
}

void RebaseController::planOnto(const Git::ObjectId &onto)
{
    plan({.base = {}, .onto = onto, .upstream = {}});
}

void RebaseController::planUnpublished()
{
    const Git::Refs &refs = m_repository.refs();
    const auto head = std::ranges::find(refs.all, refs.head.branch, &Git::Ref::name);
    const auto upstream = head == refs.all.cend()
                              ? refs.all.cend()
                              : std::ranges::find(refs.all, head->upstream, &Git::Ref::name);
    if (upstream != refs.all.cend() && !upstream->target.isNull())
        plan({.base = {}, .onto = {}, .upstream = upstream->target});
}

Result<RebaseController::Planned> RebaseController::readPlan(const Git::Program &git, const Wish &wish,
                                                             const CancelToken &cancel)
{
    Git::ObjectId base = wish.base;
    if (base.isNull()) {
        const auto found = Git::readMergeBase(git, wish.onto.isNull() ? wish.upstream : wish.onto, cancel);
        if (!found)
            return std::unexpected(found.error());
        base = *found;
    }
    auto plan = Git::planRebase(git.location(), base, cancel);
    if (!plan)
        return std::unexpected(plan.error());
    const auto size = Git::readRebaseSize(git, {.onto = base, .upstream = base, .expectedHead = {}}, cancel);
    if (!size)
        return std::unexpected(size.error());
    Planned planned{.plan = *std::move(plan), .rows = {}, .onto = wish.onto, .published = size->published};
    for (const Git::RebaseStep &step : std::as_const(planned.plan.steps)) {
        if (cancel.isCancelled())
            return failCancelled();
        const auto details = Git::readCommit(git.location(), step.commit);
        if (!details)
            return std::unexpected(details.error());
        // In a line without merges those that a remote branch reaches are the oldest.
        planned.rows += RebaseItems::Row{.step = step,
                                         .commit = details->commit,
                                         .message = details->message,
                                         .isPublished = planned.rows.size() < size->published};
    }
    return planned;
}

void RebaseController::plan(const Wish &wish)
{
    m_wish = wish;
    if (!m_repository.isTrusted()) {
        setFailed({.kind = ErrorKind::Denied,
                   .message = tr("Nothing can be rebased in a repository that is not trusted.")});
        return;
    }
    setLoading();
    m_read.start([wish, git = m_repository.program()](
                     const CancelToken &cancel) { return readPlan(git, wish, cancel); },
                 [this](const Result<Planned> &planned) {
                     if (planned)
                         take(*planned);
                     else if (planned.error().kind != ErrorKind::Cancelled)
                         setGone(planned.error());
                     Q_EMIT changed();
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void RebaseController::take(const Planned &planned)
{
    m_plan = planned.plan;
    m_onto = planned.onto;
    m_published = planned.published;
    m_items.setRows(planned.rows);
    if (planned.rows.isEmpty())
        setEmpty();
    else
        setReady();
}

QString RebaseController::branch() const
{
    const Git::Head &head = m_repository.refs().head;
    const Git::Ref ref{.name = head.branch, .kind = Git::RefKind::LocalBranch};
    return head.state == Git::HeadState::Branch ? displayPath(ref.shortName()) : u"HEAD"_s;
}

bool RebaseController::hasMoved() const
{
    return m_repository.refs().head.target != m_plan.head;
}

QString RebaseController::sentence() const
{
    const int count = m_items.rowCount();
    const auto &refs = m_repository.refs();
    if (isOnto())
        //: %1: a branch; %2: a branch or the short id of a commit
        return tr("Rebase %n commit(s) of %1 onto %2", nullptr, count)
            .arg(branch(), OperationWords::nameOf(m_onto, refs));
    //: %1: a branch; %2: the short id of a commit
    return tr("Rebase %n commit(s) of %1 since %2", nullptr, count).arg(branch(), m_plan.base.abbreviated());
}

QString RebaseController::warning() const
{
    if (state() != PageState::Ready)
        return {};
    if (hasMoved())
        return tr("The branch has moved since this was read. Start over to see it as it is.");
    if (m_published > 0)
        return tr("%n of these commit(s) are published: whoever has them has to bring both histories "
                  "together.",
                  nullptr, static_cast<int>(m_published));
    return {};
}

QString RebaseController::summary() const
{
    using Action = RebaseItems::Action;
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts += text;
    };
    const int dropped = m_items.count(Action::Drop),
              joined = m_items.count(Action::Squash) + m_items.count(Action::Fixup),
              reworded = m_items.count(Action::Reword), edited = m_items.count(Action::Edit);
    add(dropped, tr("%n dropped", nullptr, dropped));
    add(joined, tr("%n joined", nullptr, joined));
    add(reworded, tr("%n reworded", nullptr, reworded));
    add(edited, tr("%n to be edited", nullptr, edited));
    if (parts.isEmpty() && m_items.isChanged())
        parts += tr("reordered");
    return parts.join(u", "_s);
}

QString RebaseController::problem() const
{
    if (m_isRunning)
        return tr("The rebase is running");
    if (state() != PageState::Ready)
        return tr("Nothing is planned");
    if (m_repository.info().operation != Git::Operation::None)
        return tr("Another operation is in progress");
    if (hasMoved())
        return tr("The branch has moved since this was read");
    if (!isOnto() && !m_items.isChanged())
        return tr("Nothing is changed");
    return m_items.problem();
}

void RebaseController::cancel()
{
    if (m_isRunning)
        m_cancel.cancel();
}

void RebaseController::start(bool skipsHook)
{
    if (!problem().isEmpty())
        return;
    m_isRunning = true;
    Q_EMIT runningChanged();
    Q_EMIT changed();
    Git::RebasePlan plan{.base = m_plan.base, .head = m_plan.head, .steps = m_items.steps()};
    m_cancel = m_repository.writes().add<Git::SequenceEnd>(
        this,
        [plan, skipsHook, onto = m_onto, signing = Signing(m_repository)](const CancelToken &cancel) {
            const SigningRunner runner(signing);
            const Git::Program git = runner.git();
            if (onto.isNull())
                return Git::runRebase(git, plan, {}, cancel, skipsHook);
            return Git::rebaseOnto(
                git, {.onto = onto, .upstream = plan.base, .expectedHead = plan.head, .skipsHook = skipsHook},
                {}, cancel);
        },
        [this](const Result<Git::SequenceEnd> &end) { finish(end); });
}

void RebaseController::finish(const Result<Git::SequenceEnd> &end)
{
    m_isRunning = false;
    if (end) {
        m_wish.reset();
        m_items.setRows({});
        setEmpty();
    }
    Q_EMIT runningChanged();
    Q_EMIT changed();
    m_repository.note(kEverything);
    if (!end) {
        if (Git::isRebaseHookRefusal(end.error()))
            Q_EMIT hookRefused(end.error());
        else if (end.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(end.error());
        return;
    }
    switch (end->outcome) {
    case Git::SequenceOutcome::Conflicts:
        Q_EMIT finished(tr("The rebase stopped at conflicts in %n file(s)", nullptr,
                           static_cast<int>(end->conflicts.size())));
        return;
    case Git::SequenceOutcome::Stopped:
        Q_EMIT finished(tr("The rebase stopped for a commit to be edited"));
        return;
    default:
        //: %1: a branch
        Q_EMIT finished(tr("Rebased %1").arg(branch()));
    }
}
