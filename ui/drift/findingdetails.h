// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QWidget>

class PlainLabel;
class QPlainTextEdit;

/// One finding: desired and live side by side, who changed it and when, where Git says so.
class FindingDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingDetails(QWidget *parent = nullptr);

    void setFinding(const Drift::ObjectReport *object, const Drift::Finding *finding);
    void setSides(const QString &desired, const QString &live); ///< headings: "Git", "live"

protected:
    void changeEvent(QEvent *event) override;

private:
    void colorSides();

    PlainLabel *m_title, *m_facts, *m_desiredTitle, *m_liveTitle;
    QPlainTextEdit *m_desired, *m_live;
    bool m_hasDesired = false, m_hasLive = false;
};
