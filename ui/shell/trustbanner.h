// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class PlainLabel;
class RepositoryController;
class QPushButton;
class QToolButton;

/// Says why a repository is only read, and offers to trust it. Hidden when it can be written to.
class TrustBanner final : public QWidget
{
    Q_OBJECT

public:
    explicit TrustBanner(RepositoryController &repository, QWidget *parent = nullptr);
    ~TrustBanner() override;

    void ask(); ///< shows the banner with its explanation, even when it was put away

Q_SIGNALS:
    void shownChanged(bool isShown);
    void focusReturned(QWidget *before); ///< answered by a key; before: who had the focus, may be null

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();
    void noteFocus(QWidget *before, QWidget *now);
    void setExplained(bool isExplained);
    void showFolderAround();

    RepositoryController &m_repository;
    PlainLabel *m_sentence, *m_explanation;
    QToolButton *m_fold;
    QPushButton *m_trust, *m_keep, *m_trustAround;
    QPointer<QWidget> m_focusBefore;
    bool m_isPutAway = false;
};
