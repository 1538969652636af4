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
/// closes.
class GoToLine final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToLine(QWidget *parent = nullptr);

    void open(const QList<RefEntry> &refs);   ///< names to complete with
    void setProblem(const QString &sentence); ///< said beside the line; empty: none

Q_SIGNALS:
    void wanted(const QString &revision);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
    PlainLabel *m_problem;
    QStringListModel *m_names;
    QCompleter *m_completer;
};
