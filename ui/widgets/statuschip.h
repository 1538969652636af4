// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

enum class StatusShape {
    Check,
    NotEqual,
    HollowCircle,
    Plus,
    Question,
    Hourglass,
    Bar,
    Dot,
    Cross,
    Exclamation
};

/// Paints a status shape into a square of the current font's height; also for delegates.
void paintStatusShape(QPainter *painter, const QRectF &square, StatusShape shape, const QColor &color);

/// A status by shape, word and colour, in this order of weight.
class StatusChip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);
    StatusChip(StatusShape shape, Theme::Token token, const QString &word, QWidget *parent = nullptr);

    void setStatus(StatusShape shape, Theme::Token token, const QString &word);
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusShape m_shape = StatusShape::Question;
    Theme::Token m_token = Theme::Token::Unknown;
    QString m_word;
};
