// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image/imagediff.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLocale>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// "After: PNG, 640 × 480, 12 kB"
QString factsOf(const QString &side, const std::optional<DecodedImage> &image)
{
    if (!image)
        return side + u": "_s + ImageDiff::tr("no file");
    QStringList facts;
    if (!image->problem.isEmpty())
        facts += image->problem;
    if (!image->format.isEmpty())
        facts += image->format;
    if (!image->size.isEmpty())
        //: %1, %2: width and height in pixels
        facts += ImageDiff::tr("%1 × %2").arg(QLocale().toString(image->size.width()),
                                              QLocale().toString(image->size.height()));
    facts += QLocale().formattedDataSize(image->bytes);
    if (image->isFirstOfSeveral)
        facts += ImageDiff::tr("first picture of an animation");
    return side + u": "_s + facts.join(u", "_s);
}

} // namespace

ImageDiff::ImageDiff(QWidget *parent)
    : QWidget(parent)
    , m_canvas(new ImageCanvas(this))
    , m_before(new PlainLabel(this))
    , m_after(new PlainLabel(this))
    , m_notice(new PlainLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
{
    const std::array names{tr("Side by side"), tr("Swipe"), tr("Blend")};
    auto *group = new QButtonGroup(this);
    for (size_t at = 0; at < m_modes.size(); ++at) {
        auto *button = m_modes[at] = new QToolButton(this);
        button->setText(names[at]);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolTip(QString::number(at + 1)); // the key
        group->addButton(button);
        connect(button, &QToolButton::clicked, this,
                [this, at] { m_canvas->setMode(static_cast<ImageMode>(at)); });
    }
    m_slider->setRange(0, 100);
    m_slider->setPageStep(10);
    m_slider->setAccessibleName(tr("From before to after"));
    connect(m_slider, &QSlider::valueChanged, m_canvas, &ImageCanvas::setShare);
    connect(m_canvas, &ImageCanvas::shareChanged, m_slider, &QSlider::setValue);
    connect(m_canvas, &ImageCanvas::modeChanged, this, &ImageDiff::apply);
    layOut();
    apply();
}

void ImageDiff::layOut()
{
    const int unit = Theme::unit(font());
    m_slider->setValue(m_canvas->share());
    m_slider->setFixedWidth(48 * unit);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    bar->setSpacing(unit);
    for (QToolButton *button : m_modes)
        bar->addWidget(button);
    bar->addSpacing(2 * unit);
    bar->addWidget(m_slider);
    bar->addStretch(1);
    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(4 * unit, 0, 4 * unit, unit);
    facts->setSpacing(4 * unit);
    for (PlainLabel *label : {m_before, m_after}) {
        label->setFont(Theme::small(font()));
        label->setForegroundRole(QPalette::PlaceholderText);
        facts->addWidget(label, 1);
    }
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWraps(true);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(facts);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_notice, 1);
    m_notice->hide();
}

void ImageDiff::setSides(const std::optional<DecodedImage> &before, const std::optional<DecodedImage> &after)
{
    m_canvas->setImages(before ? before->image : QImage(), after ? after->image : QImage());
    m_hasBoth = before && after && !before->image.isNull() && !after->image.isNull();
    m_before->setText(factsOf(tr("Before"), before));
    m_after->setText(factsOf(tr("After"), after));
    m_notice->hide();
    m_canvas->show();
    m_canvas->setAccessibleDescription(m_before->text() + u"; "_s + m_after->text());
    apply();
}

void ImageDiff::setNotice(const QString &text)
{
    m_canvas->setImages({}, {});
    m_canvas->hide();
    m_hasBoth = false;
    m_before->setText(QString());
    m_after->setText(QString());
    m_notice->setText(text);
    m_notice->show();
    apply();
}

void ImageDiff::apply()
{
    for (size_t at = 0; at < m_modes.size(); ++at) {
        m_modes[at]->setVisible(m_hasBoth);
        m_modes[at]->setChecked(m_canvas->mode() == static_cast<ImageMode>(at));
    }
    m_slider->setVisible(m_hasBoth && m_canvas->mode() != ImageMode::SideBySide);
}

void ImageDiff::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_canvas->update();
}
