// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/scan.h"

#include "policy/secrets/encryption.h"
#include "policy/secrets/formats.h"
#include "policy/secrets/readers.h"
#include "policy/text.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace Policy {

namespace {

constexpr size_t kEffort = 64 * 1024 * 1024; // bytes behind keywords

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QString maskOf(std::string_view value, SecretKind kind)
{
    // A token tells by its first bytes whose it is; of anything else they would be a part of the secret.
    const bool hasPrefix = kind == SecretKind::Token && value.size() >= 20;
    return u"%1••• (%2 B)"_s.arg(hasPrefix ? QString::fromLatin1(value.data(), 4) : QString(),
                                 QString::number(value.size()));
}

QByteArray fingerprintOf(const SecretFinding &finding, std::string_view place, std::string_view value)
{
    const QByteArray ofValue = QCryptographicHash::hash(bytesOf(value), QCryptographicHash::Sha256).first(2);
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const QByteArray &part : {finding.rule, finding.path, bytesOf(place), ofValue})
        all.addData(QByteArray(part + '\0'));
    return all.result().toHex().first(16);
}

/// Counts lines forwards only, as findings come in order.
class LineCounter
{
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {}

    int lineOf(size_t at)
    {
        for (size_t next = m_at; (next = m_text.find('\n', next)) < at; ++next) {
            ++m_line;
            m_start = next + 1;
        }
        m_at = std::max(m_at, at);
        return m_line;
    }
    int columnOf(size_t at) const { return static_cast<int>(at - m_start) + 1; }

private:
    std::string_view m_text;
    size_t m_at = 0, m_start = 0;
    int m_line = 1;
};

// Of two that share bytes the one with more of them stays, of the same the surer one, then the one by shape.
void dropOverlaps(std::vector<Match> &matches)
{
    std::ranges::stable_sort(matches, [](const Match &a, const Match &b) {
        const size_t sizeA = a.end - a.start, sizeB = b.end - b.start;
        return sizeA != sizeB ? sizeA > sizeB : a.confidence > b.confidence;
    });
    std::vector<Match> kept;
    std::ranges::sort(matches, {}, &Match::start);
    for (Match &match : matches) {
        if (kept.empty() || match.start >= kept.back().end) {
            kept.push_back(std::move(match));
            continue;
        }
        Match &last = kept.back();
        const size_t sizeLast = last.end - last.start, size = match.end - match.start;
        if (size > sizeLast || (size == sizeLast && match.confidence > last.confidence))
            last = std::move(match);
    }
    matches = std::move(kept);
}

SecretFinding makeFinding(const Match &match, const QByteArray &path, std::string_view text,
                          LineCounter &lines)
{
    const std::string_view value = text.substr(match.start, match.end - match.start);
    SecretFinding finding{
        .rule = bytesOf(match.rule),
        .kind = match.kind,
        .confidence = match.confidence,
        .provider = QString::fromUtf8(match.provider.data(), static_cast<qsizetype>(match.provider.size())),
        .path = path};
    finding.line = lines.lineOf(match.start);
    finding.column = lines.columnOf(match.start);
    finding.endLine = finding.line + static_cast<int>(std::ranges::count(trimmed(value), '\n'));
    finding.start = static_cast<qsizetype>(match.start);
    finding.end = static_cast<qsizetype>(match.end);
    finding.masked = maskOf(value, match.kind);
    finding.fingerprint = fingerprintOf(finding, match.place, value);
    return finding;
}

std::vector<Match> findAll(Format format, bool isSample, std::string_view text, Effort &effort)
{
    std::vector<Match> matches = findByShape(text, effort);
    const std::vector<Match> byKeys = findByKeys(format, isSample, text, effort);
    matches.insert(matches.end(), byKeys.begin(), byKeys.end());
    dropOverlaps(matches);
    return matches;
}

SecretFinding makeWholeFile(const QByteArray &path, std::string_view rule, SecretKind kind,
                            Confidence confidence)
{
    SecretFinding finding{.rule = bytesOf(rule), .kind = kind, .confidence = confidence, .path = path};
    finding.fingerprint = fingerprintOf(finding, {}, {});
    return finding;
}

QList<SecretFinding> findInFile(const QByteArray &path, QByteArrayView content, const ScanSetting &setting)
{
    QList<SecretFinding> found;
    if (content.size() > setting.largestFile)
        return {makeNotScanned(
            path, Text::tr("the file is larger than %1 MB").arg(setting.largestFile / 1'000'000))};
    if (isOfGitCrypt(content))
        return found;
    const std::string_view text(content.data(), static_cast<size_t>(content.size()));
    const Format format = formatOf(path, text);
    if (format == Format::KeyStore)
        return {makeWholeFile(path, "key-store"sv, SecretKind::KeyStore, Confidence::Medium)};
    if (setting.encryption && setting.encryption->demands(path) && !isEncrypted(content))
        found += makeWholeFile(path, "sops-not-encrypted"sv, SecretKind::NotEncrypted, Confidence::High);
    Effort effort{.bytes = kEffort, .matches = static_cast<size_t>(setting.mostFindings)};
    LineCounter lines(text);
    for (const Match &match : findAll(format, isSamplePath(path), text, effort))
        found += makeFinding(match, path, text, lines);
    for (const Match &match : findByShape({path.constData(), static_cast<size_t>(path.size())}, effort)) {
        SecretFinding finding = makeWholeFile(path, match.rule, match.kind, match.confidence);
        finding.provider =
            QString::fromUtf8(match.provider.data(), static_cast<qsizetype>(match.provider.size()));
        found.prepend(finding);
    }
    if (effort.isSpent)
        found += makeNotScanned(path, Text::tr("there is more in it than is looked through"));
    return found;
}

} // namespace

ScanSetting makeSettingOf(const QByteArray &path, QByteArrayView content)
{
    ScanSetting setting;
    if (path.endsWith(".sops.yaml"))
        setting.encryption = std::make_shared<EncryptionRules>(path, content);
    else
        setting.ignores = IgnoreList(path, content);
    return setting;
}

SecretFinding makeNotScanned(const QByteArray &path, const QString &problem)
{
    SecretFinding finding = makeWholeFile(path, "not-scanned"sv, SecretKind::NotScanned, Confidence::High);
    finding.problem = problem;
    return finding;
}

FileScan scanFile(const QByteArray &path, QByteArrayView content, const ScanSetting &setting)
{
    FileScan scan;
    for (const SecretFinding &finding : findInFile(path, content, setting)) {
        auto ignore =
            finding.kind == SecretKind::NotScanned ? std::nullopt : findInlineIgnore(content, finding);
        if (!ignore && finding.kind != SecretKind::NotScanned)
            ignore = setting.ignores.find(finding);
        if (ignore)
            scan.suppressed += {finding, ignore->path, ignore->line, ignore->reason};
        else
            scan.findings += finding;
    }
    return scan;
}

FileScan scanText(QByteArrayView text)
{
    const ScanSetting setting;
    FileScan scan;
    scan.findings = findInFile({}, text, setting);
    return scan;
}

QList<QByteArray> secretRules()
{
    QList<QByteArray> rules = {"kubernetes-secret", "kustomize-literal", "kustomize-secret-file",
                               "password",          "secret-value",      "registry-login",
                               "terraform-state",   "key-store",         "sops-not-encrypted",
                               "not-scanned"};
    for (const std::string_view rule : shapeRules())
        rules += bytesOf(rule);
    return rules;
}

} // namespace Policy
