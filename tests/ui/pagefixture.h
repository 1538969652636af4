// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"
#include "tests/ui/shellfixture.h"
#include "ui/shell/repositorycontext.h"

#include <QSignalSpy>
#include <QTest>

namespace Tests {

/// One page of a real repository in a window of its own, as the shell would open it.
template<class PageType> class OpenPage
{
    Q_DISABLE_COPY_MOVE(OpenPage)

public:
    explicit OpenPage(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : OpenPage(repo.path(), trust)
    {}
    explicit OpenPage(const QString &path, Git::Trust trust = Git::Trust::Trusted)
        : repository(withTrust(services.workspace(), trust), path)
        , context(repository)
    {
        repository.refresh();
        if (!QTest::qWaitFor([this] { return repository.state() != PageState::Loading; }, 20'000))
            qFatal("The repository did not open");
        m_page = std::make_unique<PageType>(context);
        m_page->resize(1200, 800);
        m_page->show();
        if (!QTest::qWaitForWindowActive(m_page.get()))
            qFatal("The window did not become active");
    }

    PageType &page() { return *m_page; }
    PageType *operator->() { return m_page.get(); }

    bool isSettled() { return m_page->isSettled() && !repository.isBusy() && !repository.writes().isBusy(); }
    /// Waits until nothing more will come; false after 20 s.
    bool settle()
    {
        const bool isDone = QTest::qWaitFor([this] { return isSettled(); }, 20'000);
        QCoreApplication::processEvents(); // new widgets are shown and laid out
        return isDone;
    }

    /// To the widget that has the focus, through the shortcuts.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focused = m_page->window()->focusWidget();
        QTest::keyClick(focused ? focused : m_page.get(), key, modifiers);
    }

    QAction *command(const QString &id) { return m_page->template findChild<QAction *>(id); }

    template<class Widget> Widget *named(const QString &accessibleName)
    {
        for (Widget *widget : m_page->template findChildren<Widget *>())
            if (widget->accessibleName() == accessibleName)
                return widget;
        qFatal("No widget of that name");
        return nullptr;
    }

    /// What the visible labels of a kind say, one per line.
    template<class Label> QString labels()
    {
        QStringList texts;
        for (const Label *label : m_page->template findChildren<Label *>())
            if (label->isVisible() && !label->text().isEmpty())
                texts += label->text();
        return texts.join(u'\n');
    }

    ShellServices services;
    RepositoryController repository;
    RepositoryContext context;

private:
    static WorkspaceServices withTrust(WorkspaceServices services, Git::Trust trust)
    {
        services.readTrust = [trust](const Git::RepoLocation &) { return trust; };
        return services;
    }

    std::unique_ptr<PageType> m_page; // goes first
};

} // namespace Tests

#define PAGE_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
#define PAGE_TRY_EQUAL(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 20'000)
