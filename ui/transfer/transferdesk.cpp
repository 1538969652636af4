// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferdesk.h"

#include "ui/transfer/askdialog.h"
#include "ui/transfer/overwritedialog.h"
#include "ui/transfer/targetdialog.h"
#include "ui/transfer/transferbanner.h"
#include "ui/transfer/transferbar.h"
#include "ui/widgets/confirmdialog.h"

#include "base/text.h"
#include "workspace/branches/branchnames.h"

TransferDesk::TransferDesk(RepositoryController &repository, QWidget *place)
    : QObject(place)
    , m_transfers(repository)
    , m_place(place)
    , m_bar(new TransferBar(repository, m_transfers, place))
    , m_banner(new TransferBanner(place))
{
    connect(m_bar, &TransferBar::wanted, this, &TransferDesk::start);
    connect(m_bar, &TransferBar::pullWanted, this, &TransferDesk::pull);
    connect(&m_transfers, &TransfersController::changed, this, [this] {
        if (m_transfers.isRunning())
            m_banner->hide(); // of what was before
    });
    connect(&m_transfers, &TransfersController::succeeded, this, &TransferDesk::messageShown);
    connect(&m_transfers, &TransfersController::lossRead, this, &TransferDesk::askOverwrite);
    connect(&m_transfers.questions(), &Questions::asked, this, &TransferDesk::ask);
    connect(&m_transfers.questions(), &Questions::withdrawn, this, &TransferDesk::withdraw);
    connect(&m_transfers.questions(), &Questions::noticed, this, &TransferDesk::messageShown);
    connectBanner();
}

TransferDesk::~TransferDesk()
{
    delete m_bar; // it refers to the controller, which goes before the place's children
}

void TransferDesk::connectBanner()
{
    connect(&m_transfers, &TransfersController::failed, m_banner, &TransferBanner::showFailure);
    connect(&m_transfers, &TransfersController::conflicted, m_banner, &TransferBanner::showConflict);
    connect(m_banner, &TransferBanner::changesWanted, this, &TransferDesk::changesWanted);
    connect(m_banner, &TransferBanner::wayChosen, this, &TransferDesk::goOn);
    connect(m_banner, &TransferBanner::integrationChosen, this, [this](Git::PullWay way) {
        if (const auto from = m_last ? m_last : m_transfers.target(TransferKind::Pull))
            m_transfers.pull(*from, way);
    });
}

bool TransferDesk::isAllowed(TransferKind kind)
{
    const QString problem = m_transfers.problem(kind);
    if (!problem.isEmpty())
        Q_EMIT messageShown(problem);
    return problem.isEmpty();
}

void TransferDesk::start(TransferKind kind)
{
    if (!isAllowed(kind))
        return;
    const auto target = m_transfers.target(kind);
    if (kind == TransferKind::Fetch) {
        m_transfers.fetch();
    } else if (!target) {
        choose(kind);
    } else {
        m_last = target;
        if (kind == TransferKind::Pull)
            m_transfers.pull(*target);
        else
            m_transfers.push(*target);
    }
}

void TransferDesk::pull(Git::PullWay way)
{
    if (!isAllowed(TransferKind::Pull))
        return;
    m_last = m_transfers.target(TransferKind::Pull);
    if (m_last)
        m_transfers.pull(*m_last, way);
    else
        choose(TransferKind::Pull, way);
}

void TransferDesk::pushWithTags()
{
    if (!isAllowed(TransferKind::Push))
        return;
    m_last = m_transfers.target(TransferKind::Push);
    if (m_last)
        m_transfers.push(*m_last, {.takesTags = true});
    else
        choose(TransferKind::Push, {}, true);
}

void TransferDesk::pushTag(const QByteArray &remote, const QByteArray &tag)
{
    if (isAllowed(TransferKind::Fetch)) // it needs no branch
        m_transfers.pushTag(remote, tag);
}

void TransferDesk::removeThere(const QByteArray &remote, const QByteArray &ref, const Git::ObjectId &expected,
                               qsizetype ownCommits)
{
    if (!isAllowed(TransferKind::Fetch))
        return;
    const bool isTag = ref.startsWith("refs/tags/");
    const QString name = shownBranch(ref), there = displayPath(remote);
    QString text =
        isTag ? //: %1: a tag; %2: name of a remote
            tr("The tag %1 is deleted at %2, for everybody, as long as it is the same there as here. It "
               "stays here.")
                .arg(name, there)
              //: %1: a branch; %2: name of a remote; %3: the short id of a commit
              : tr("The branch %1 is deleted at %2, for everybody, as long as it is at %3 there.")
                    .arg(name, there, expected.abbreviated());
    if (ownCommits > 0)
        text += u' ' + tr("%n commit(s) are on no other branch or tag here: a branch made of it first keeps "
                          "them.",
                          nullptr, static_cast<int>(ownCommits));
    text += u' ' + tr("Undo does not reach the remote.");
    //: %1: name of a remote
    auto *dialog = new ConfirmDialog(
        isTag ? tr("Delete tag at %1").arg(there) : tr("Delete branch at %1").arg(there), text,
        //: %1: a branch or tag; %2: name of a remote
        tr("Delete %1 at %2").arg(name, there), m_place);
    connect(dialog, &QDialog::accepted, this, [this, isTag, remote, ref, expected] {
        if (isTag)
            m_transfers.removeTagThere(remote, ref);
        else
            m_transfers.removeThere({remote, ref}, expected);
    });
    dialog->open();
}

void TransferDesk::askToSkipHook()
{
    auto *dialog = new ConfirmDialog(
        tr("Push without the hook"),
        tr("The pre-push hook refused this push. Without it, what it checks is not checked, and what it does "
           "beside is not done. This holds for this one push."),
        tr("Push without the hook"), m_place);
    connect(dialog, &QDialog::accepted, this, [this] { m_transfers.pushWithoutHook(); });
    dialog->open();
}

void TransferDesk::fetchAll()
{
    if (isAllowed(TransferKind::Fetch))
        m_transfers.fetchAll();
}

void TransferDesk::fetch(const QByteArray &remote, bool prunes)
{
    if (isAllowed(TransferKind::Fetch))
        m_transfers.fetch(remote, prunes ? Pruning::Remove : Pruning::AsConfigured);
}

void TransferDesk::pushElsewhere()
{
    if (isAllowed(TransferKind::Push))
        choose(TransferKind::Push);
}

void TransferDesk::overwrite()
{
    if (!isAllowed(TransferKind::Push))
        return;
    if (const auto target = m_transfers.target(TransferKind::Push))
        m_transfers.readLoss(*target);
    else
        choose(TransferKind::Push);
}

void TransferDesk::choose(TransferKind kind, std::optional<Git::PullWay> way, bool takesTags)
{
    auto *dialog = new TargetDialog(kind, m_transfers, m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind, way, takesTags] {
        m_last = dialog->target();
        if (kind == TransferKind::Pull)
            m_transfers.pull(*m_last, way, dialog->follows());
        else
            m_transfers.push(*m_last, {.follows = dialog->follows(), .takesTags = takesTags});
    });
    dialog->open();
}

void TransferDesk::goOn(TransferKind kind, TransferWay way)
{
    switch (way) {
    case TransferWay::Pull:
        if (m_last)
            m_transfers.pull(*m_last);
        break;
    case TransferWay::Overwrite:
        if (m_last)
            m_transfers.readLoss(*m_last);
        break;
    case TransferWay::Choose:
        choose(kind == TransferKind::Fetch ? TransferKind::Pull : kind);
        break;
    case TransferWay::AllowHttp:
        m_transfers.allowHttp();
        break;
    case TransferWay::SkipHook:
        askToSkipHook();
        break;
    case TransferWay::Retry:
        m_transfers.retry();
        break;
    case TransferWay::Integrate: // has buttons of its own
        break;
    }
}

void TransferDesk::askOverwrite(const OverwriteLoss &loss)
{
    m_last = TransferTarget{loss.remote, loss.destination};
    auto *dialog = new OverwriteDialog(loss, m_transfers.targetText(*m_last), m_place);
    connect(dialog, &QDialog::accepted, this, [this, loss] { m_transfers.overwrite(loss); });
    dialog->open();
}

void TransferDesk::ask(const Question &question)
{
    auto *dialog = new AskDialog(question, m_transfers.doing(), m_place);
    m_asking += dialog;
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_transfers.questions().answer(dialog->number(), dialog->takeAnswer()); });
    connect(dialog, &QDialog::rejected, this,
            [this, dialog] { m_transfers.questions().refuse(dialog->number()); });
    dialog->open();
}

void TransferDesk::withdraw(quint64 number)
{
    m_asking.removeAll(nullptr);
    for (const QPointer<AskDialog> &dialog : std::as_const(m_asking)) {
        if (dialog->number() == number)
            dialog->close();
    }
}
