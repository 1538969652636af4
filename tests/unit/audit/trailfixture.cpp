// SPDX-License-Identifier: GPL-3.0-or-later
#include "trailfixture.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tests {

Audit::Entry Trail::entry(int number)
{
    return {.timestamp = QDateTime::fromSecsSinceEpoch(1'767'322'845 + number, QTimeZone::UTC),
            .model = Audit::kOfflineModel,
            .operation = u"generate_commit_message"_s,
            .user = u"ada"_s,
            .result = u"drafted"_s,
            .confidence = 0.75,
            .requestId = u"request-%1"_s.arg(number),
            .repository = u"/home/ada/shop"_s,
            .latency = 12ms,
            .isOffline = true};
}

void Trail::fill(int count) const
{
    for (int number = 1; number <= count; ++number) {
        if (const auto added = add(entry(number)); !added)
            qFatal("no record: %s", qPrintable(added.error().message + added.error().detail));
    }
}

QByteArray Trail::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Trail::write(const QByteArray &content, const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
}

QStringList Trail::names() const
{
    return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace Tests
