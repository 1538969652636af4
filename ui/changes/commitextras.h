// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/repositorycontext.h"
#include "workspace/changescontroller.h"

#include <QAction>

#include <functional>

class AuthorRow;
class MessageEditor;
class QMenu;
class QToolButton;

/// What a commit is made with beyond its message, and what is put into the message by command: a menu at a
/// button, its entries as commands of the page, and the row for author and date.
class CommitExtras final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    CommitExtras(RepositoryContext &context, ChangesController &changes, MessageEditor *editor,
                 QWidget *parent);

    QToolButton *button() const { return m_button; }
    AuthorRow *row() const { return m_row; }
    void addCommands(const AddCommand &add);
    void setAmends(bool amends);

    QString problem() const; ///< why no commit can be made with it; empty: it can
    void addTo(CommitOptions *options) const;
    bool skipsHooks() const { return m_skipsHooks && m_skipsHooks->isChecked(); }
    bool signs() const; ///< as far as is known
    void reset();       ///< after a commit: nothing of it holds for the next one

Q_SIGNALS:
    void changed();

private:
    void addTrailers(const AddCommand &add);
    void addSigning(const AddCommand &add);
    void addTexts(const AddCommand &add);
    void fillHistory();
    void insertTrailer(const QString &key, const QString &value);
    void askCoAuthor();
    void update();
    QString templateText() const; ///< of commit.template, without its comments

    RepositoryContext &m_context;
    ChangesController &m_changes;
    MessageEditor *m_editor;
    QToolButton *m_button;
    QMenu *m_menu, *m_history;
    AuthorRow *m_row;
    QAction *m_author = nullptr, *m_signsOff = nullptr, *m_skipsHooks = nullptr, *m_asConfigured = nullptr,
            *m_sign = nullptr, *m_doNotSign = nullptr, *m_template = nullptr, *m_issue = nullptr;
};
