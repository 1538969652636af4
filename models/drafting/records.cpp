// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/records.h"

#include "base/text.h"
#include "drafting/leaves.h"
#include "drafting/linerecords.h"

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kLargestParsed = 1024 * 1024; // bytes
constexpr qsizetype kMostComparedLines = 20'000;

bool isYamlClass(PathClass kind)
{
    return kind == PathClass::HelmChart || kind == PathClass::HelmValues || kind == PathClass::HelmTemplate ||
           kind == PathClass::Kustomization || kind == PathClass::Data;
}

// In C and its relatives # begins an instruction.
bool hasHashComments(const QByteArray &path)
{
    for (const char *ending : {".c", ".h", ".cpp", ".hpp", ".cc", ".cxx", ".hh", ".m", ".mm", ".cs", ".go",
                               ".rs", ".java", ".js", ".ts", ".tsx", ".md", ".css", ".html"}) {
        if (path.endsWith(ending))
            return false;
    }
    return true;
}

bool isComment(QByteArrayView line, bool hasHash)
{
    return (hasHash && line.startsWith('#')) || line.startsWith("//") || line.startsWith("/*") ||
           line.startsWith("* ") || line == "*" || line.startsWith("*/") || line.startsWith("{{/*") ||
           line.startsWith("<!--");
}

// The changed lines of one side: everything but white space, with and without comments.
struct Squeezed
{
    QByteArray all, code;
};

void appendVisible(const QByteArray &from, QByteArray &to)
{
    for (const char c : from) {
        if (c != ' ' && c != '\t' && c != '\r')
            to.append(c);
    }
}

Squeezed squeeze(const Diff::FileDiff &file, Diff::LineOrigin side)
{
    Squeezed text;
    const bool hasHash = hasHashComments(file.path());
    const qsizetype count = qMin(file.lines.size(), kMostComparedLines);
    for (qsizetype i = 0; i < count; ++i) {
        if (file.lines[i].origin != side)
            continue;
        QByteArray line = file.content(file.lines[i]).trimmed().toByteArray();
        const bool isWhole = isComment(line, hasHash);
        const qsizetype trailing = hasHash ? line.indexOf(" # ") : -1;
        const QByteArray code = isWhole ? QByteArray() : trailing > 0 ? line.first(trailing) : line;
        appendVisible(line, text.all);
        appendVisible(code, text.code);
    }
    return text;
}

Cosmetic cosmeticOf(const Diff::FileDiff &file)
{
    const bool isModified =
        file.status == Diff::FileStatus::Modified || file.status == Diff::FileStatus::Renamed;
    if (!isModified || file.lines.isEmpty() || file.lines.size() > kMostComparedLines)
        return Cosmetic::None;
    const Squeezed before = squeeze(file, Diff::LineOrigin::Removed);
    const Squeezed after = squeeze(file, Diff::LineOrigin::Added);
    if (before.all == after.all)
        return Cosmetic::Whitespace;
    return before.code == after.code ? Cosmetic::Comments : Cosmetic::None;
}

bool isEncrypted(const QByteArray &content)
{
    return content.contains("ENC[AES256_GCM,") && content.contains("sops");
}

// One side of what a diff shows, for a grammar that does not need the whole file.
QByteArray comparedSideOf(const Diff::FileDiff &file, Diff::LineOrigin left)
{
    QByteArray text;
    const qsizetype count = qMin(file.lines.size(), kMostComparedLines);
    for (qsizetype i = 0; i < count; ++i) {
        if (file.lines[i].origin == Diff::LineOrigin::Context || file.lines[i].origin == left)
            text += file.content(file.lines[i]).toByteArray() + '\n';
    }
    return text;
}

QStringList changedEncryptedKeys(const YamlChange &yaml)
{
    QStringList keys;
    for (const ObjectChange &object : yaml.objects) {
        for (const Leaf &leaf : object.leaves) {
            if (leaf.path.isEmpty() || leaf.path.first() == "sops")
                continue;
            const QString key = visibleText(displayText(leaf.path.last()).simplified());
            if (!key.startsWith(u'[') && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

// A template is not YAML before it is rendered; what it makes is still written in it.
QList<Record> templateRecords(const Diff::FileDiff &file, const QByteArray &text)
{
    QList<Record> records;
    const bool isOptional = text.trimmed().startsWith("{{- if") || text.trimmed().startsWith("{{ if");
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith("kind: "))
            continue;
        Record record{.kind = RecordKind::Resource};
        record.op = file.status == Diff::FileStatus::Added ? RecordOp::Add : RecordOp::Remove;
        record.resourceKind = visibleText(displayText(line.sliced(6).trimmed()));
        if (isOptional)
            record.field = u"optional"_s;
        records.append(record);
    }
    return records;
}

void readYaml(FileFacts &facts, const QByteArray &before, const QByteArray &after)
{
    const Diff::FileDiff &file = facts.change->file;
    const YamlChange yaml = compareYaml(before, after);
    const bool isWhole = file.status == Diff::FileStatus::Added || file.status == Diff::FileStatus::Deleted;
    if (!yaml.isReadable && isWhole && facts.path.kind == PathClass::HelmTemplate) {
        facts.records = templateRecords(file, file.status == Diff::FileStatus::Added ? after : before);
        return;
    }
    if (!yaml.isReadable) {
        ObjectChange fragment;
        fragment.leaves = leavesFromLines(file);
        facts.records = interpretObject(fragment, facts.path, file.path());
        return;
    }
    const bool isChanged =
        file.status == Diff::FileStatus::Modified || file.status == Diff::FileStatus::Renamed;
    if (yaml.objects.isEmpty() && isChanged && facts.cosmetic == Cosmetic::None && !file.lines.isEmpty())
        facts.cosmetic = Cosmetic::Order;
    if (!yaml.objects.isEmpty())
        facts.cosmetic = Cosmetic::None; // indentation is meaning in YAML
    if (facts.isEncrypted) {
        facts.encryptedKeys = changedEncryptedKeys(yaml);
        return;
    }
    for (const ObjectChange &object : yaml.objects)
        facts.records += interpretObject(object, facts.path, file.path());
}

} // namespace

FileFacts readFacts(const Change &change, bool readsContent)
{
    FileFacts facts;
    facts.change = &change;
    facts.path = classifyPath(change.file.path());
    facts.lines = Diff::countLines(change.file);
    const PathClass kind = facts.path.kind;
    if (kind == PathClass::Generated || change.file.omission != Diff::Omission::None)
        return facts;
    if (kind == PathClass::Lockfile) {
        facts.records = readsContent ? lockRecords(change.file) : QList<Record>();
        return facts;
    }
    facts.cosmetic = cosmeticOf(change.file);
    if (kind == PathClass::Ci)
        facts.records = actionRecords(change.file);
    else if (kind == PathClass::Manifest)
        facts.records = dependencyRecords(change.file);
    else if (kind == PathClass::Build)
        facts.records = baseImageRecords(change.file);
    const bool isSettings = kind == PathClass::Source && isSettingsFile(change.file.path());
    if (!isYamlClass(kind) && kind != PathClass::Terraform && !isSettings)
        return facts;
    const QByteArray before = change.oldContent.value_or(QByteArray());
    const QByteArray after = change.newContent.value_or(QByteArray());
    facts.isEncrypted =
        isEncrypted(before) || isEncrypted(after) || change.file.text.contains("ENC[AES256_GCM,");
    const bool isWhole = (change.oldContent || change.file.status == Diff::FileStatus::Added) &&
                         (change.newContent || change.file.status == Diff::FileStatus::Deleted);
    const bool isSmall = before.size() + after.size() <= kLargestParsed;
    if (!readsContent)
        return facts;
    if (isSettings) {
        if (isWhole && isSmall && !facts.isEncrypted && change.oldContent && change.newContent)
            facts.records = settingRecords(before, after);
    } else if (kind == PathClass::Terraform) {
        facts.records = isWhole && isSmall
                            ? terraformRecords(before, after)
                            : terraformRecords(comparedSideOf(change.file, Diff::LineOrigin::Removed),
                                               comparedSideOf(change.file, Diff::LineOrigin::Added));
    } else if (isWhole && isSmall) {
        readYaml(facts, before, after);
    } else if (!facts.isEncrypted) {
        ObjectChange fragment;
        fragment.leaves = leavesFromLines(change.file);
        facts.records = interpretObject(fragment, facts.path, change.file.path());
    }
    return facts;
}

} // namespace Drafting
