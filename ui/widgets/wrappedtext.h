// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

/// Text from outside to be read and selected, never markup, as wide as there is room: breaks within a word
/// that is too long, and is as tall as its text. Beyond a number of lines it scrolls by itself, so that ten
/// megabytes cost what some lines cost. Hidden characters are made visible.
class WrappedText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit WrappedText(const QString &accessibleName, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return toPlainText(); } ///< as shown
    void setMostLines(int lines);                  ///< shown at once; 60 unless told

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cursorShown(const QRect &area); ///< the text cursor moved there by the keyboard or the mouse

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Extent
    {
        qreal height = 0;
        bool isWhole = true; ///< not more lines than are shown at once
    };
    Extent extentFor(int width) const;
    void fit();

    int m_mostLines = 60;
};
