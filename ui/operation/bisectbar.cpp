// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operation/bisectbar.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

BisectBar::BisectBar(RepositoryController &repository, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_bisect(repository)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::unit(font()));
    addButton(tr("Good"), tr("The fault is not in what is checked out"), Git::BisectMark::Good);
    addButton(tr("Bad"), tr("The fault is in what is checked out"), Git::BisectMark::Bad);
    addButton(tr("Skip"), tr("What is checked out cannot be tested"), Git::BisectMark::Skip);
    connect(&m_bisect, &RepositoryActions::runningChanged, this,
            [this] { setEnabled(!m_bisect.isRunning()); });
}

void BisectBar::addButton(const QString &text, const QString &tip, Git::BisectMark mark)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, mark] {
        if (m_repository.canWrite())
            m_bisect.mark(mark);
        else
            Q_EMIT trustWanted();
    });
}
