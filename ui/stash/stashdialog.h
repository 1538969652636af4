// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/stash/stashactionscontroller.h"

#include <QDialog>

class PlainLabel;
class QCheckBox;
class QLineEdit;
class QRadioButton;

/// What may be stashed instead of everything.
struct StashOffer
{
    QList<QByteArray> paths;       ///< of chosen files
    qsizetype fileCount = 0;       ///< as the user counts them
    bool hasUntracked = false;     ///< one of them is
    bool hasStagedGone = false;    ///< one is staged as deleted or renamed: git takes that with all else only
    QList<Git::ChosenLines> lines; ///< selected ones
    bool prefersLines = false;     ///< the user stands in them
};

/// Asks what is put away, under which words, and what of it stays.
class StashDialog final : public QDialog
{
    Q_OBJECT

public:
    StashDialog(StashOffer offer, QWidget *parent);

    QString message() const;
    bool isOfLines() const;
    Git::StashRequest request() const; ///< but of lines

private:
    void layOut();
    void explain();

    StashOffer m_offer;
    QLineEdit *m_message;
    QRadioButton *m_all, *m_files, *m_lines;
    QCheckBox *m_untracked, *m_keepsStaged;
    PlainLabel *m_meaning;
};

/// Opens the dialog over a page, and stashes what is wanted.
void askAndStash(StashActionsController &actions, const StashOffer &offer, QWidget *page);
