// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

#include <QPlainTextEdit>

/// Where a commit message is written: a guide where the subject and the body should end, remarks underlined
/// in place, body lines broken as they are typed. Plain text in a fixed font.
class MessageEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEditor(QWidget *parent = nullptr);

    void setRemarks(const QList<Drafting::Validation> &remarks);
    void setBodyWidth(int columns);        ///< where lines of the body are broken; 0: as usual
    void replaceText(const QString &text); ///< as one step of undo
    QString message() const { return toPlainText(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void breakLine();

    QList<Drafting::Validation> m_remarks;
    int m_bodyWidth;
};
