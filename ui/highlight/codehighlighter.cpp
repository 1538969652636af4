// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/highlight/codehighlighter.h"

CodeHighlighter::CodeHighlighter(QThreadPool *pool, QObject *parent)
    : QObject(parent)
    , m_stream(this, pool)
{}

void CodeHighlighter::setFiles(const QList<Diff::FileDiff> &files, bool isDark)
{
    m_stream.cancel();
    m_files = files;
    m_isDark = isDark;
    m_done.clear();
    m_waiting.clear();
    m_current = -1;
}

void CodeHighlighter::request(const QList<qsizetype> &files)
{
    m_waiting.clear();
    for (qsizetype file : files) {
        if (file != m_current && !m_done.contains(file))
            m_waiting.append(file);
    }
    if (m_current >= 0 && !files.contains(m_current) && !m_waiting.isEmpty()) {
        m_stream.cancel();
        m_current = -1;
    }
    if (m_current < 0)
        startNext();
}

void CodeHighlighter::startNext()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT idle();
        return;
    }
    m_current = m_waiting.takeFirst();
    m_stream.start(
        [definitions = m_definitions, files = m_files, file = m_current,
         isDark = m_isDark](const CancelToken &cancel, const std::function<void(CodeBatch)> &sink) {
            return highlightCode(*definitions, files, file, isDark, sink, cancel);
        },
        [this](const CodeBatch &batch) { Q_EMIT batchReady(batch); },
        [this](const Result<> &) {
            // A file that could not be highlighted is shown plain; asking again would not help.
            m_done.insert(std::exchange(m_current, -1));
            startNext();
        });
}
