// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/linerecords.h"

#include "base/text.h"
#include "drafting/classify.h"
#include "drafting/secrets.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostLockLines = 20'000;
constexpr qsizetype kLongestLockLine = 400;

// How a lockfile writes names and versions: on two lines, or both on one.
struct LockShape
{
    QRegularExpression name, version, both;
};

const LockShape &shapeOf(const QByteArray &file)
{
    static const LockShape npm = {
        QRegularExpression(uR"re(^\s*"(?:[^"]*/)?node_modules/((?:@[\w.-]+/)?[\w.-]+)"\s*:)re"_s),
        QRegularExpression(uR"re(^\s*"version"\s*:\s*"([^"]+)")re"_s),
        {}};
    static const LockShape goSum = {
        {}, {}, QRegularExpression(uR"re(^(\S+) (v\d[^\s/]*)(?:/go\.mod)? h1:)re"_s)};
    static const LockShape pnpm = {
        {}, {}, QRegularExpression(uR"re(^ {2}'?/?((?:@[^@/\s']+/)?[^@/\s']+)@(\d[^:('\s]*)'?:)re"_s)};
    static const LockShape yarn = {QRegularExpression(uR"re(^"?((?:@[^@/\s"]+/)?[^@/\s",:]+)@)re"_s),
                                   QRegularExpression(uR"re(^ {2}version:? "?([^"\s]+)"?)re"_s),
                                   {}};
    static const LockShape chart = {QRegularExpression(uR"re(^- name: "?([\w.-]+)"?)re"_s),
                                    QRegularExpression(uR"re(^ {2}version: "?([^"\s]+)"?)re"_s),
                                    {}};
    static const LockShape terraform = {QRegularExpression(uR"re(^provider "(?:[^"]*/)?([\w-]+)")re"_s),
                                        QRegularExpression(uR"re(^\s+version\s*=\s*"([^"]+)")re"_s),
                                        {}};
    static const LockShape toml = {QRegularExpression(uR"re(^name = "([^"]+)")re"_s),
                                   QRegularExpression(uR"re(^version = "([^"]+)")re"_s),
                                   {}};
    if (file == "package-lock.json" || file == "npm-shrinkwrap.json")
        return npm;
    if (file == "go.sum")
        return goSum;
    if (file == "pnpm-lock.yaml")
        return pnpm;
    if (file == "yarn.lock")
        return yarn;
    if (file == "Chart.lock")
        return chart;
    return file == ".terraform.lock.hcl" ? terraform : toml;
}

bool isPlain(const QString &text)
{
    static const QRegularExpression shape(u"^[\\w.+~@/-]{1,80}$"_s);
    return shape.match(text).hasMatch() && !containsSecret(text);
}

// One side of a lockfile's changed lines.
class LockSide
{
public:
    explicit LockSide(const LockShape &shape)
        : m_shape(shape)
    {}

    QMap<QString, QStringList> versions; // several, where a package is there more than once

    void read(const QString &line, bool isChanged)
    {
        if (!m_shape.both.pattern().isEmpty()) {
            if (const auto match = m_shape.both.match(line); isChanged && match.hasMatch())
                add(match.captured(1), match.captured(2));
            return;
        }
        if (const auto name = m_shape.name.match(line); name.hasMatch())
            m_name = name.captured(1);
        else if (const auto version = m_shape.version.match(line);
                 isChanged && version.hasMatch() && !m_name.isEmpty())
            add(m_name, version.captured(1));
    }

    void forget() { m_name.clear(); }

private:
    void add(const QString &name, const QString &version)
    {
        if (!versions.value(name).contains(version))
            versions[name].append(version);
    }

    const LockShape &m_shape;
    QString m_name;
};

} // namespace

QList<Record> lockRecords(const Diff::FileDiff &file)
{
    const LockShape &shape = shapeOf(fileName(file.path()));
    LockSide before(shape), after(shape);
    qsizetype read = 0;
    for (const Diff::Hunk &hunk : file.hunks) {
        before.forget();
        after.forget();
        const qsizetype end = qMin(hunk.firstLine + hunk.lineCount, file.lines.size());
        for (qsizetype i = hunk.firstLine; i < end && read < kMostLockLines; ++i, ++read) {
            const Diff::Line &line = file.lines[i];
            if (line.length > kLongestLockLine)
                continue;
            const QString text = displayText(file.content(line));
            if (line.origin != Diff::LineOrigin::Added)
                before.read(text, line.origin == Diff::LineOrigin::Removed);
            if (line.origin != Diff::LineOrigin::Removed)
                after.read(text, line.origin == Diff::LineOrigin::Added);
        }
    }
    QList<Record> records;
    for (const auto &[name, versions] : after.versions.asKeyValueRange()) {
        const QStringList old = before.versions.value(name);
        for (qsizetype i = 0; i < versions.size() && old.size() == versions.size(); ++i) {
            if (old[i] != versions[i] && isPlain(name) && isPlain(old[i]) && isPlain(versions[i]))
                records.append({.kind = RecordKind::Dependency,
                                .op = RecordOp::Change,
                                .name = name,
                                .oldValue = old[i],
                                .newValue = versions[i]});
        }
    }
    return records;
}

} // namespace Drafting
