// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/ignores.h"

#include "base/text.h"

#include <algorithm>

namespace Policy {

namespace {

constexpr QByteArrayView kOwnMark("ai-cli:allow");

QByteArrayView lineAround(QByteArrayView content, qsizetype at)
{
    const qsizetype before = at > 0 ? content.lastIndexOf('\n', at - 1) : -1;
    const qsizetype after = content.indexOf('\n', at);
    return content.sliced(before + 1, (after < 0 ? content.size() : after) - before - 1);
}

QString reasonFrom(QByteArrayView text)
{
    QByteArray reason = text.toByteArray().trimmed();
    for (const QByteArrayView end : {QByteArrayView("-->"), QByteArrayView("*/"), QByteArrayView("}}")}) {
        if (reason.endsWith(end))
            reason = reason.chopped(end.size()).trimmed();
    }
    return displayText(reason.left(200));
}

bool isIdByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ',';
}

std::optional<QString> reasonOfOwn(QByteArrayView line, const QByteArray &rule)
{
    for (qsizetype at = line.indexOf(kOwnMark); at >= 0; at = line.indexOf(kOwnMark, at + 1)) {
        const QByteArrayView rest = line.sliced(at + kOwnMark.size());
        qsizetype start = 0;
        while (start < rest.size() && (rest[start] == ' ' || rest[start] == '\t' || rest[start] == ':'))
            ++start;
        qsizetype end = start;
        while (end < rest.size() && isIdByte(rest[end]))
            ++end;
        if (rest.sliced(start, end - start).toByteArray().split(',').contains(rule))
            return reasonFrom(rest.sliced(end));
    }
    return {};
}

} // namespace

IgnoreList::IgnoreList(const QByteArray &path, QByteArrayView content)
    : m_path(path)
{
    int number = 0;
    for (const QByteArray &line : content.toByteArray().split('\n')) {
        ++number;
        const qsizetype comment = line.indexOf('#');
        QByteArray entry = (comment < 0 ? line : line.first(comment)).trimmed();
        if (entry.isEmpty())
            continue;
        const Ignore ignore{m_path, number, comment < 0 ? QString() : reasonFrom(line.sliced(comment + 1))};
        const QList<QByteArray> parts = entry.split(':');
        const bool hasCommit = parts.size() > 3 && parts[0].size() == 40;
        m_entries.insert(hasCommit ? entry.sliced(41) : entry, ignore);
    }
}

std::optional<Ignore> IgnoreList::find(const SecretFinding &finding) const
{
    if (m_entries.isEmpty())
        return {};
    const QByteArray place = finding.path + ':' + finding.rule + ':' + QByteArray::number(finding.line);
    for (const QByteArray &key : {finding.fingerprint, place}) {
        const auto found = m_entries.constFind(key);
        if (found != m_entries.cend())
            return *found;
    }
    return {};
}

std::optional<Ignore> findInlineIgnore(QByteArrayView content, const SecretFinding &finding)
{
    if (finding.line == 0 || finding.start >= content.size())
        return {};
    // The mark may stand behind the first or the last line of a value of several.
    const qsizetype last = std::max(finding.start, finding.end - 1);
    for (const qsizetype at : {finding.start, last}) {
        const QByteArrayView line = lineAround(content, at);
        const int number = at == finding.start ? finding.line : finding.endLine;
        if (const auto reason = reasonOfOwn(line, finding.rule))
            return Ignore{finding.path, number, *reason};
        for (const QByteArrayView mark :
             {QByteArrayView("gitleaks:allow"), QByteArrayView("pragma: allowlist secret")}) {
            if (const qsizetype place = line.indexOf(mark); place >= 0)
                return Ignore{finding.path, number, reasonFrom(line.sliced(place + mark.size()))};
        }
        if (finding.line == finding.endLine)
            break;
    }
    return {};
}

} // namespace Policy
