// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages.h"
#include "tests/ui/pagefixture.h"
#include "ui/shell/repositoryview.h"

namespace Tests {

/// A repository's tab with all pages of the program.
class OpenTab
{
    Q_DISABLE_COPY_MOVE(OpenTab)

public:
    /// cacheFolder: without one nothing is kept of the user, either.
    explicit OpenTab(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Unknown,
                     const QByteArray &cacheFolder = {})
        : view(withTrust(services.workspace(), trust, cacheFolder), repo.path(), makePageFactories())
    {
        view.resize(1280, 840);
        view.show();
        view.open();
    }

    /// Goes to a page and waits until nothing more will come; null after 20 s.
    Page *show(const QString &id, const QVariant &argument = {})
    {
        const auto isThere = [&] {
            if (view.repository().state() != PageState::Ready)
                return view.repository().state() == PageState::Failed;
            if (view.currentPageId() != id)
                view.showPage(id, argument);
            return view.currentPage() && view.currentPage()->isSettled() && !view.repository().isBusy();
        };
        return QTest::qWaitFor(isThere, 20'000) ? view.currentPage() : nullptr;
    }

    static QStringList pageIds()
    {
        QStringList ids;
        for (const PageFactory &factory : makePageFactories())
            ids += factory.id;
        return ids;
    }

    ShellServices services;
    RepositoryView view;

private:
    static WorkspaceServices withTrust(WorkspaceServices services, Git::Trust trust,
                                       const QByteArray &cacheFolder)
    {
        services.cacheFolder = cacheFolder;
        services.readTrust = [trust](const Git::RepoLocation &) { return trust; };
        return services;
    }
};

} // namespace Tests
