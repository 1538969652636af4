// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "items/refitems.h"

#include <QWidget>

class PlainLabel;
class QCompleter;
class QLineEdit;
class QStringListModel;

/// Takes the name of a commit to go to: the start of an id, a branch, a tag, HEAD~3. Enter goes, Escape
/// closes. While names are suggested, the chosen one is gone to; with none chosen, what is typed, and if that
/// names nothing the first suggestion.
class GoToLine final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToLine(QWidget *parent = nullptr);

    void open(const QList<RefEntry> &refs);   ///< names to complete with
    void setProblem(const QString &sentence); ///< said beside the line; empty: none
    void refuse(const QString &sentence);     ///< what was wanted last names nothing

Q_SIGNALS:
    void wanted(const QString &revision);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeTyped();
    void takeSuggestion(const QModelIndex &suggestion);
    int nameOf(const QModelIndex &suggestion) const;
    void want(int name);

    QLineEdit *m_edit;
    PlainLabel *m_problem;
    QStringListModel *m_names;
    QCompleter *m_completer;
    QList<Git::ObjectId> m_targets; ///< of the names; null: the name itself is looked up
    int m_next = -1;                ///< the name to go to when what is typed names nothing
};
