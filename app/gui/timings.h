// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QPointer>

class HistoryPage;
class MainWindow;
class RepositoryController;
class StallWatch;

/// Notes when the window and its history come, and writes that as JSON when every row is there, or when it is
/// clear that none will come, with the problem.
class Timings final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. file: absolute path. Made before the window is shown.
    Timings(MainWindow &window, StallWatch &stalls, QString file);

Q_SIGNALS:
    void written(bool isWritten, bool isWhole); ///< isWhole: history was there

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note(const QString &milestone);
    void watch(HistoryPage *page);
    void watch(RepositoryController &repository);
    void watchRows();
    void finish(const QString &problem = {});

    MainWindow &m_window;
    StallWatch &m_stalls;
    QString m_file;
    QPointer<HistoryPage> m_page;
    QJsonObject m_milestones; ///< name to {milliseconds, cpuMilliseconds}
};
