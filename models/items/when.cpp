// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/when.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct WhenText
{
    Q_DECLARE_TR_FUNCTIONS(When)
};

QString duration(qint64 seconds)
{
    constexpr qint64 minute = 60, hour = 60 * minute, day = 24 * hour, week = 7 * day, month = 30 * day,
                     year = 365 * day;
    if (seconds < hour)
        return WhenText::tr("%1 min").arg(qMax(qint64(1), seconds / minute));
    if (seconds < day)
        return WhenText::tr("%1 h").arg(seconds / hour);
    if (seconds < 2 * week)
        return WhenText::tr("%1 d").arg(seconds / day);
    if (seconds < 2 * month)
        return WhenText::tr("%1 wk").arg(seconds / week);
    if (seconds < 2 * year)
        return WhenText::tr("%1 mo").arg(seconds / month);
    return WhenText::tr("%1 y").arg(seconds / year);
}

// The language's own order of the parts, without the day of the week. Numbers alone could be another day, or
// another century.
QString dayText(const QDate &day, const QLocale &locale)
{
    static const QRegularExpression weekday(u"[\\s,]*\\bdddd\\b[\\s,.]*"_s);
    QString format = locale.dateFormat(QLocale::LongFormat).replace(weekday, u" "_s).trimmed();
    format.replace(u"MMMM"_s, u"MMM"_s);
    if (!format.contains(u"yyyy"_s) || !format.contains(u"d"_s))
        format = u"yyyy-MM-dd"_s;
    return locale.toString(day, format);
}

} // namespace

QString relativeTime(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (!moment.isValid())
        return WhenText::tr("unknown");
    if (qAbs(seconds) < 60)
        return WhenText::tr("now");
    return seconds > 0 ? duration(seconds) : WhenText::tr("in %1").arg(duration(-seconds));
}

QString exactTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return WhenText::tr("unknown");
    const QLocale locale;
    const QDateTime local = moment.toLocalTime();
    const QString own =
        dayText(local.date(), locale) + u' ' + locale.toString(local.time(), QLocale::ShortFormat);
    if (local.offsetFromUtc() == moment.offsetFromUtc())
        return own;
    //: %1: a moment as the reader's clock shows it, %2: the same as the clock of who wrote it showed it
    return WhenText::tr("%1 (%2)").arg(own, locale.toString(moment.time(), u"HH:mm"_s) + u' ' +
                                                moment.toString(u"t"_s));
}
