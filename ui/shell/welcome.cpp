// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QListWidget>
#include <QPushButton>

Welcome::Welcome(const QList<QAction *> &ways, QWidget *parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
    , m_recentTitle(new PlainLabel(tr("Recent"), this))
{
    const int u = Theme::unit(font());
    auto *title = new PlainLabel(tr("Open a repository"), this);
    title->setFont(Theme::title(font()));
    auto *words =
        new PlainLabel(tr("Choose the folder of a Git repository, or drop one here. Opening starts no "
                          "program and changes nothing."),
                       this);
    words->setWraps(true);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(2 * u);
    for (QAction *way : ways) {
        auto *button = new QPushButton(way->text(), this);
        button->setDefault(way == ways.first());
        connect(button, &QPushButton::clicked, way, &QAction::trigger);
        buttons->addWidget(button);
        if (way == ways.first())
            setFocusProxy(button);
    }
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setAccessibleName(tr("Recent repositories"));
    m_recent->setUniformItemSizes(true);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT chosen(item->data(Qt::UserRole).toString()); });

    auto *column = new QVBoxLayout;
    column->setSpacing(2 * u);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words);
    column->addLayout(buttons);
    column->addSpacing(4 * u);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 6);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    row->addStretch(1);
    row->addLayout(column, 2);
    row->addStretch(1);
}

void Welcome::setRecent(const QStringList &paths)
{
    m_recent->clear();
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
    const QString home = QDir::homePath() + u'/';
    for (const QString &path : paths) {
        QString shown = path;
        if (shown.startsWith(home))
            shown.replace(0, home.size(), QStringLiteral("~/"));
        auto *item = new QListWidgetItem(visibleText(shown), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(plainToolTip(path));
        item->setSizeHint({0, qRound(QFontMetricsF(font()).height() * 1.6)});
    }
    if (m_recent->count() > 0)
        m_recent->setCurrentRow(0);
}
