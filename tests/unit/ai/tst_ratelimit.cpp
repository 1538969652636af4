// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/ratelimit.h"

#include "support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// So many requests a minute, by everybody together.
class RateLimitTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);

    QString folder(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void aFullBucketIsEmptiedThenFillsEvenly()
    {
        const Ai::RateLimit limit(folder(u"even"_s), 6);
        for (int request = 0; request < 6; ++request)
            QCOMPARE(*limit.take("a", m_now), 0ms);
        const auto pause = limit.take("a", m_now);
        VERIFY_RESULT(pause);
        QVERIFY2(*pause > 9s && *pause <= 10s + 1ms, QByteArray::number(pause->count()).constData());
        QVERIFY(*limit.take("a", m_now.addMSecs(9900)) > 0ms);
        QCOMPARE(*limit.take("a", m_now.addMSecs(10'010)), 0ms);
        QVERIFY(*limit.take("a", m_now.addMSecs(10'020)) > 0ms);
    }

    void eachProviderHasItsOwn()
    {
        const Ai::RateLimit limit(folder(u"own"_s), 1);
        QCOMPARE(*limit.take("a", m_now), 0ms);
        QCOMPARE(*limit.take("b", m_now), 0ms);
        QVERIFY(*limit.take("a", m_now) > 0ms);
    }

    void twoProgramsShareOneBucket()
    {
        std::atomic<int> taken = 0;
        std::vector<std::jthread> threads;
        for (int program = 0; program < 4; ++program)
            threads.emplace_back([this, &taken] {
                const Ai::RateLimit limit(folder(u"shared"_s), 100);
                for (int request = 0; request < 60; ++request)
                    taken += limit.take("a", m_now) == 0ms;
            });
        threads.clear();
        QCOMPARE(taken.load(), 100);
    }

    void noLimitAsksNobody() { QCOMPARE(*Ai::RateLimit(u"/proc/none"_s, 0).take("a", m_now), 0ms); }

    void damageAndClocksSetBackDoNotLockOut()
    {
        const Ai::RateLimit limit(folder(u"damaged"_s), 2);
        QCOMPARE(*limit.take("a", m_now.addDays(400)), 0ms);
        QCOMPARE(*limit.take("a", m_now.addDays(400)), 0ms);
        QCOMPARE(*limit.take("a", m_now), 0ms);
        const QStringList files = QDir(folder(u"damaged"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(folder(u"damaged/"_s) + files.first());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\0\xff nonsense", 11) > 0);
        file.close();
        QCOMPARE(*limit.take("a", m_now), 0ms);
        QCOMPARE(QFile::permissions(file.fileName()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aFolderThatCannotBeIsAnError()
    {
        VERIFY_FAILS(Ai::RateLimit(u"/proc/none"_s, 1).take("a", m_now), ErrorKind::External);
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "tst_ratelimit.moc"
