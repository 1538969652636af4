// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/lateststream.h"
#include "ui/highlight/codepainter.h"

#include <QObject>
#include <QSet>

/// Syntax colours for the lines of differences, computed on a pool and handed over in batches on this
/// object's thread.
class CodeHighlighter final : public QObject
{
    Q_OBJECT

public:
    /// pool must outlive this.
    explicit CodeHighlighter(QThreadPool *pool, QObject *parent = nullptr);

    /// Forgets everything and works on these files from now on. Colours fit a light or a dark background.
    void setFiles(const QList<Diff::FileDiff> &files, bool isDark);

    /// Asks for files, most urgent first. What is being highlighted goes on unless none of it is wanted any
    /// more.
    void request(const QList<qsizetype> &files);
    bool isRunning() const { return m_stream.isRunning(); }

Q_SIGNALS:
    void batchReady(const CodeBatch &batch);
    void idle(); ///< nothing that was asked for is left

private:
    void startNext();

    std::shared_ptr<CodeDefinitions> m_definitions = makeCodeDefinitions();
    QList<Diff::FileDiff> m_files;
    QSet<qsizetype> m_done;
    QList<qsizetype> m_waiting;
    qsizetype m_current = -1;
    bool m_isDark = false;
    LatestStream<CodeBatch, void> m_stream;
};
