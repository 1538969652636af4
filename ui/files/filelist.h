// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fileitems.h"

#include <QListView>

/// Changed files: status by letter and colour, name first, folder behind it. J and K move like the arrows.
class FileList final : public QListView
{
    Q_OBJECT

public:
    explicit FileList(FileItems &files, QWidget *parent = nullptr);

    QList<QByteArray> selectedPaths() const; ///< in list order
    void selectPath(const QByteArray &path); ///< makes it current and selected when it is there

Q_SIGNALS:
    void pathsSelected();                       ///< the selection changed
    void pathActivated(const QByteArray &path); ///< Enter or a double click
    void diffRequested();                       ///< Right: into the difference of what is selected

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    bool viewportEvent(QEvent *event) override;

private:
    FileItems &m_files;
};
