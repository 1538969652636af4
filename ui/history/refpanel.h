// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/refitems.h"
#include "workspace/historyfilter.h"

#include <QWidget>

class QLineEdit;
class QKeyEvent;
class QMenu;
class RefList;

/// The refs beside the list of commits: filtered by name, hidden or shown alone.
///
/// Keys in the list: Enter goes to the commit, or opens and closes a section, as Left and Right do; Space
/// hides or shows; Ctrl+Space shows that one alone.
class RefPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RefPanel(RefItems &refs, QWidget *parent = nullptr);

    void setFilter(const HistoryFilter &filter); ///< what is hidden now
    QStringList closedSections() const;          ///< to be kept
    void setClosedSections(const QStringList &names);
    void startFilter(); ///< focus to the filter field

Q_SIGNALS:
    void refChosen(const QByteArray &name, const Git::ObjectId &commit);
    void filterWanted(const HistoryFilter &filter);
    void sectionsChanged();
    /// Before the menu of a ref opens; who has more to offer adds it.
    void menuWanted(QMenu *menu, const QByteArray &name, const Git::ObjectId &commit);
    void leaveWanted(); ///< Escape in an empty filter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void toggleHidden(const QModelIndex &index);
    void toggleSolo(const QModelIndex &index);
    void openMenu(const QPoint &point);
    bool takeFilterKey(int key);
    bool takeListKey(const QKeyEvent &event);

    RefItems &m_refs;
    HistoryFilter m_filter;
    QLineEdit *m_edit;
    RefList *m_list;
};
