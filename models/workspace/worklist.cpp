// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/worklist.h"

#include <utility>

WorkList::Handle &WorkList::Handle::operator=(Handle &&other) noexcept
{
    if (this != &other) {
        finish();
        m_list = std::exchange(other.m_list, nullptr);
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

void WorkList::Handle::setProgress(qint64 done, qint64 total)
{
    if (m_list)
        m_list->setProgress(m_id, done, total);
}

void WorkList::Handle::finish()
{
    if (WorkList *list = std::exchange(m_list, nullptr))
        list->remove(m_id);
}

WorkList::Handle WorkList::add(const QString &text, std::function<void()> cancel)
{
    m_entries.append({.id = ++m_lastId, .text = text, .cancel = std::move(cancel)});
    Q_EMIT changed();
    return Handle(this, m_lastId);
}

void WorkList::setProgress(quint64 id, qint64 done, qint64 total)
{
    for (Entry &entry : m_entries) {
        if (entry.id != id)
            continue;
        entry.done = done;
        entry.total = total;
        Q_EMIT changed();
    }
}

void WorkList::remove(quint64 id)
{
    if (m_entries.removeIf([id](const Entry &entry) { return entry.id == id; }) > 0)
        Q_EMIT changed();
}
