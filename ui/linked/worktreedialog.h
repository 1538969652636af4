// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class PlainLabel;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

/// What a WorktreeDialog starts from.
struct WorktreeOffer
{
    QStringList branches; ///< that no work tree has out
    QString start;        ///< where a new branch begins, for display; empty: there is no commit yet
    std::function<QString(const QString &)> branchProblem;   ///< of a new one; empty: it can be had
    std::function<QString(const QString &)> suggestedFolder; ///< for a branch
};

/// Asks for the branch and the folder of a new work tree. What is wrong is said while it is typed.
class WorktreeDialog final : public QDialog
{
    Q_OBJECT

public:
    WorktreeDialog(WorktreeOffer offer, QWidget *parent);

    QString branch() const;
    bool isNewBranch() const;
    QString folder() const;

private:
    void layOut();
    void suggest();
    void judge();
    void browse();
    QString problem() const;

    WorktreeOffer m_offer;
    QRadioButton *m_present, *m_new;
    QComboBox *m_branches;
    QLineEdit *m_name, *m_folder;
    PlainLabel *m_problem;
    QPushButton *m_make;
    bool m_isFolderTyped = false;
};
