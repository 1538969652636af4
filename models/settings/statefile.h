// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QThreadPool>
#include <QTimer>

/// What the window remembers between runs (geometry, tabs, recent repositories), apart from the settings.
/// One JSON object in a file of mode 0600. GUI thread only; writing happens on an own thread.
class StateFile final : public QObject
{
    Q_OBJECT

public:
    /// An empty path remembers nothing beyond this object.
    explicit StateFile(const QString &path, QObject *parent = nullptr);
    ~StateFile() override; ///< writes what is waiting

    /// Reads the file; a file that is damaged, too large or of a later version is put aside under another
    /// name. Blocking, at most 1 MB. Returns a sentence for the user when something was put aside.
    QString load();

    QJsonValue value(const QString &key) const { return m_state.value(key); }
    void setValue(const QString &key, const QJsonValue &value); ///< saved half a second after the last change

private:
    void save();
    QString putAside(const QString &reason);

    QString m_path;
    QJsonObject m_state;
    QTimer m_delay;
    QThreadPool m_pool;
};
