// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/redactor.h"

#include "policy/secrets/values.h"

#include <algorithm>

namespace Policy {

namespace {

constexpr qsizetype kShortestValue = 4, kShortestLine = 12;

struct Piece
{
    qsizetype start = 0, end = 0, value = 0;
};

} // namespace

Redactor::~Redactor()
{
    for (QByteArray &value : m_values)
        value.fill('\0');
}

void Redactor::learnValue(const QByteArray &rule, const QByteArray &value)
{
    if (value.isEmpty() || m_places.contains(value))
        return;
    const QByteArray number = QByteArray::number(++m_numbers[rule]);
    m_redactions += {rule, "«secret:" + rule + ':' + number + "»", 0};
    m_places.insert(value, m_values.size());
    m_values += value;
    // A password may be a word of a placeholder, such as "secret".
    const auto isPartOf = [](const QByteArray &placeholder, const QByteArray &each) {
        return each.size() >= kShortestValue && placeholder.contains(each);
    };
    for (qsizetype i = 0; i < m_redactions.size(); ++i) {
        QByteArray &placeholder = m_redactions[i].placeholder;
        const bool isNew = i + 1 == m_redactions.size();
        const auto holds = [&](const QByteArray &each) { return isPartOf(placeholder, each); };
        if (isNew ? std::ranges::any_of(m_values, holds) : holds(value))
            placeholder = "«#" + QByteArray::number(i + 1) + "»";
    }
}

void Redactor::learnFindings(const QList<SecretFinding> &findings, QByteArrayView content)
{
    for (const SecretFinding &finding : findings) {
        const QByteArray value = content.sliced(finding.start, finding.end - finding.start).toByteArray();
        learnValue(finding.rule, value);
        // In a diff each line of it stands behind a sign.
        const QList<QByteArray> lines = value.contains('\n') ? value.split('\n') : QList<QByteArray>();
        for (const QByteArray &line : lines) {
            const QByteArray text = line.trimmed();
            if (text.size() >= kShortestLine && !text.startsWith("-----"))
                learnValue(finding.rule, text);
        }
    }
}

void Redactor::learn(const QByteArray &path, QByteArrayView content)
{
    const FileScan scan = scanFile(path, content);
    learnFindings(scan.findings, content);
    for (const SuppressedSecret &suppressed : scan.suppressed)
        learnFindings({suppressed.finding}, content);
}

QByteArray Redactor::redact(QByteArrayView text)
{
    const FileScan scan = scanText(text);
    learnFindings(scan.findings, text);
    QList<Piece> pieces;
    for (const SecretFinding &finding : scan.findings) {
        const auto place =
            m_places.constFind(text.sliced(finding.start, finding.end - finding.start).toByteArray());
        if (place != m_places.cend())
            pieces.append({finding.start, finding.end, *place});
    }
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const QByteArray &value = m_values[i];
        if (value.size() < kShortestValue)
            continue;
        for (qsizetype at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
            pieces.append({at, at + value.size(), i});
    }
    std::ranges::sort(pieces, [](const Piece &a, const Piece &b) {
        return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
    QByteArray redacted;
    qsizetype done = 0;
    for (const Piece &piece : std::as_const(pieces)) {
        if (piece.end <= done)
            continue;
        if (piece.start >= done) {
            redacted += text.sliced(done, piece.start - done);
            redacted += m_redactions[piece.value].placeholder;
            ++m_redactions[piece.value].count;
        }
        done = piece.end; // what overlaps the one before goes with it
    }
    return redacted + text.sliced(done).toByteArray();
}

QList<Redaction> Redactor::redactions() const
{
    QList<Redaction> used = m_redactions;
    used.removeIf([](const Redaction &each) { return each.count == 0; });
    return used;
}

bool Redactor::repeats(QByteArrayView text) const
{
    return std::ranges::any_of(m_values, [&](const QByteArray &value) {
        return value.size() >= kShortestValue && text.contains(value);
    });
}

} // namespace Policy
