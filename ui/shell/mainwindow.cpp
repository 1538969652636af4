// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/repositoryview.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/welcome.h"
#include "ui/theme/theme.h"
#include "ui/transfer/transferdesk.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QBoxLayout>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kMostDropped = 20;

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls().first(std::min(data->urls().size(), kMostDropped)))
        if (url.isLocalFile() && url.host().isEmpty())
            paths += url.toLocalFile();
    return paths;
}

} // namespace

MainWindow::MainWindow(const WorkspaceServices &services, StateFile &state, QList<PageFactory> factories,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_state(state)
    , m_recent(state)
    , m_factories(std::move(factories))
{
    setAcceptDrops(true);
    buildMenus();
    buildCentre();
    const int letter = fontMetrics().averageCharWidth(), line = fontMetrics().height();
    resize(QSize(letter * 180, line * 48).boundedTo(screen()->availableSize()));
    if (m_services.settings)
        connect(m_services.settings, &Settings::changed, this, &MainWindow::applySetting);
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(300ms);
    connect(&m_saveDelay, &QTimer::timeout, this, &MainWindow::saveSession);
    m_welcome->setRecent(m_recent.paths());
    applyTitles();
    applyPageMenu();
}

MainWindow::~MainWindow()
{
    // Pages may report to the status strip while they go; the views must be first.
    m_views.clear();
    qDeleteAll(m_centre->findChildren<RepositoryView *>(Qt::FindDirectChildrenOnly)); // closed ones as well
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    m_tabs = new QTabBar(centre);
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Open repositories"));
    m_tabs->hide();
    m_centre = new QStackedWidget(centre);
    m_welcome = new Welcome({m_open, m_clone}, m_centre);
    m_centre->addWidget(m_welcome);
    m_status = new StatusStrip(centre);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_centre, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_palette = new CommandPalette(this);

    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showCurrent);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &MainWindow::closeTab);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        m_views.move(from, to);
        m_saveDelay.start();
    });
    connect(m_welcome, &Welcome::chosen, this, &MainWindow::openRepository);
}

RepositoryView *MainWindow::currentView() const
{
    return m_views.value(m_tabs->currentIndex());
}

RepositoryView *MainWindow::addView(const QString &path)
{
    auto *view = new RepositoryView(m_services, path, m_factories, m_centre);
    m_views.append(view);
    m_centre->addWidget(view);
    connect(view, &RepositoryView::currentPageChanged, this, [this, view] {
        if (view == currentView())
            applyPageMenu();
    });
    connect(view, &RepositoryView::stateSaveWanted, &m_saveDelay, qOverload<>(&QTimer::start));
    connect(view, &RepositoryView::openWanted, this, &MainWindow::chooseFolder);
    connect(view, &RepositoryView::closeWanted, this, [this, view] { closeTab(int(m_views.indexOf(view))); });
    connect(view, &RepositoryView::paletteWanted, this, &MainWindow::showPalette);
    connect(&view->repository(), &RepositoryController::opened, this, [this, view] { mergeDuplicate(view); });
    connect(&view->repository(), &RepositoryController::stateChanged, this, [this] {
        applyTitles();
        applyPageMenu();
        m_saveDelay.start(); // what failed is not remembered
    });
    connect(&view->repository(), &RepositoryController::trustChanged, this, &MainWindow::applyEnabled);
    connect(&view->context(), &RepositoryContext::repositoryRequested, this, &MainWindow::openRepository,
            Qt::QueuedConnection); // the page that asks may be left by it
    connect(view, &RepositoryView::filesListed, this, [this, view] { showTargets(view); });
    watchTransfers(view);
    watchOperation(view);
    showKeys(view);
    m_tabs->addTab(withoutMnemonic(view->repository().name()));
    m_tabs->setVisible(m_views.size() > 1);
    return view;
}

void MainWindow::openRepository(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    for (int i = 0; i < m_views.size(); ++i) {
        const Git::RepoLocation &where = m_views.at(i)->repository().location();
        const bool isOpenHere = m_views.at(i)->repository().path() == clean ||
                                (!where.workTree.isEmpty() && QFile::decodeName(where.workTree) == clean);
        if (!isOpenHere)
            continue;
        m_tabs->setCurrentIndex(i);
        return;
    }
    addView(clean);
    m_tabs->setCurrentIndex(int(m_views.size()) - 1);
    showCurrent();
}

void MainWindow::mergeDuplicate(RepositoryView *opened)
{
    m_recent.remember(opened->repository().path());
    m_welcome->setRecent(m_recent.paths());
    const auto sameGitDir = [opened](RepositoryView *view) {
        return view != opened && view->repository().state() == PageState::Ready &&
               view->repository().location().gitDir == opened->repository().location().gitDir;
    };
    const auto twin = std::ranges::find_if(m_views, sameGitDir);
    if (twin == m_views.end())
        return;
    // Not now: the opened repository is still telling others that it is open.
    const bool wasCurrent = opened == currentView();
    QMetaObject::invokeMethod(
        this,
        [this, wasCurrent, twin = QPointer(*twin), opened = QPointer(opened)] {
            if (!twin || !opened)
                return;
            closeTab(int(m_views.indexOf(opened.get())));
            if (wasCurrent)
                m_tabs->setCurrentIndex(int(m_views.indexOf(twin.get())));
        },
        Qt::QueuedConnection);
}

void MainWindow::closeTab(int index)
{
    if (index < 0 || index >= m_views.size())
        return;
    RepositoryView *view = m_views.takeAt(index);
    const bool wasShown = m_centre->currentWidget() == view;
    m_centre->removeWidget(view);
    m_tabs->removeTab(index);
    m_tabs->setVisible(m_views.size() > 1);
    showCurrent();
    if (wasShown)
        focusCurrent();
    disconnect(view, nullptr, this, nullptr);
    disconnect(&view->repository(), nullptr, this, nullptr);
    disconnect(&view->transfers().transfers(), nullptr, this, nullptr);
    view->retire();
}

void MainWindow::showCurrent()
{
    if (m_isRestoring)
        return;
    RepositoryView *view = currentView();
    m_centre->setCurrentWidget(view ? static_cast<QWidget *>(view) : m_welcome);
    m_status->setContext(view ? &view->context() : nullptr);
    if (view)
        view->open();
    applyTitles();
    applyPageMenu();
    m_saveDelay.start();
}

// Not left to what comes next in the order of the Tab key: that is a button, which Space would push.
void MainWindow::focusCurrent()
{
    RepositoryView *view = currentView();
    if (!view)
        m_welcome->setFocus(Qt::OtherFocusReason);
    else if (Page *page = view->currentPage())
        page->setFocus(Qt::OtherFocusReason);
    else
        view->setFocus(Qt::OtherFocusReason); // its page takes it when it is there
}

void MainWindow::applyTitles()
{
    for (int i = 0; i < m_views.size(); ++i) {
        const RepositoryController &repository = m_views.at(i)->repository();
        m_tabs->setTabText(i, withoutMnemonic(firstLine(repository.name(), 60)));
        m_tabs->setTabToolTip(i, plainToolTip(repository.path()));
    }
    QString title = tr("Plumbline");
    if (RepositoryView *view = currentView())
        //: %1 the repository's name
        title = tr("%1 – Plumbline").arg(visibleText(view->repository().name()));
    setWindowTitle(title.replace("[*]"_L1, "[*][*]"_L1)); // which Qt reads as the place of the modified mark
}

void MainWindow::stepTab(int step)
{
    if (const int count = m_tabs->count(); count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

void MainWindow::showMessage(const QString &text)
{
    m_status->showMessage(text);
}

void MainWindow::takeAttention()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QString &path : localPaths(event->mimeData()))
        openRepository(path);
    event->acceptProposedAction();
}

bool MainWindow::event(QEvent *event)
{
    // Files may have changed while the user was elsewhere.
    if (event->type() == QEvent::WindowActivate)
        if (RepositoryView *view = currentView(); view && view->repository().state() == PageState::Ready)
            view->repository().note(RepositoryChange::Refs | RepositoryChange::Index |
                                    RepositoryChange::WorkTree);
    return QMainWindow::event(event);
}
