// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

/// The label for everything that shows text from outside: never markup, hidden characters made visible,
/// shortened with an ellipsis where it is too narrow (then the whole text is the tool tip).
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }    ///< whole, as given
    void setElideMode(Qt::TextElideMode mode); ///< ElideNone: as wide as its text
    void setSelectable(bool isSelectable);     ///< by mouse and keyboard; a selectable label is not shortened
    void setWraps(bool wraps);                 ///< several lines instead of an ellipsis

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    bool canElide() const;

    QString m_text, m_visible;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    bool m_isFitting = false;
};

/// A tool tip that shows the text literally.
void setPlainToolTip(QWidget *widget, const QString &text);
/// The same for models and painters: text for Qt::ToolTipRole or QToolTip::showText().
QString plainToolTip(const QString &text);
/// Text for places that read '&' as a mnemonic: tabs, buttons, menus.
QString withoutMnemonic(const QString &text);
