// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/linerecords.h"

#include "base/text.h"
#include "drafting/hcl.h"
#include "drafting/imageref.h"
#include "drafting/leafreader.h"
#include "drafting/secrets.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostLines = 4'000;
constexpr qsizetype kLongestLine = 1'000;

// Name to value on either side, of the lines that a pattern with two groups matches; a third is a note on the
// value.
struct Pairs
{
    QMap<QString, QString> before, after;
};

Pairs matchLines(const Diff::FileDiff &file, const QRegularExpression &pattern)
{
    Pairs pairs;
    const qsizetype count = qMin(file.lines.size(), kMostLines);
    for (qsizetype i = 0; i < count; ++i) {
        const Diff::Line &line = file.lines[i];
        if (line.origin == Diff::LineOrigin::Context || line.length > kLongestLine)
            continue;
        const auto match = pattern.match(displayText(file.content(line)));
        if (!match.hasMatch())
            continue;
        auto &side = line.origin == Diff::LineOrigin::Removed ? pairs.before : pairs.after;
        const QString note = match.captured(3); // of a pinned action: the version behind the hash
        side.insert(match.captured(1),
                    match.captured(2).trimmed() + (note.isEmpty() ? note : QString(u" # " + note)));
    }
    return pairs;
}

QList<Record> recordsOf(const Pairs &pairs, RecordKind kind)
{
    QList<Record> records;
    for (const auto &[name, value] : pairs.after.asKeyValueRange()) {
        Record record{.kind = kind, .op = RecordOp::Add, .name = name, .newValue = value};
        if (const auto old = pairs.before.constFind(name); old != pairs.before.cend()) {
            if (*old == value)
                continue;
            record.op = RecordOp::Change;
            record.oldValue = *old;
        }
        records.append(record);
    }
    for (const auto &[name, value] : pairs.before.asKeyValueRange()) {
        if (!pairs.after.contains(name))
            records.append({.kind = kind, .op = RecordOp::Remove, .name = name, .oldValue = value});
    }
    return records;
}

// A version or the name of a branch or tag; anything else in its place is not repeated.
bool isPlainVersion(const QString &value)
{
    static const QRegularExpression shape(u"^[\\w.+~^*<>=:/@-]{0,110}(?: # [\\w.+/-]{1,40})?$"_s);
    return shape.match(value).hasMatch() && !containsSecret(value);
}

void hideSecrets(QList<Record> &records)
{
    for (Record &record : records) {
        if (!isPlainVersion(record.oldValue) || !isPlainVersion(record.newValue)) {
            record.oldValue.clear();
            record.newValue.clear();
            record.isSecret = true;
        }
    }
}

Record blockRecord(const HclBlock &block, RecordOp op)
{
    Record record{.op = op};
    record.resourceKind = shownText(block.type);
    record.resourceName = shownText(block.labels);
    record.kind = block.type == "variable" ? RecordKind::TfVariable
                  : block.type == "output" ? RecordKind::TfOutput
                                           : RecordKind::Resource;
    record.name = record.resourceName;
    return record;
}

void compareBlocks(const HclBlock &before, const HclBlock &after, QList<Record> &records)
{
    QStringList names;
    for (const auto &[name, value] : before.attributes + after.attributes) {
        if (!names.contains(shownText(name)))
            names.append(shownText(name));
    }
    for (const QString &name : std::as_const(names)) {
        const QByteArray old = before.value(name.toUtf8());
        const QByteArray now = after.value(name.toUtf8());
        if (old == now)
            continue;
        Record record = blockRecord(after, old.isEmpty()   ? RecordOp::Add
                                           : now.isEmpty() ? RecordOp::Remove
                                                           : RecordOp::Change);
        record.kind = RecordKind::Field;
        record.field = name;
        record.name = name;
        record.oldValue = shownText(old);
        record.newValue = shownText(now);
        const bool isVersion = name == "version"_L1 || name.endsWith(".version"_L1);
        if (after.type == "module" && isVersion) {
            record.kind = RecordKind::ModuleVersion;
            record.name = record.resourceName;
        } else if (after.type == "provider" && isVersion) {
            record.kind = RecordKind::ProviderVersion;
            record.name = record.resourceName;
        } else if (after.type.isEmpty()) {
            record.kind = RecordKind::TfValue;
        }
        const bool isVariableDefault = isSecretName(name) || isSecretName(record.resourceName);
        const bool isVersionKind = record.kind != RecordKind::Field && record.kind != RecordKind::TfValue;
        if (!isVersionKind &&
            (isVariableDefault || looksSecret(record.oldValue) || looksSecret(record.newValue))) {
            record.isSecret = true;
            record.oldValue.clear();
            record.newValue.clear();
        }
        constexpr qsizetype longest = 60;
        if (record.newValue.size() > longest || record.newValue.contains(u'{') ||
            record.newValue.contains(u'('))
            record.newValue.clear();
        if (record.oldValue.size() > longest || record.oldValue.contains(u'{') ||
            record.oldValue.contains(u'('))
            record.oldValue.clear();
        records.append(record);
    }
}

} // namespace

QList<Record> actionRecords(const Diff::FileDiff &file)
{
    static const QRegularExpression uses(
        uR"re(^\s*(?:-\s+)?uses:\s*['"]?([\w.-]+/[\w./-]+)@(\S+?)['"]?(?:\s+#\s*(?:\S+\s+)*?(\S*\d\S*).*|\s+#.*)?$)re"_s);
    QList<Record> records = recordsOf(matchLines(file, uses), RecordKind::ActionVersion);
    hideSecrets(records);
    return records;
}

QList<Record> dependencyRecords(const Diff::FileDiff &file)
{
    const QByteArray name = fileName(file.path());
    const auto pattern = [&]() -> QString {
        if (name == "package.json" || name == "composer.json")
            return uR"re(^\s*"(@?[\w./-]+)"\s*:\s*"([~^>=<v]*\d[\w.+-]*)",?\s*$)re"_s;
        if (name == "go.mod")
            return uR"re(^\s*(?:require\s+)?([\w.-]+\.[\w./-]+)\s+(v\d\S*).*$)re"_s;
        if (name.endsWith(".txt"))
            return uR"re(^\s*([\w.\[\]-]+)\s*[=~><]=\s*([\w.*+-]+).*$)re"_s;
        if (name == "Gemfile")
            return uR"re(^\s*gem\s+['"]([\w-]+)['"]\s*,\s*['"]([^'"]+)['"].*$)re"_s;
        return uR"re(^\s*"?([\w.-]+)"?\s*(?:=|:)\s*(?:\{\s*version\s*=\s*)?"([~^>=<v]*\d[\w.+-]*)".*$)re"_s;
    }();
    Pairs pairs = matchLines(file, QRegularExpression(pattern));
    for (auto *side : {&pairs.before, &pairs.after}) {
        side->remove(u"version"_s); // of the package itself
        side->remove(u"node"_s);
    }
    QList<Record> records = recordsOf(pairs, RecordKind::Dependency);
    hideSecrets(records);
    return records;
}

QList<Record> baseImageRecords(const Diff::FileDiff &file)
{
    static const QRegularExpression from(uR"re(^FROM\s+(?:--platform=\S+\s+)?([^\s:@]+)[:@](\S+).*$)re"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QList<Record> records = recordsOf(matchLines(file, from), RecordKind::BaseImage);
    for (Record &record : records) {
        record.name = record.name.section(u'/', -1);
        record.newValue = record.newValue.section(u'@', 0, 0);
        record.oldValue = record.oldValue.section(u'@', 0, 0);
    }
    static const QRegularExpression tool(
        uR"re(^(?:ARG|ENV)\s+([A-Za-z]\w*)_VERSION[= ]"?([\w.+-]+)"?\s*$)re"_s);
    QList<Record> tools = recordsOf(matchLines(file, tool), RecordKind::Dependency);
    for (Record &record : tools)
        record.name = record.name.toLower().replace(u'_', u'-');
    records += tools;
    hideSecrets(records);
    return records;
}

QList<Record> terraformRecords(const QByteArray &before, const QByteArray &after)
{
    QList<Record> records;
    QMap<QByteArray, HclBlock> old;
    for (const HclBlock &block : parseHcl(before))
        old.insert(block.address(), block);
    for (const HclBlock &block : parseHcl(after)) {
        const auto match = old.constFind(block.address());
        if (match != old.cend())
            compareBlocks(*match, block, records);
        else if (block.type.isEmpty())
            compareBlocks({}, block, records);
        else
            records.append(blockRecord(block, RecordOp::Add));
        old.remove(block.address());
    }
    for (const HclBlock &block : std::as_const(old)) {
        if (block.type.isEmpty())
            compareBlocks(block, {}, records);
        else
            records.append(blockRecord(block, RecordOp::Remove));
    }
    return records;
}

} // namespace Drafting
