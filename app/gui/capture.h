// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/options.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

class MainWindow;
class Page;
class StallWatch;

/// Shows page after page, waits until each has settled, and writes an image of each and one capture.json.
class Capture final : public QObject
{
    Q_OBJECT

public:
    /// pages: ids in order. The window has been given the repository already.
    Capture(MainWindow &window, StallWatch &watch, const Options &options, QStringList pages,
            QObject *parent = nullptr);

    void start();
    void setStart(const QJsonObject &start) { m_start = start; } ///< measurements of the program's start

Q_SIGNALS:
    void finished(int exitCode);

private:
    void nextPage();
    void look();
    void goOn();
    void takePage(Page *page, const QString &state);
    void takeWindow(const QString &name, const QString &state, const QString &error);
    void finish();

    MainWindow &m_window;
    StallWatch &m_watch;
    Options m_options;
    QStringList m_pages;
    QJsonArray m_taken;
    QJsonObject m_start;
    QTimer m_limit;
    QString m_current;
    int m_quietLooks = 0;
    bool m_hasFailed = false, m_isOpen = false, m_isQueued = false;
};
