// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/shell/page.h"
#include "ui/shell/repositorycontext.h"

#include <QHash>

class OperationBanner;
class PageBar;
class PathChoices;
class RepositoryHeader;
class StateStack;
class TransferDesk;
class TrustBanner;
class UndoBanner;
class QStackedWidget;

/// One tab: an open repository with its pages. Pages are made when first shown.
class RepositoryView final : public QWidget
{
    Q_OBJECT

public:
    RepositoryView(const WorkspaceServices &services, const QString &path,
                   const QList<PageFactory> &factories, QWidget *parent = nullptr);
    ~RepositoryView() override;

    RepositoryController &repository() { return *m_repository; }
    RepositoryContext &context() { return *m_context; }
    void open();     ///< starts reading; does nothing the second time
    void stopWork(); ///< ends what would take long, see Page::stopWork()
    void retire();   ///< hides, stops work and deletes itself when no write runs any more

    QString currentPageId() const { return m_currentId; }
    Page *currentPage() const { return m_pages.value(m_currentId); } ///< null until opened
    void showPage(const QString &id, const QVariant &argument = {});
    void focusPageBar();
    void listFiles();                                    ///< anew, in the background; filesListed() follows
    const PathChoices *files() const { return m_files; } ///< null: never listed
    const Page *madePage(const QString &id) const { return m_pages.value(id); } ///< null: not made
    /// What tool tips say of the window's commands; keysOf: by a command's id.
    void setShortcuts(const std::function<QKeySequence(const QString &id)> &keysOf);
    TransferDesk &transfers() { return *m_transfers; }
    OperationBanner *operationBanner() const { return m_operation; }
    /// Goes to the page, and when it has settled runs the command if that is enabled then.
    void runCommand(const QString &pageId, const QString &commandId);
    /// The commands of all pages but the current one; as objects where the page is made.
    QList<PaletteCommand> commandsElsewhere();
    /// From the page's making to its first result; nothing when not made or still loading.
    std::optional<std::chrono::milliseconds> loadTime(const QString &id) const;

    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state); ///< before open()

Q_SIGNALS:
    void currentPageChanged();
    void stateSaveWanted();
    void paletteWanted();
    void filesListed();
    void openWanted();  ///< it failed: another repository instead
    void closeWanted(); ///< it failed: the tab is of no use

private:
    QWidget *makeContent();
    void connectOperation();
    bool isWriting() const; ///< or a transfer still ends
    Page *page(const QString &id);
    Page *makePage(const PageFactory &factory);
    void closePage(const QString &id);
    void makeEarlyPages();
    void focusPage(Page *page);
    void offerWaysOut();
    void returnFocus(QWidget *before);
    void start();

    QList<PageFactory> m_factories;
    std::unique_ptr<RepositoryController> m_repository;
    std::unique_ptr<RepositoryContext> m_context;
    StateStack *m_stack;
    PageBar *m_bar;
    RepositoryHeader *m_header;
    TrustBanner *m_trust;
    TransferDesk *m_transfers;
    UndoBanner *m_undo;
    OperationBanner *m_operation;
    QStackedWidget *m_stackOfPages;
    PathChoices *m_files = nullptr;
    QHash<QString, Page *> m_pages;
    QHash<QString, std::chrono::milliseconds> m_loadTimes;
    QString m_currentId;
    QString m_regularId; ///< the last page shown that is not there on demand only
    QJsonObject m_pageStates;
    bool m_isOpening = false;
};
