// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>

ConfirmDialog::ConfirmDialog(const QString &title, const QString &text, const QString &action,
                             QWidget *parent)
    : QDialog(parent)
    , m_words(new PlainLabel(text, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    const int unit = Theme::unit(font());
    m_words->setWraps(true);
    m_words->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *act = buttons->addButton(withoutMnemonic(action), QDialogButtonBox::AcceptRole);
    act->setObjectName(QStringLiteral("act"));
    auto *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(3 * unit);
    column->addWidget(m_words);
    column->addWidget(buttons);
}

void ConfirmDialog::setText(const QString &text)
{
    m_words->setText(text);
    adjustSize();
}

void ConfirmDialog::addBelowText(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, widget);
}

// No wider than Qt lets it open on this screen: the height is measured for this width.
QSize ConfirmDialog::sizeHint() const
{
    const QSize wish = QDialog::sizeHint();
    return {std::min(wish.width(), screen()->availableSize().width() * 2 / 3), wish.height()};
}
