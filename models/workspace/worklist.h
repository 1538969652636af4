// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

/// Work that is going on in the background, for the status strip. GUI thread only.
class WorkList final : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        quint64 id = 0;
        QString text;                 ///< "Committing", "Rendering production"
        qint64 done = 0, total = 0;   ///< total 0: not known
        std::function<void()> cancel; ///< empty: cannot be cancelled
    };

    /// Keeps an entry in the list for as long as it lives.
    class Handle
    {
    public:
        Handle() = default;
        Handle(WorkList *list, quint64 id)
            : m_list(list)
            , m_id(id)
        {}
        Handle(Handle &&other) noexcept { *this = std::move(other); }
        Handle &operator=(Handle &&other) noexcept;
        ~Handle() { finish(); }
        void setProgress(qint64 done, qint64 total);
        void finish();

    private:
        WorkList *m_list = nullptr; // outlives every handle: the repository's view owns both
        quint64 m_id = 0;
    };

    using QObject::QObject;

    [[nodiscard]] Handle add(const QString &text, std::function<void()> cancel = {});
    const QList<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    void changed();

private:
    friend class Handle;
    void setProgress(quint64 id, qint64 done, qint64 total);
    void remove(quint64 id);

    QList<Entry> m_entries;
    quint64 m_lastId = 0;
};
