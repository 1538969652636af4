// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/words.h"

#include "audit/text.h"
#include "base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Audit {

namespace {

// Sorted as the lines are, those of the source document first.
const QStringList kColumns{
    u"seq"_s,        u"timestamp"_s, u"model"_s,      u"operation"_s,  u"user"_s,        u"result"_s,
    u"confidence"_s, u"use"_s,       u"repository"_s, u"request_id"_s, u"diff_sha256"_s, u"output_sha256"_s,
    u"survival"_s,   u"tokens_in"_s, u"tokens_out"_s, u"cost"_s,       u"latency_ms"_s,  u"redactions"_s,
    u"offline"_s,    u"mended"_s,    u"kept_as"_s,    u"lost"_s,       u"prev"_s};

QString cellOf(const QJsonValue &value)
{
    if (!value.isString())
        return value.toVariant().toString();
    QString text = visibleText(value.toString());
    if (!text.isEmpty() && u"=+-@\t"_s.contains(text.front()))
        text.prepend(u'\'');
    static const QString special = u",\"\n"_s;
    const bool isQuoted = std::ranges::any_of(text, [](QChar letter) { return special.contains(letter); });
    return isQuoted ? QString(u'"' + text.replace(u'"', u"\"\""_s) + u'"') : text;
}

QString mendedText(const QString &found)
{
    if (found == "cut_off"_L1)
        return Text::tr("records had been cut off");
    if (found == "last_line_unreadable"_L1)
        return Text::tr("the line before was no record");
    if (found == "head_missing"_L1)
        return Text::tr("what keeps the end was missing");
    if (found == "head_unreadable"_L1)
        return Text::tr("what keeps the end was damaged");
    return Text::tr("the line before was not the one that was written last");
}

} // namespace

QJsonObject toJson(const Record &record)
{
    const QJsonObject line = QJsonDocument::fromJson(record.line).object();
    QJsonObject act = line.value("ai_operations"_L1).toObject();
    act.insert(u"seq"_s, line.value("seq"_L1));
    act.insert(u"prev"_s, line.value("prev"_L1));
    return act;
}

QString verdictText(const Verification &found)
{
    const QString line = QString::number(found.line), missing = QString::number(found.missing);
    switch (found.flaw) {
    case Flaw::None:
        return found.records == 0 ? Text::tr("There are no records")
                                  : Text::tr("All %n record(s) are as they were written", nullptr,
                                             int(std::min<quint64>(found.records, INT_MAX)));
    case Flaw::NoRecord:
        return Text::tr("Line %1 is no record").arg(line);
    case Flaw::Gap:
        //: %1: a line; %2: how many
        return Text::tr("Before line %1 records are missing: %2").arg(line, missing);
    case Flaw::OutOfOrder:
        return Text::tr("Line %1 does not belong there: it was moved or copied").arg(line);
    case Flaw::Altered:
        return Text::tr("Line %1 was changed after it was written").arg(line);
    case Flaw::CutOff:
        return Text::tr("From line %1 on records were cut off: %2").arg(line, missing);
    case Flaw::NoHead:
        return Text::tr(
                   "What keeps the end is missing or damaged, so that records behind line %1 may be cut off")
            .arg(line);
    case Flaw::Mended:
        return Text::tr("Before line %1 the trail was damaged: %2").arg(line, mendedText(found.detail));
    case Flaw::OtherHistory:
        return Text::tr("Line %1 is another one than was noted down").arg(line);
    }
    return {};
}

QString flawName(Flaw flaw)
{
    switch (flaw) {
    case Flaw::None:
        return u"none"_s;
    case Flaw::NoRecord:
        return u"no_record"_s;
    case Flaw::Gap:
        return u"gap"_s;
    case Flaw::OutOfOrder:
        return u"out_of_order"_s;
    case Flaw::Altered:
        return u"altered"_s;
    case Flaw::CutOff:
        return u"cut_off"_s;
    case Flaw::NoHead:
        return u"no_head"_s;
    case Flaw::Mended:
        return u"mended"_s;
    case Flaw::OtherHistory:
        return u"other_history"_s;
    }
    return {};
}

QStringList remarksOn(const Verification &found)
{
    QStringList remarks;
    if (found.torn > 0)
        remarks += Text::tr("A record was not finished; the next one puts aside what there is of it");
    if (found.healed > 0)
        remarks += Text::tr("Unfinished records were put aside: %1").arg(found.healed);
    if (found.isOpenToOthers)
        remarks += Text::tr("Other users may read or write the trail; the next record sets that right");
    if (found.isIntact() && !found.isAnchored && found.records > 0)
        remarks += Text::tr("Whether all of it was replaced is known only with an end that was noted down");
    return remarks;
}

QByteArray formatCsv(const QList<Record> &records)
{
    QString text = kColumns.join(u',') + u'\n';
    for (const Record &record : records) {
        const QJsonObject act = toJson(record);
        QStringList cells;
        for (const QString &column : kColumns)
            cells += cellOf(act.value(column));
        text += cells.join(u',') + u'\n';
    }
    return text.toUtf8();
}

QByteArray formatJson(const QList<Record> &records)
{
    QJsonArray acts;
    for (const Record &record : records)
        acts += toJson(record);
    return QJsonDocument(QJsonObject{{u"ai_operations"_s, acts}, {u"schemaVersion"_s, 1}}).toJson();
}

} // namespace Audit
