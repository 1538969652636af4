// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QPainter>

using namespace std::chrono_literals;

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_busy(new BusyBar(this))
    , m_message(new PlainLabel(this))
    , m_time(new PlainLabel(this))
{
    setFont(Theme::small(font()));
    const int u = Theme::unit(font());
    m_time->setElideMode(Qt::ElideNone);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * u, u, 4 * u, u);
    row->setSpacing(3 * u);
    row->addWidget(m_busy);
    row->addWidget(m_message, 1);
    row->addWidget(m_time);
    setMinimumHeight(fontMetrics().height() + 2 * u + 1);
    m_fade.setSingleShot(true);
    m_fade.setInterval(10s);
    connect(&m_fade, &QTimer::timeout, m_message, [this] { m_message->setText({}); });
    connect(m_busy, &BusyBar::cancelRequested, this, [this] {
        if (!m_context || m_context->work().entries().isEmpty())
            return;
        if (const auto cancel = m_context->work().entries().first().cancel)
            cancel();
    });
}

void StatusStrip::setContext(RepositoryContext *context)
{
    if (m_context == context)
        return;
    if (m_context) {
        disconnect(m_context, nullptr, this, nullptr);
        disconnect(&m_context->work(), nullptr, this, nullptr);
        disconnect(&m_context->repository(), nullptr, this, nullptr);
    }
    m_context = context;
    m_message->setText({});
    if (context) {
        connect(&context->work(), &WorkList::changed, this, &StatusStrip::applyWork);
        connect(context, &RepositoryContext::messageShown, this, &StatusStrip::showMessage);
        connect(&context->repository(), &RepositoryController::refreshed, this, &StatusStrip::applyTime);
        connect(&context->repository(), &RepositoryController::trustFailed, this,
                [this](const Error &error) { showMessage(error.message); });
        connect(&context->repository(), &RepositoryController::noticeRaised, this, &StatusStrip::showMessage);
        if (!context->repository().notice().isEmpty())
            showMessage(context->repository().notice()); // raised while another tab was in front
    }
    applyWork();
    applyTime();
}

void StatusStrip::showMessage(const QString &text)
{
    m_message->setText(text);
    m_fade.start();
}

void StatusStrip::applyWork()
{
    if (!m_context || m_context->work().entries().isEmpty()) {
        m_busy->stop();
        return;
    }
    const auto &entries = m_context->work().entries();
    const WorkList::Entry &first = entries.first();
    const int others = int(entries.size()) - 1;
    //: %1 what is being done, such as "Committing"
    const QString text = others > 0 ? tr("%1 and %n more", nullptr, others).arg(first.text) : first.text;
    m_busy->start(text, bool(first.cancel));
    m_busy->setText(text);
    m_busy->setProgress(first.done, first.total);
}

void StatusStrip::applyTime()
{
    const QDateTime when = m_context ? m_context->repository().refreshedAt() : QDateTime();
    m_time->setVisible(when.isValid());
    if (!when.isValid())
        return;
    //: %1 a time of day such as 14:02
    m_time->setText(tr("Read at %1").arg(locale().toString(when.toLocalTime().time(), QLocale::ShortFormat)));
    setPlainToolTip(m_time, locale().toString(when.toLocalTime(), QLocale::LongFormat));
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::hairline(palette()));
}
