// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialogButtonBox>

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Plumbline"));
    const int u = Theme::unit(font());
    //: %1 the version
    auto *title = new PlainLabel(tr("Plumbline %1").arg(QApplication::applicationVersion()), this);
    title->setFont(Theme::title(font()));
    auto *words =
        new PlainLabel(tr("History, review, environments and drift for infrastructure that lives in Git.\n\n"
                          "Free software under the GNU General Public License, version 3 or later.\n"
                          "Built on Qt %1, libgit2, KSyntaxHighlighting, libfyaml and the Breeze icons.")
                           .arg(QString::fromLatin1(qVersion())),
                       this);
    words->setWraps(true);
    words->setSelectable(true);
    words->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    column->setSpacing(2 * u);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(buttons);
}
