// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

#include <QPlainTextEdit>

#include <functional>

/// Where a commit message is written: a guide where the subject and the body should end, remarks underlined
/// in place, body lines broken as they are typed. Plain text in a fixed font.
class MessageEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEditor(QWidget *parent = nullptr);

    void setRemarks(const QList<Drafting::Validation> &remarks);
    void setBodyWidth(int columns);    ///< where lines of the body are broken; 0: as usual
    void setSubjectWidth(int columns); ///< where the guide of the subject stands; 0: as usual
    /// Says where a line of a message that is longer than a width is broken, as Drafting::breakPlace().
    using Breaker = std::function<std::optional<qsizetype>(const QString &message, int line, int width)>;
    void setBreaker(const Breaker &breaker) { m_breaker = breaker; } ///< none: lines stay whole
    void replaceText(const QString &text);                           ///< as one step of undo
    QString message() const { return toPlainText(); }

    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void breakLine();

    QList<Drafting::Validation> m_remarks;
    int m_bodyWidth, m_subjectWidth;
    Breaker m_breaker;
};
