// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class PlainLabel;
class RepositoryController;
class StatusChip;
class QHBoxLayout;
class QToolButton;

/// The one toolbar row of a repository: its name, branch, distance to upstream, what is going on, and the
/// palette.
class RepositoryHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RepositoryHeader(RepositoryController &repository, QWidget *parent = nullptr);

    /// While the banner says that the repository is only read, the header need not.
    void setBannerShown(bool isShown);
    void addTransfers(QWidget *bar); ///< beside the branch
    void setShortcuts(const QKeySequence &refresh, const QKeySequence &palette);

Q_SIGNALS:
    void paletteWanted();
    void trustWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply();
    void drawSymbols();
    QToolButton *addButton(const QString &text);

    RepositoryController &m_repository;
    PlainLabel *m_name, *m_branchSymbol, *m_branch, *m_distance;
    StatusChip *m_operation;
    QHBoxLayout *m_row;
    QToolButton *m_readOnly, *m_palette, *m_refresh;
    bool m_isBannerShown = false;
};
