// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagebar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

class PageButton final : public QAbstractButton
{
    Q_OBJECT

public:
    PageButton(const QString &title, const QString &iconName, const QString &shortcut, QWidget *parent)
        : QAbstractButton(parent)
        , m_iconName(iconName)
        , m_shortcut(shortcut)
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setFont(Theme::small(font()));
        name();
    }

    void setBadge(int count)
    {
        m_badge = count;
        name();
        update();
    }

    void setShortcutText(const QString &keys)
    {
        m_shortcut = keys;
        name();
    }

    QSize sizeHint() const override
    {
        const int u = Theme::unit(font());
        const int width = std::max(fontMetrics().horizontalAdvance(text()) + 5 * u, 19 * u);
        return {width, iconSide() + fontMetrics().height() + 5 * u};
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QAbstractButton::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            setIcon({});
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int u = Theme::unit(font());
        paintGround(&painter, u);
        if (icon().isNull())
            setIcon(Theme::icon(m_iconName, palette()));
        const int side = iconSide();
        const QRect symbol((width() - side) / 2, 2 * u, side, side);
        icon().paint(&painter, symbol, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        const QRect words(u / 2, symbol.bottom() + u, width() - u, fontMetrics().height());
        painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : Theme::subdued(palette()));
        painter.drawText(words, int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine),
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        if (m_badge > 0)
            paintBadge(&painter, symbol, u);
    }

private:
    int iconSide() const { return qRound(fontMetrics().height() * 1.4 / 2) * 2; }

    void name()
    {
        //: %1 a page's name, %2 a count
        setAccessibleName(m_badge > 0 ? tr("%1, %2").arg(text(), QLocale().toString(m_badge)) : text());
        setPlainToolTip(this, m_shortcut.isEmpty() ? text() : QString(text() + u"  "_s + m_shortcut));
    }

    void paintGround(QPainter *painter, int u)
    {
        const QColor accent = palette().color(QPalette::Accent);
        if (isChecked() || underMouse() || isDown()) {
            QColor ground = isChecked() ? accent : palette().color(QPalette::WindowText);
            ground.setAlphaF(isChecked() ? 0.14F : 0.06F);
            painter->fillRect(rect(), ground);
        }
        if (isChecked()) {
            const int thick = std::max(2, u / 2);
            painter->fillRect(QRect(isRightToLeft() ? width() - thick : 0, 0, thick, height()), accent);
        }
        if (hasFocus()) {
            painter->setPen(QPen(accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), u / 2.0, u / 2.0);
        }
    }

    void paintBadge(QPainter *painter, const QRect &symbol, int u)
    {
        const QString count = m_badge > 999 ? u"999+"_s : QLocale().toString(m_badge);
        QFont font = Theme::small(this->font());
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const QFontMetricsF metrics(font);
        const double high = metrics.height(), wide = std::max(metrics.horizontalAdvance(count) + 2 * u, high);
        QRectF pill(symbol.center().x() + symbol.width() * 0.2, symbol.top() - u, wide, high);
        pill.moveRight(std::min(pill.right(), double(width() - u / 2)));
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette().color(QPalette::Accent));
        painter->drawRoundedRect(pill, high / 2, high / 2);
        painter->setPen(palette().color(QPalette::HighlightedText));
        painter->drawText(pill, int(Qt::AlignCenter), count);
    }

    QString m_iconName, m_shortcut;
    int m_badge = 0;
};

} // namespace

PageBar::PageBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, Theme::unit(font()), 1, Theme::unit(font()));
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    connect(m_buttons, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { Q_EMIT pageChosen(button->objectName()); });
}

void PageBar::addPage(const QString &id, const QString &title, const QString &iconName,
                      const QKeySequence &shortcut)
{
    auto *button = new PageButton(title, iconName, shortcut.toString(QKeySequence::NativeText), this);
    button->setObjectName(id);
    m_buttons->addButton(button);
    m_column->insertWidget(m_column->count() - 1, button);
}

void PageBar::removePage(const QString &id)
{
    if (QAbstractButton *leaving = button(id)) {
        m_buttons->removeButton(leaving);
        leaving->hide();
        leaving->deleteLater(); // it may be the one that is clicked
    }
}

void PageBar::setCurrent(const QString &id)
{
    if (QAbstractButton *chosen = button(id))
        chosen->setChecked(true);
}

void PageBar::setBadge(const QString &id, int count)
{
    if (auto *page = static_cast<PageButton *>(button(id)))
        page->setBadge(count);
}

void PageBar::setShortcut(const QString &id, const QKeySequence &keys)
{
    if (auto *page = static_cast<PageButton *>(button(id)))
        page->setShortcutText(keys.toString(QKeySequence::NativeText));
}

void PageBar::focusCurrent()
{
    if (QAbstractButton *current = m_buttons->checkedButton())
        current->setFocus(Qt::ShortcutFocusReason);
}

QAbstractButton *PageBar::button(const QString &id) const
{
    const auto all = m_buttons->buttons();
    const auto found = std::ranges::find(all, id, &QObject::objectName);
    return found == all.end() ? nullptr : *found;
}

void PageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(QRect(isRightToLeft() ? 0 : width() - 1, 0, 1, height()), Theme::hairline(palette()));
}

#include "pagebar.moc"
