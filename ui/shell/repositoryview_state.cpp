// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operation/operationbanner.h"
#include "ui/shell/pagebar.h"
#include "ui/shell/repositoryheader.h"
#include "ui/shell/repositoryview.h"
#include "ui/shell/trustbanner.h"

#include "workspace/pathchoices.h"

using namespace Qt::StringLiterals;

void RepositoryView::connectOperation()
{
    connect(m_operation, &OperationBanner::messageShown, m_context.get(), &RepositoryContext::showMessage);
    m_operation->operation().setMessageSource([context = m_context.get()] { return context->stepMessage(); });
    connect(&m_operation->operation(), &OperationController::messageUsed, m_context.get(),
            &RepositoryContext::stepMessageUsed);
    connect(m_operation, &OperationBanner::trustWanted, m_trust, &TrustBanner::ask);
    connect(m_operation, &OperationBanner::focusLeft, this, [this] { returnFocus(nullptr); });
    connect(m_operation, &OperationBanner::conflictsWanted, this, [this] {
        const QString conflicts = u"conflicts"_s;
        const bool isThere = std::ranges::contains(m_factories, conflicts, &PageFactory::id);
        showPage(isThere ? conflicts : u"changes"_s);
    });
}

std::optional<std::chrono::milliseconds> RepositoryView::loadTime(const QString &id) const
{
    const auto found = m_loadTimes.constFind(id);
    return found == m_loadTimes.cend() ? std::nullopt : std::optional(*found);
}

void RepositoryView::focusPageBar()
{
    m_bar->focusCurrent();
}

void RepositoryView::listFiles()
{
    if (!m_files) {
        m_files = new PathChoices(*m_repository, this);
        connect(m_files->names(), &QAbstractItemModel::modelReset, this, &RepositoryView::filesListed);
    }
    m_files->load();
}

void RepositoryView::setShortcuts(const std::function<QKeySequence(const QString &id)> &keysOf)
{
    for (const PageFactory &factory : std::as_const(m_factories))
        m_bar->setShortcut(factory.id, keysOf(u"view."_s + factory.id));
    m_header->setShortcuts(keysOf(u"view.refresh"_s), keysOf(u"view.palette"_s));
}

QJsonObject RepositoryView::saveState() const
{
    QJsonObject pages = m_pageStates;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
        pages.insert(page.key(), page.value()->saveState());
    return {{u"path"_s, m_repository->path()}, {u"page"_s, m_currentId}, {u"pages"_s, pages}};
}

void RepositoryView::restoreState(const QJsonObject &state)
{
    m_currentId = state.value("page"_L1).toString();
    m_pageStates = state.value("pages"_L1).toObject();
}
