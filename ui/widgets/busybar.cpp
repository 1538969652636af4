// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/busybar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace std::chrono_literals;

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    const int u = Theme::unit(font());
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(fontMetrics().averageCharWidth() * 20, 2 * u);
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel->setAutoRaise(true);
    m_cancel->setText(tr("Cancel"));
    m_text->setForegroundRole(QPalette::WindowText);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * u);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    m_words.setSingleShot(true);
    m_words.setInterval(300ms);
    m_bar.setSingleShot(true);
    m_bar.setInterval(1s);
    connect(&m_words, &QTimer::timeout, m_text, &QWidget::show);
    connect(&m_bar, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_cancel->setVisible(m_canCancel);
    });
    connect(m_cancel, &QToolButton::clicked, this, &BusyBar::cancelRequested);
    stop();
}

void BusyBar::start(const QString &text, bool canCancel)
{
    m_text->setText(text);
    m_canCancel = canCancel;
    if (m_isRunning)
        return;
    m_isRunning = true;
    setProgress(0, 0);
    m_words.start();
    m_bar.start();
}

void BusyBar::setText(const QString &text)
{
    m_text->setText(text);
}

void BusyBar::setProgress(qint64 done, qint64 total)
{
    // QProgressBar counts in int; a thousandth is finer than its pixels.
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? int(std::min(done, total) * 1000 / total) : 0);
}

void BusyBar::stop()
{
    m_isRunning = false;
    m_words.stop();
    m_bar.stop();
    m_text->hide();
    m_progress->hide();
    m_cancel->hide();
}
