// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remotes/remotespage.h"

#include "base/text.h"
#include "ui/files/keyedlist.h"
#include "ui/remotes/remotedialog.h"
#include "ui/shell/bannerwatch.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/branches/branchnames.h"

#include <QSplitter>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNamed = 8; // of what goes with a remote

QString namesOf(const QList<QByteArray> &refs)
{
    QStringList names;
    for (const QByteArray &ref : refs.first(std::min(refs.size(), kMostNamed)))
        names += shownBranch(ref);
    if (refs.size() > kMostNamed)
        names += RemotesPage::tr("and %n more", nullptr, static_cast<int>(refs.size() - kMostNamed));
    return names.join(u", "_s);
}

} // namespace

RemotesPage::RemotesPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_actions(context.repository())
    , m_error(new ErrorBanner(this))
    , m_list(new KeyedList(m_controller.items(), this))
    , m_branches(new KeyedList(m_branchNames, this))
    , m_title(new PlainLabel(this))
    , m_about(new PlainLabel(this))
    , m_fetchAddress(new PlainLabel(this))
    , m_pushAddress(new PlainLabel(this))
    , m_settings(new PlainLabel(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    layOut();
    new BannerWatch(m_error, this, {&m_controller.items()});
    connectActions();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RemotesPage::showRemote);
    connect(m_list, &QAbstractItemView::activated, this, [this] { act(&RemotesPage::askAddresses); });
    connect(m_list, &KeyedList::diffRequested, m_branches, qOverload<>(&QWidget::setFocus));
    connect(&m_controller, &RemotesController::remotesChanged, this, &RemotesPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_columns, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showRemote();
}

QString RemotesPage::pageId()
{
    return u"remotes"_s;
}

QList<PageCommand> RemotesPage::declaredCommands()
{
    return {{u"remotes.add"_s, tr("Add remote…")},
            {u"remotes.fetch"_s, tr("Fetch"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
            {u"remotes.prune"_s, tr("Fetch and prune")},
            {u"remotes.rename"_s, tr("Rename…"), QKeySequence(Qt::Key_F2)},
            {u"remotes.addresses"_s, tr("Change addresses…")},
            {u"remotes.remove"_s, tr("Remove…"), QKeySequence(Qt::Key_Delete)},
            {u"remotes.close"_s, tr("Close remotes"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

void RemotesPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    m_add = addCommand(declared[0]);
    connect(m_add, &QAction::triggered, this, &RemotesPage::add);
    addCommandSeparator();
    const std::array<Step, 5> steps{&RemotesPage::fetch, &RemotesPage::prune, &RemotesPage::askName,
                                    &RemotesPage::askAddresses, &RemotesPage::askRemoval};
    for (size_t at = 0; at < steps.size(); ++at) {
        QAction *action = addCommand(declared[static_cast<qsizetype>(at) + 1]);
        connect(action, &QAction::triggered, this, [this, step = steps[at]] { act(step); });
        m_ofRemote += action;
    }
    m_ofRemote[1]->setToolTip(
        plainToolTip(tr("Fetches, and drops the branches here that are gone at the remote")));
    addCommandSeparator();
    m_close = addCommand(declared.last());
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

void RemotesPage::connectActions()
{
    connect(&m_actions, &RepositoryActions::runningChanged, this, [this] {
        if (m_actions.isRunning())
            m_work = m_context.work().add(m_actions.doing());
        else
            m_work.finish();
    });
    connect(&m_actions, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_actions, &RepositoryActions::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(&m_actions, &RemoteActionsController::named, this,
            [this](const QByteArray &remote) { m_wanted = remote; });
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
}

bool RemotesPage::mayWrite()
{
    m_error->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

const Git::Remote *RemotesPage::current() const
{
    return const_cast<RemotesController &>(m_controller).items().remote(m_list->currentIndex().row());
}

void RemotesPage::act(Step step)
{
    const Git::Remote *remote = current();
    if (remote && mayWrite())
        (this->*step)(Git::Remote(*remote)); // the list may change meanwhile
}

void RemotesPage::add()
{
    if (!mayWrite())
        return;
    auto *dialog = new RemoteDialog(m_controller, nullptr, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_actions.add(dialog->name(), dialog->address(), dialog->pushAddress()); });
    dialog->open();
}

void RemotesPage::fetch(const Git::Remote &remote)
{
    m_context.requestFetch(remote.name, false);
}

void RemotesPage::prune(const Git::Remote &remote)
{
    m_context.requestFetch(remote.name, true);
}

void RemotesPage::askName(const Git::Remote &remote)
{
    auto *dialog =
        //: %1: name of a remote
        new NameDialog(
            {.title = tr("Rename %1").arg(displayPath(remote.name)),
             .explanation = tr("Its branches here and what follows them are renamed along."),
             .name = tr("New name of the remote"),
             .text = QString::fromUtf8(remote.name),
             .action = tr("Rename"),
             .choices = {},
             .problemOf = [this, name = remote.name](
                              const QString &text) { return m_controller.nameProblem(text, name); }},
            this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, name = remote.name] { m_actions.rename(name, dialog->text()); });
    dialog->open();
}

void RemotesPage::askAddresses(const Git::Remote &remote)
{
    auto *dialog = new RemoteDialog(m_controller, &remote, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = remote.name] {
        m_actions.setAddresses(name, dialog->newAddress(), dialog->newPushAddress());
    });
    dialog->open();
}

QString RemotesPage::removalText(const Git::Remote &remote) const
{
    const RemoteLoss loss = m_controller.lossOf(remote.name);
    //: %1: name of a remote; %2: its address
    QStringList parts{tr("%1 (%2) is taken out of the configuration.")
                          .arg(displayPath(remote.name), Git::displayUrl(remote.fetchUrl))};
    if (!loss.branches.isEmpty())
        //: %1: branches
        parts += tr("%n remote branch(es) go with it: %1. A fetch from the address brings back what is still "
                    "there.",
                    nullptr, static_cast<int>(loss.branches.size()))
                     .arg(namesOf(loss.branches));
    if (!loss.followers.isEmpty())
        //: %1: branches
        parts +=
            tr("%n branch(es) then follow nothing: %1.", nullptr, static_cast<int>(loss.followers.size()))
                .arg(namesOf(loss.followers));
    return parts.join(u"\n\n"_s);
}

void RemotesPage::askRemoval(const Git::Remote &remote)
{
    //: %1: name of a remote
    auto *dialog = new ConfirmDialog(tr("Remove remote"), removalText(remote),
                                     tr("Remove %1").arg(displayPath(remote.name)), this);
    connect(dialog, &QDialog::accepted, this, [this, name = remote.name] {
        if (mayWrite())
            m_actions.remove(name);
    });
    dialog->open();
}

// What was named, else what was chosen, else the one that is in its place.
void RemotesPage::keepChoice()
{
    const int wanted = m_controller.items().rowOf(m_wanted);
    if (wanted >= 0)
        m_wanted.clear();
    const int rows = m_controller.items().rowCount();
    const int row = std::clamp(wanted >= 0 ? wanted : m_list->currentIndex().row(), 0, std::max(0, rows - 1));
    if (rows > 0 && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_controller.items().index(row));
    else
        showRemote();
    if (hasFocus() && m_list->isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
}

void RemotesPage::showRemote()
{
    const Git::Remote *remote = current();
    for (QAction *action : std::as_const(m_ofRemote))
        action->setEnabled(remote);
    m_title->setText(remote ? displayPath(remote->name) : QString());
    m_fetchAddress->setText(remote ? Git::displayUrl(remote->fetchUrl) : QString());
    m_pushAddress->setText(!remote                               ? QString()
                           : remote->pushUrl == remote->fetchUrl ? tr("the same")
                                                                 : Git::displayUrl(remote->pushUrl));
    QStringList specs, names;
    for (const QByteArray &spec : remote ? remote->fetchSpecs : QList<QByteArray>())
        specs += displayPath(spec);
    m_settings->setText(specs.isEmpty() && remote ? tr("none: a fetch brings no branches")
                                                  : specs.join(u"\n"_s));
    for (const QByteArray &ref : remote ? m_controller.lossOf(remote->name).branches : QList<QByteArray>())
        names += shownBranch(ref);
    if (names != m_branchNames.stringList())
        m_branchNames.setStringList(names);
    m_about->setText(!remote ? QString()
                     : names.isEmpty()
                         ? tr("Nothing of it is fetched yet")
                         : tr("%n remote branch(es) here", nullptr, static_cast<int>(names.size())));
}

void RemotesPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

QJsonObject RemotesPage::saveState() const
{
    return {{u"columns"_s, QString::fromLatin1(m_columns->saveState().toBase64())}};
}

void RemotesPage::restoreState(const QJsonObject &state)
{
    m_columns->restoreState(QByteArray::fromBase64(state.value("columns"_L1).toString().toLatin1()));
    m_columns->setHandleWidth(1);
}
