// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

/// Notes what the start has cost when a window is painted for the first time.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QObject *window);

    /// {cpuMilliseconds}: user and system time of all threads; empty until painted.
    const QJsonObject &cost() const { return m_cost; }

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QJsonObject m_cost;
};
