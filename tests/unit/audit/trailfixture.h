// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/trail.h"

#include <QTemporaryDir>

namespace Tests {

/// A trail in a folder of its own.
class Trail
{
public:
    QString folder() const { return m_dir.path() + QStringLiteral("/state/audit"); }
    QString path(const QString &name) const { return folder() + u'/' + name; }

    static Audit::Entry entry(int number);
    Result<Audit::Head> add(const Audit::Entry &entry) const { return Audit::append(folder(), entry); }
    void fill(int count) const; ///< must succeed

    QByteArray read(const QString &name = QStringLiteral("trail.jsonl")) const;
    void write(const QByteArray &content, const QString &name = QStringLiteral("trail.jsonl")) const;
    QStringList names() const; ///< of the files

private:
    QTemporaryDir m_dir;
};

} // namespace Tests
