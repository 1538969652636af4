// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/shippedtypes.h"

#include "drafting/text.h"

#include <QCryptographicHash>
#include <QFile>

#include <cmath>

using namespace Qt::StringLiterals;

// Outside of any namespace, as the macro wants it.
static void initCommitTypes()
{
    Q_INIT_RESOURCE(committypes);
}

namespace Drafting {

namespace {

constexpr QByteArrayView kTypesFormat = "plumbline-commit-types 1 ";
constexpr double kWeightUnit = 100;

std::unexpected<Error> failModel()
{
    return fail(ErrorKind::Invalid, Text::tr("The model of commit types is damaged or of another version."));
}

} // namespace

const QStringList &ShippedTypes::types()
{
    static const QStringList all = {u"feat"_s, u"fix"_s,   u"chore"_s, u"docs"_s,  u"ci"_s,    u"refactor"_s,
                                    u"test"_s, u"build"_s, u"perf"_s,  u"style"_s, u"revert"_s};
    return all;
}

Result<ShippedTypes> ShippedTypes::parse(const QByteArray &text)
{
    const qsizetype first = text.indexOf('\n');
    if (first < 0 || !text.startsWith(kTypesFormat))
        return failModel();
    const QByteArray body = text.sliced(first + 1);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex() !=
        text.first(first).sliced(kTypesFormat.size()))
        return failModel();
    QByteArrayList lines = body.split('\n');
    if (QString::fromLatin1(lines.takeFirst()).split(u'\t') != types())
        return failModel();
    ShippedTypes model;
    for (const QByteArray &line : std::as_const(lines)) {
        if (line.isEmpty())
            continue;
        const qsizetype tab = line.indexOf('\t');
        const QByteArrayList numbers = line.sliced(tab + 1).split(' ');
        if (tab <= 0 || numbers.size() != kTypes)
            return failModel();
        auto &row = model.m_weights[line.first(tab)];
        for (int k = 0; k < kTypes; ++k) {
            bool isNumber = false;
            row[size_t(k)] = numbers[k].toShort(&isNumber);
            if (!isNumber)
                return failModel();
        }
    }
    return model;
}

const ShippedTypes &ShippedTypes::builtIn()
{
    static const ShippedTypes model = [] {
        initCommitTypes();
        QFile file(u":/commit-types/model.txt"_s);
        return file.open(QIODevice::ReadOnly) ? parse(file.readAll()).value_or(ShippedTypes())
                                              : ShippedTypes();
    }();
    return model;
}

ShippedTypes::Scores ShippedTypes::scores(const QList<QByteArray> &generalFeatures) const
{
    Scores sums = {};
    int known = 0;
    for (const QByteArray &feature : generalFeatures) {
        const auto row = m_weights.constFind(feature);
        if (row == m_weights.cend())
            continue;
        ++known;
        for (size_t k = 0; k < kTypes; ++k)
            sums[k] += (*row)[k];
    }
    for (double &sum : sums)
        sum = known > 0 ? sum / std::sqrt(known) / kWeightUnit : 0;
    return sums;
}

} // namespace Drafting
