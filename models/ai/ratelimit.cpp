// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/ratelimit.h"

#include "ai/text.h"
#include "base/descriptor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

struct Bucket
{
    double requests = 0;
    qint64 at = 0; // milliseconds since 1970
};

/// A file that says nothing, or something else, is a full bucket.
Bucket readBucket(int file, double full, qint64 now)
{
    std::array<char, 64> bytes = {};
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
    const QList<QByteArray> words =
        QByteArray(bytes.data(), std::max<ssize_t>(0, size)).simplified().split(' ');
    bool isNumber = false, isTime = false;
    const Bucket bucket{.requests = words.value(0).toDouble(&isNumber),
                        .at = words.value(1).toLongLong(&isTime)};
    if (words.size() != 2 || !isNumber || !isTime || bucket.at > now + 60'000) // a clock that was set back
        return {.requests = full, .at = now};
    return bucket;
}

bool writeBucket(int file, const Bucket &bucket)
{
    const QByteArray text =
        QByteArray::number(bucket.requests, 'f', 4) + ' ' + QByteArray::number(bucket.at) + '\n';
    return ::ftruncate(file, 0) == 0 &&
           ::pwrite(file, text.constData(), size_t(text.size()), 0) == text.size();
}

} // namespace

RateLimit::RateLimit(QString folder, int perMinute)
    : m_folder(std::move(folder))
    , m_perMinute(perMinute)
{}

Result<std::chrono::milliseconds> RateLimit::take(const QByteArray &origin, const QDateTime &now) const
{
    using std::chrono::milliseconds;
    if (m_perMinute < 1)
        return milliseconds(0);
    const QByteArray name = QCryptographicHash::hash(origin, QCryptographicHash::Sha256).toHex().first(24);
    const QString path = m_folder + "/requests-"_L1 + QString::fromLatin1(name);
    QDir().mkpath(m_folder);
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    const auto refuse = [&path] {
        return fail(ErrorKind::External,
                    Text::tr("The count of requests to the model provider cannot be kept."),
                    path + ": "_L1 + QString::fromLocal8Bit(std::strerror(errno)));
    };
    if (!file.isOpen() || ::flock(file.number(), LOCK_EX) != 0)
        return refuse();
    const qint64 time = now.toMSecsSinceEpoch();
    const double full = m_perMinute, eachMillisecond = m_perMinute / 60'000.0;
    Bucket bucket = readBucket(file.number(), full, time);
    bucket.requests =
        std::min(full, bucket.requests + double(std::max<qint64>(0, time - bucket.at)) * eachMillisecond);
    bucket.at = time;
    if (bucket.requests < 1)
        return milliseconds(qint64((1 - bucket.requests) / eachMillisecond) + 1);
    bucket.requests -= 1;
    if (!writeBucket(file.number(), bucket))
        return refuse();
    return milliseconds(0);
}

} // namespace Ai
