// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/types.h"

#include <QTimeZone>

namespace Git {

namespace {

constexpr std::array<qint8, 256> kDigits = [] {
    std::array<qint8, 256> digits;
    digits.fill(-1);
    for (qint8 value = 0; value < 16; ++value) {
        digits[static_cast<uchar>("0123456789abcdef"[value])] = value;
        digits[static_cast<uchar>("0123456789ABCDEF"[value])] = value;
    }
    return digits;
}();

} // namespace

std::optional<ObjectId> ObjectId::fromHex(QByteArrayView hex)
{
    if (hex.size() != 40 && hex.size() != 64)
        return std::nullopt;
    ObjectId id;
    id.m_size = static_cast<quint8>(hex.size() / 2);
    for (qsizetype at = 0; at < id.m_size; ++at) {
        const int high = kDigits[static_cast<uchar>(hex[2 * at])];
        const int low = kDigits[static_cast<uchar>(hex[2 * at + 1])];
        if (high < 0 || low < 0)
            return std::nullopt;
        id.m_bytes[static_cast<size_t>(at)] = static_cast<uchar>(high << 4 | low);
    }
    return id;
}

ObjectId ObjectId::fromRaw(const uchar *bytes, qsizetype size)
{
    Q_ASSERT(size == 20 || size == 32);
    ObjectId id;
    std::memcpy(id.m_bytes.data(), bytes, static_cast<size_t>(size));
    id.m_size = static_cast<quint8>(size);
    return id;
}

bool ObjectId::isNull() const
{
    return std::ranges::all_of(m_bytes, [](uchar byte) { return byte == 0; });
}

QByteArray ObjectId::toHex() const
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes.data()), m_size).toHex();
}

QDateTime Moment::toDateTime() const
{
    const int seconds_ = std::clamp(offsetMinutes, -14 * 60, 14 * 60) * 60;
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::fromSecondsAheadOfUtc(seconds_));
}

QByteArray Ref::shortName() const
{
    for (const char *prefix : {"refs/heads/", "refs/remotes/", "refs/tags/", "refs/"}) {
        if (name.startsWith(prefix))
            return name.sliced(static_cast<qsizetype>(std::strlen(prefix)));
    }
    return name;
}

} // namespace Git
