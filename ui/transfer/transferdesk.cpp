// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferdesk.h"

#include "ui/transfer/askdialog.h"
#include "ui/transfer/overwritedialog.h"
#include "ui/transfer/targetdialog.h"
#include "ui/transfer/transferbanner.h"
#include "ui/transfer/transferbar.h"

TransferDesk::TransferDesk(RepositoryController &repository, QWidget *place)
    : QObject(place)
    , m_transfers(repository)
    , m_place(place)
    , m_bar(new TransferBar(repository, m_transfers, place))
    , m_banner(new TransferBanner(place))
{
    connect(m_bar, &TransferBar::wanted, this, &TransferDesk::start);
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

void TransferDesk::fetchAll()
{
    if (isAllowed(TransferKind::Fetch))
        m_transfers.fetchAll();
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

void TransferDesk::choose(TransferKind kind)
{
    auto *dialog = new TargetDialog(kind, m_transfers, m_place);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kind] {
        m_last = dialog->target();
        if (kind == TransferKind::Pull)
            m_transfers.pull(*m_last, {}, dialog->follows());
        else
            m_transfers.push(*m_last, dialog->follows());
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
