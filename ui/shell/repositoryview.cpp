// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/repositoryview.h"

#include "ui/operation/operationbanner.h"
#include "ui/shell/lockoffers.h"
#include "ui/shell/pagebar.h"
#include "ui/shell/repositoryheader.h"
#include "ui/shell/trustbanner.h"
#include "ui/shell/undobanner.h"
#include "ui/shell/usershortcut.h"
#include "ui/transfer/transferbanner.h"
#include "ui/transfer/transferdesk.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool takesText(const QWidget *focus)
{
    const auto *edit = qobject_cast<const QPlainTextEdit *>(focus);
    return focus && focus->isVisible() &&
           (qobject_cast<const QLineEdit *>(focus) || (edit && !edit->isReadOnly()));
}

} // namespace

RepositoryView::RepositoryView(const WorkspaceServices &services, const QString &path,
                               const QList<PageFactory> &factories, QWidget *parent)
    : QWidget(parent)
    , m_factories(factories)
    , m_repository(std::make_unique<RepositoryController>(services, path))
    , m_context(std::make_unique<RepositoryContext>(*m_repository))
{
    new LockOffers(*m_context, this);
    m_stack = new StateStack(*m_repository, makeContent(), this);
    m_stack->setLoadingText(tr("Opening…"));
    offerWaysOut();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);

    connect(m_repository.get(), &RepositoryController::opened, this, &RepositoryView::start);
    connect(m_context.get(), &RepositoryContext::trustRequested, m_trust, &TrustBanner::ask);
    connect(m_context.get(), &RepositoryContext::pageRequested, this, &RepositoryView::showPage);
    // Where the system tells of no changes they are looked for, as long as somebody is there.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_repository.get(),
            [this](Qt::ApplicationState now) { m_repository->setActive(now == Qt::ApplicationActive); });
}

RepositoryView::~RepositoryView()
{
    // Pages refer to the repository and the context, which as members would go before the child widgets.
    delete m_stack;
}

QWidget *RepositoryView::makeContent()
{
    auto *content = new QWidget(this);
    m_bar = new PageBar(content);
    m_trust = new TrustBanner(*m_repository, content);
    m_stackOfPages = new QStackedWidget(content);
    m_transfers = new TransferDesk(*m_repository, content);
    m_undo = new UndoBanner(*m_context, content);
    m_operation = new OperationBanner(*m_repository, content);
    m_header = new RepositoryHeader(*m_repository, content);
    m_header->addTransfers(m_transfers->bar());
    for (const PageFactory &factory : m_factories)
        if (!factory.isOnDemand)
            m_bar->addPage(factory.id, factory.title, factory.iconName, {});
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_trust);
    column->addWidget(m_operation);
    column->addWidget(m_transfers->banner());
    column->addWidget(m_undo);
    column->addWidget(m_stackOfPages, 1);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_bar);
    row->addLayout(column, 1);
    connect(m_bar, &PageBar::pageChosen, this, [this](const QString &id) { showPage(id); });
    connect(m_header, &RepositoryHeader::paletteWanted, this, &RepositoryView::paletteWanted);
    connect(m_trust, &TrustBanner::shownChanged, m_header, &RepositoryHeader::setBannerShown);
    connect(m_trust, &TrustBanner::focusReturned, this, &RepositoryView::returnFocus);
    connect(m_header, &RepositoryHeader::trustWanted, m_trust, &TrustBanner::ask);
    connect(m_transfers, &TransferDesk::messageShown, m_context.get(), &RepositoryContext::showMessage);
    connect(m_context.get(), &RepositoryContext::fetchRequested, m_transfers, &TransferDesk::fetch);
    connect(m_context.get(), &RepositoryContext::tagPushRequested, m_transfers, &TransferDesk::pushTag);
    connect(m_context.get(), &RepositoryContext::removalRequested, m_transfers, &TransferDesk::removeThere);
    connect(&m_transfers->transfers(), &TransfersController::changed, m_context.get(), [this] {
        QList<QByteArray> names;
        for (const Git::Remote &remote : m_transfers->transfers().setup().remotes)
            names += remote.name;
        m_context->setRemotes(names);
    });
    connect(m_transfers, &TransferDesk::changesWanted, this, [this] { showPage(u"changes"_s); });
    connectOperation();
    return content;
}

void RepositoryView::open()
{
    if (std::exchange(m_isOpening, true))
        return;
    m_repository->refresh();
}

void RepositoryView::stopWork()
{
    for (Page *page : std::as_const(m_pages))
        page->stopWork();
    m_transfers->transfers().cancel();
}

bool RepositoryView::isWriting() const
{
    return m_repository->writes().isBusy() || m_transfers->transfers().isBusy();
}

void RepositoryView::retire()
{
    hide();
    stopWork();
    if (!isWriting()) {
        deleteLater();
        return;
    }
    // Deleting waits for the write that runs, and a hook may take its time to end.
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this] {
        if (!isWriting())
            deleteLater();
    });
    poll->start(50ms);
}

void RepositoryView::start()
{
    const auto known = std::ranges::find(m_factories, m_currentId, &PageFactory::id);
    if (known == m_factories.end() || known->isOnDemand)
        m_currentId.clear();
    if (m_currentId.isEmpty() && !m_factories.isEmpty())
        m_currentId = m_factories.first().id;
    if (!m_currentId.isEmpty())
        showPage(std::exchange(m_currentId, {}));
}

Page *RepositoryView::page(const QString &id)
{
    if (Page *made = m_pages.value(id))
        return made;
    const auto factory = std::ranges::find(m_factories, id, &PageFactory::id);
    return factory == m_factories.end() ? nullptr : makePage(*factory);
}

Page *RepositoryView::makePage(const PageFactory &factory)
{
    const QString &id = factory.id;
    if (factory.isOnDemand)
        m_bar->addPage(id, factory.title, factory.iconName, {});
    QElapsedTimer loading;
    loading.start();
    Page *page = factory.make(*m_context);
    const auto noteLoaded = [this, id, page, loading] {
        if (page->controller().state() != PageState::Loading && !m_loadTimes.contains(id))
            m_loadTimes.insert(id, std::chrono::milliseconds(loading.elapsed()));
    };
    noteLoaded();
    connect(&page->controller(), &PageController::stateChanged, this, noteLoaded);
    page->setObjectName(id);
    page->setAccessibleName(factory.title);
    page->restoreState(m_pageStates.value(id).toObject());
    m_pages.insert(id, page);
    m_stackOfPages->addWidget(page);
    for (QAction *command : page->flatCommands())
        applyUserShortcut(command, m_repository->services().settings);
    connect(page, &Page::badgeChanged, this, [this, id, page] { m_bar->setBadge(id, page->badge()); });
    connect(page, &Page::stateSaveWanted, this, &RepositoryView::stateSaveWanted);
    connect(page, &Page::undoWanted, &m_repository->undo(), [this] { m_repository->undo().undoLast(); });
    if (factory.isOnDemand)
        connect(page, &Page::closeWanted, this, [this, id] { closePage(id); });
    connect(&page->controller(), &PageController::stateChanged, this, &RepositoryView::makeEarlyPages);
    m_bar->setBadge(id, page->badge());
    return page;
}

void RepositoryView::closePage(const QString &id)
{
    Page *leaving = m_pages.take(id);
    if (!leaving)
        return;
    m_pageStates.insert(id, leaving->saveState());
    m_loadTimes.remove(id);
    m_bar->removePage(id);
    leaving->stopWork();
    if (m_currentId == id)
        showPage(m_regularId);
    m_stackOfPages->removeWidget(leaving);
    leaving->deleteLater(); // its own command closes it
}

void RepositoryView::makeEarlyPages()
{
    Page *current = currentPage();
    if (!current || current->controller().state() == PageState::Loading)
        return;
    for (const PageFactory &factory : std::as_const(m_factories)) {
        if (!factory.isMadeEarly || m_pages.contains(factory.id))
            continue;
        // One per turn of the event loop, so that input goes between.
        QMetaObject::invokeMethod(
            this,
            [this, id = factory.id] {
                page(id);
                makeEarlyPages();
            },
            Qt::QueuedConnection);
        return;
    }
}

void RepositoryView::showPage(const QString &id, const QVariant &argument)
{
    if (m_repository->state() != PageState::Ready) {
        m_currentId = id; // shown once open
        return;
    }
    Page *shown = page(id);
    if (!shown)
        return;
    const bool isOther = id != m_currentId;
    m_currentId = id;
    const auto factory = std::ranges::find(m_factories, id, &PageFactory::id);
    if (!factory->isOnDemand)
        m_regularId = id;
    m_bar->setCurrent(id);
    m_stackOfPages->setCurrentWidget(shown);
    if (argument.isValid())
        shown->openArgument(argument);
    focusPage(shown);
    if (isOther) {
        Q_EMIT currentPageChanged();
        Q_EMIT stateSaveWanted();
    }
    makeEarlyPages();
}

// The keys of a page work while the focus is in it. Somebody who writes goes on writing.
void RepositoryView::focusPage(Page *page)
{
    if (isVisible() && !takesText(window()->focusWidget()))
        page->setFocus(Qt::OtherFocusReason);
}

void RepositoryView::returnFocus(QWidget *before)
{
    if (before && before->isVisible() && before->isEnabled() && m_stackOfPages->isAncestorOf(before))
        before->setFocus(Qt::OtherFocusReason);
    else if (Page *page = currentPage())
        page->setFocus(Qt::OtherFocusReason);
}

void RepositoryView::offerWaysOut()
{
    connect(m_stack->failure()->addButton(tr("Open repository…")), &QPushButton::clicked, this,
            &RepositoryView::openWanted);
    // Later: closing deletes the button that is still being clicked.
    connect(m_stack->failure()->addButton(tr("Close tab")), &QPushButton::clicked, this,
            &RepositoryView::closeWanted, Qt::QueuedConnection);
}
