// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorbanner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "base/text.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace {

class Sign final : public QWidget
{
public:
    explicit Sign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(fontMetrics().height());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color = Theme::color(Theme::Token::Bad, palette());
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        QRectF circle(1, 1, width() - 2, width() - 2);
        circle.moveCenter(QRectF(rect()).center());
        painter.drawEllipse(circle);
        const double x = circle.center().x(), h = circle.height();
        painter.setPen(QPen(palette().color(QPalette::Base), h / 8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x, circle.top() + h * 0.24), QPointF(x, circle.top() + h * 0.54));
        painter.drawPoint(QPointF(x, circle.top() + h * 0.75));
    }
};

} // namespace

QEvent::Type ErrorShown::kind()
{
    static const int registered = QEvent::registerEventType();
    return static_cast<Type>(registered);
}

ErrorBanner::ErrorBanner(QWidget *parent)
    : QFrame(parent)
    , m_message(new PlainLabel(this))
    , m_hint(new PlainLabel(this))
    , m_fold(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_retry(new QPushButton(tr("Retry"), this))
    , m_buttons(new QHBoxLayout)
    , m_detail(new QPlainTextEdit(this))
{
    const int u = Theme::unit(font());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_message->setFont(strong);
    m_message->setWraps(true);
    m_message->setSelectable(true);
    m_hint->setWraps(true);
    m_hint->setSelectable(true);
    m_fold->setText(tr("Details"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_close->setAutoRaise(true);
    m_close->setIcon(Theme::icon(QStringLiteral("window-close"), palette()));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->hide();
    m_detail->setReadOnly(true);
    m_detail->setFont(Theme::fixedFont());
    m_detail->setTabChangesFocus(true);
    m_detail->setAccessibleName(tr("Details of the error"));
    m_detail->setFixedHeight(fontMetrics().height() * 9);

    m_buttons->setSpacing(u);
    for (QWidget *button : std::initializer_list<QWidget *>{m_fold, m_copy, m_retry, m_close})
        m_buttons->addWidget(button);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(u / 2);
    texts->addWidget(m_message);
    texts->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * u);
    // One line of text stands on the middle of the buttons, whatever follows below.
    const int high = m_copy->sizeHint().height();
    auto *sign = new Sign(this);
    sign->setFixedHeight(high);
    m_message->setMinimumHeight(high);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addLayout(m_buttons);
    row->setAlignment(m_buttons, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u);
    column->setSpacing(2 * u);
    column->addLayout(row);
    column->addWidget(m_detail);

    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) { setFolded(!isOpen); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(m_retry, &QPushButton::clicked, this, &ErrorBanner::retryRequested);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    setFolded(true);
    setCanRetry(false);
}

void ErrorBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_close->setIcon(Theme::icon(QStringLiteral("window-close"), palette()));
}

void ErrorBanner::setError(const Error &error)
{
    m_error = error;
    m_message->setText(error.message);
    setHint(error.hint);
    m_detail->setPlainText(visibleText(error.detail));
    m_fold->setVisible(!error.detail.isEmpty());
    m_fold->setChecked(false);
    setFolded(true);
    setAccessibleName(visibleText(error.message));
    Q_EMIT errorChanged();
    ErrorShown event(this);
    event.ignore();
    for (QWidget *above = parentWidget(); above && !event.isAccepted(); above = above->parentWidget())
        QCoreApplication::sendEvent(above, &event);
}

void ErrorBanner::setHint(const QString &hint)
{
    m_error.hint = hint;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void ErrorBanner::setCanRetry(bool canRetry)
{
    m_retry->setVisible(canRetry);
}

void ErrorBanner::setCanClose(bool canClose)
{
    m_close->setVisible(canClose);
}

QPushButton *ErrorBanner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->indexOf(m_close), button);
    QWidget *before = m_buttons->itemAt(m_buttons->indexOf(button) - 1)->widget();
    setTabOrder(before, button);
    setTabOrder(button, m_close);
    return button;
}

QString ErrorBanner::copyText() const
{
    QStringList parts{m_error.message, m_error.hint, m_error.detail};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

void ErrorBanner::setFolded(bool isFolded)
{
    m_detail->setVisible(!isFolded);
    m_fold->setArrowType(isFolded ? Qt::RightArrow : Qt::DownArrow);
}

void ErrorBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Token::Removed, palette()));
    const QRect edge = isRightToLeft()
                           ? QRect(width() - Theme::unit(font()) / 2, 0, Theme::unit(font()) / 2, height())
                           : QRect(0, 0, Theme::unit(font()) / 2, height());
    painter.fillRect(edge, Theme::color(Theme::Token::Bad, palette()));
}
