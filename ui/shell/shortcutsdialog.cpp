// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

ShortcutsDialog::ShortcutsDialog(const QList<PaletteCommand> &commands, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Shortcuts"));
    const int u = Theme::unit(font());
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Command"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setAccessibleName(tr("Shortcuts"));
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->setUniformRowHeights(true);
    tree->setSelectionMode(QTreeWidget::NoSelection);
    const QSize row(0, qRound(fontMetrics().height() * 1.6));
    QTreeWidgetItem *area = nullptr;
    for (const PaletteCommand &command : commands) {
        if (command.shortcuts.isEmpty())
            continue;
        if (!area || area->data(0, Qt::UserRole).toString() != command.area) {
            area = new QTreeWidgetItem(tree, {commandName(command.area)});
            area->setData(0, Qt::UserRole, command.area);
            QFont strong = font();
            strong.setWeight(QFont::DemiBold);
            area->setFont(0, strong);
            area->setSizeHint(0, row);
        }
        new QTreeWidgetItem(area, {commandName(command.text),
                                   QKeySequence::listToString(command.shortcuts, QKeySequence::NativeText)});
    }
    tree->expandAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    column->setSpacing(2 * u);
    column->addWidget(tree);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 34);
}
