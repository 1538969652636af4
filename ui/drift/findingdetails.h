// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QWidget>

class ObjectOverview;
class PlainLabel;
class QPlainTextEdit;

/// One finding: desired and live side by side, who changed it and when, where Git says so. Of an object: what
/// it is and how it stands.
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

    PlainLabel *m_title, *m_facts;
    ObjectOverview *m_overview;
    PlainLabel *m_desiredTitle, *m_liveTitle;
    QPlainTextEdit *m_desired, *m_live;
    bool m_hasDesired = false, m_hasLive = false;
};
