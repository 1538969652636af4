// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflict/resulteditor.h"

#include <QWidget>

class PlainLabel;
class QPlainTextEdit;

/// The sides of a file in conflict beside each other: ours, what was there before both, theirs. The same rows
/// stand at the same height; what is far from a conflict is folded away.
class ConflictSides final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictSides(QWidget *parent = nullptr);

    void setNames(const QString &ours, const QString &theirs);
    void load(const ShownConflict &shown);
    /// What became of each conflict, and which is looked at; scrolls there when it is another one.
    void setStates(const QList<ResultEditor::State> &states, qsizetype current);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Pane { Ours, Base, Theirs };
    struct Place
    {
        int row = 0;
        std::array<int, 3> counts = {}; ///< rows of each pane
    };
    using Rows = std::array<QStringList, 3>;
    void addConflict(Rows &rows, const Diff::ConflictPart &part, bool hasReturns);
    void layOut();
    void paintPlaces();
    QPlainTextEdit *makePane(Pane pane, const QString &name);
    void follow(QPlainTextEdit *moved);

    std::array<PlainLabel *, 3> m_titles = {};
    std::array<QPlainTextEdit *, 3> m_panes = {};
    QList<Place> m_places;
    QList<ResultEditor::State> m_states;
    qsizetype m_current = -1;
};
