// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/filepair.h"

#include <QHash>

#include <algorithm>

namespace Policy {

namespace {

// The value itself besides the fingerprint, which knows two bytes of it only. Leaves this file in no form.
QByteArray identityOf(const SecretFinding &finding, const QByteArray &content)
{
    return finding.fingerprint + content.sliced(finding.start, finding.end - finding.start);
}

QHash<QByteArray, int> countsOf(const QList<SecretFinding> &findings, const QByteArray &content)
{
    QHash<QByteArray, int> counts;
    for (const SecretFinding &finding : findings)
        ++counts[identityOf(finding, content)];
    return counts;
}

} // namespace

void scanWhole(const QByteArray &path, const Result<QByteArray> &content, const ScanSetting &setting,
               SecretScan &scan)
{
    if (!content) {
        scan.findings += makeNotScanned(path, content.error().message);
        return;
    }
    const FileScan file = scanFile(path, *content, setting);
    ++scan.files;
    scan.bytes += content->size();
    scan.findings += file.findings;
    scan.suppressed += file.suppressed;
}

void scanPair(const FilePair &pair, const PairSettings &settings, SecretScan &scan)
{
    const bool hasBefore = pair.before && *pair.before;
    const QByteArray before = hasBefore ? **pair.before : QByteArray();
    const FileScan old = hasBefore ? scanFile(pair.path, before, settings.before) : FileScan();
    QHash<QByteArray, int> known = countsOf(old.findings, before);
    if (pair.after) {
        SecretScan now;
        scanWhole(pair.path, *pair.after, settings.after, now);
        scan.files += now.files;
        scan.bytes += now.bytes;
        for (const SecretFinding &finding : std::as_const(now.findings)) {
            const bool wasThere =
                finding.kind != SecretKind::NotScanned && known[identityOf(finding, **pair.after)]-- > 0;
            if (!wasThere)
                scan.findings += finding;
        }
        for (SuppressedSecret &suppressed : now.suppressed) {
            suppressed.isNew = std::ranges::none_of(old.suppressed, [&](const SuppressedSecret &each) {
                return each.finding.fingerprint == suppressed.finding.fingerprint;
            });
            scan.suppressed += suppressed;
        }
    }
    for (const SecretFinding &finding : old.findings) {
        if (finding.confidence != Confidence::Low && finding.kind != SecretKind::NotScanned &&
            known[identityOf(finding, before)]-- > 0)
            scan.removed += finding;
    }
}

void sortByPlace(SecretScan &scan)
{
    const auto isBefore = [](const SecretFinding &a, const SecretFinding &b) {
        return a.path != b.path ? a.path < b.path : a.start < b.start;
    };
    std::ranges::stable_sort(scan.findings, isBefore);
    std::ranges::stable_sort(scan.removed, isBefore);
    std::ranges::stable_sort(scan.suppressed, isBefore, &SuppressedSecret::finding);
}

} // namespace Policy
