// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undorecord.h"

#include "base/text.h"
#include "diff/names.h"
#include "git/commitparse.h"
#include "git/repository.h"
#include "git/tree.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

constexpr QByteArrayView kTrailer("Plumbline-Discarded: ");
constexpr QByteArrayView kLineCount("Plumbline-Lines: ");
const QByteArray kPrefix = "refs/plumbline/undo/"_ba;

const std::array<QByteArray, 3> kAftermathNames = {"index"_ba, "content"_ba, "absent"_ba};

QByteArray modeText(quint32 mode)
{
    return QByteArray::number(mode, 8).rightJustified(6, '0');
}

// A path in quotes, all in ASCII, so that a line stays a line.
QByteArray quoted(const QByteArray &path)
{
    QByteArray text = Diff::quotePath(path);
    return text.startsWith('"') ? text : QByteArray('"' + text + '"');
}

QByteArray message(const QList<Discarded> &discarded, qsizetype lineCount)
{
    QByteArray text = lineCount > 0 ? "Discard lines"_ba : "Discard files"_ba;
    text += "\n\nThe tree holds what was discarded. Written by Plumbline to undo it.\n\n";
    for (const Discarded &entry : discarded) {
        text += kTrailer + kAftermathNames[static_cast<size_t>(entry.aftermath)] + ' ' +
                modeText(entry.mode) + ' ' + entry.id.toHex() + ' ' + quoted(entry.path) + '\n';
    }
    if (lineCount > 0)
        text += kLineCount + QByteArray::number(lineCount) + '\n';
    return text;
}

// 0 for a discard of whole files.
qsizetype parseLineCount(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(kLineCount))
            return std::max(0, line.sliced(kLineCount.size()).toInt());
    }
    return 0;
}

std::optional<Discarded> parseTrailer(QByteArrayView line)
{
    const QList<QByteArray> fields = line.sliced(kTrailer.size()).toByteArray().split(' ');
    if (fields.size() < 4)
        return std::nullopt;
    const auto kind = std::ranges::find(kAftermathNames, fields[0]);
    const auto id = ObjectId::fromHex(fields[2]);
    const QByteArray name = fields.sliced(3).join(' ');
    QByteArrayView rest(name);
    const auto path = Diff::takeQuoted(rest);
    if (kind == kAftermathNames.end() || !id || !path || !rest.isEmpty() || !isInnerPath(*path))
        return std::nullopt;
    return Discarded{.path = *path,
                     .aftermath = static_cast<Aftermath>(kind - kAftermathNames.begin()),
                     .mode = fields[1].toUInt(nullptr, 8),
                     .id = *id};
}

std::optional<QList<Discarded>> parseTrailers(const QByteArray &text)
{
    QList<Discarded> discarded;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith(kTrailer))
            continue;
        auto entry = parseTrailer(line);
        if (!entry)
            return std::nullopt;
        discarded.append(*std::move(entry));
    }
    return discarded.isEmpty() ? std::nullopt : std::optional(discarded);
}

QString meaning(const QList<Discarded> &discarded, qsizetype lineCount)
{
    const QString name = displayPath(discarded.first().path);
    if (lineCount > 0)
        //: %1: a file's path
        return Text::tr("Discarded %n line(s) of %1", nullptr, static_cast<int>(lineCount)).arg(name);
    if (discarded.size() == 1)
        //: %1: a file's path
        return Text::tr("Discarded %1").arg(name);
    return Text::tr("Discarded %n file(s)", nullptr, static_cast<int>(discarded.size()));
}

UndoRecord makeRecord(const QList<Discarded> &discarded, qsizetype lineCount)
{
    UndoRecord record{.meaning = meaning(discarded, lineCount)};
    for (const Discarded &entry : discarded)
        record.paths.append(entry.path);
    return record;
}

Result<QByteArray> runForId(const Program &git, const Program::Run &run, const CancelToken &cancel)
{
    const auto result = git.run(run, cancel);
    if (!result)
        return std::unexpected(result.error());
    const QByteArray id = result->output.trimmed();
    if (!ObjectId::fromHex(id))
        return fail(ErrorKind::External, Text::tr("Git gave an answer that makes no sense."),
                    displayText(id));
    return id;
}

// Trees are made by way of an index of our own, so that the real one is not touched.
Result<QByteArray> writeTree(const Program &git, const QList<Discarded> &discarded, const CancelToken &cancel)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorKind::External, Text::tr("There is no room for temporary files."),
                    folder.errorString());
    QByteArray lines;
    for (const Discarded &entry : discarded) {
        if (entry.before.mode != 0)
            lines += modeText(entry.before.mode) + ' ' + entry.before.id.toHex() + '\t' + entry.path + '\0';
    }
    const QStringList environment{u"GIT_INDEX_FILE="_s + folder.filePath(u"index"_s)};
    const QStringList config{u"core.splitIndex=false"_s, u"core.fsmonitor=false"_s, u"index.sparse=false"_s};
    const auto added = git.run({.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s},
                                .input = lines,
                                .config = config,
                                .environment = environment},
                               cancel);
    if (!added)
        return std::unexpected(added.error());
    return runForId(git, {.arguments = {u"write-tree"_s}, .config = config, .environment = environment},
                    cancel);
}

Result<QByteArray> writeRef(const Program &git, const QByteArray &commit, const QDateTime &when,
                            const CancelToken &cancel)
{
    const QByteArray stem = kPrefix + when.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1() + '-';
    constexpr int attempts = 1000;
    for (int number = 1;; ++number) {
        const QByteArray ref = stem + QByteArray::number(number);
        const auto result = git.run(
            {.arguments = {u"update-ref"_s, u"--stdin"_s}, .input = "create " + ref + ' ' + commit + '\n'},
            cancel);
        if (result)
            return ref;
        if (number == attempts || !result.error().detail.contains("already exists"_L1))
            return std::unexpected(result.error());
    }
}

// Who discards is not recorded: an undo has no author, and must work before the user told Git a name.
QStringList identity(const QDateTime &when)
{
    const QString date = QString::number(when.toSecsSinceEpoch()) + u" +0000"_s;
    return {u"GIT_AUTHOR_NAME=Plumbline"_s,        u"GIT_AUTHOR_EMAIL=undo@plumbline.invalid"_s,
            u"GIT_COMMITTER_NAME=Plumbline"_s,     u"GIT_COMMITTER_EMAIL=undo@plumbline.invalid"_s,
            QString(u"GIT_AUTHOR_DATE="_s + date), QString(u"GIT_COMMITTER_DATE="_s + date)};
}

std::optional<UndoRecord> readRecord(git_odb *database, git_reference *reference)
{
    const git_oid *target = git_reference_target(reference);
    if (!target)
        return std::nullopt;
    const auto details = readParsedCommit(database, toId(target));
    const auto discarded = details ? parseTrailers(details->rawMessage) : std::nullopt;
    if (!discarded)
        return std::nullopt;
    UndoRecord record = makeRecord(*discarded, parseLineCount(details->rawMessage));
    record.ref = git_reference_name(reference);
    record.commit = toId(target);
    record.when = QDateTime::fromSecsSinceEpoch(details->commit.committed.seconds, QTimeZone::UTC);
    return record;
}

} // namespace

Result<UndoRecord> writeUndoRecord(const Program &git, const QList<Discarded> &discarded, qsizetype lineCount,
                                   const CancelToken &cancel)
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
    const auto tree = writeTree(git, discarded, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    const auto commit = runForId(git,
                                 {.arguments = {u"commit-tree"_s, QString::fromLatin1(*tree)},
                                  .input = message(discarded, lineCount),
                                  .config = {u"i18n.commitEncoding=UTF-8"_s},
                                  .environment = identity(now)},
                                 cancel);
    if (!commit)
        return std::unexpected(commit.error());
    const auto ref = writeRef(git, *commit, now, cancel);
    if (!ref)
        return std::unexpected(ref.error());
    UndoRecord record = makeRecord(discarded, lineCount);
    record.ref = *ref;
    record.commit = *ObjectId::fromHex(*commit);
    record.when = now;
    return record;
}

Result<QList<Discarded>> readDiscarded(const RepoLocation &where, const ObjectId &commit)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto details = readParsedCommit(opened->database.get(), commit);
    if (!details)
        return std::unexpected(details.error());
    auto discarded = parseTrailers(details->rawMessage);
    if (!discarded)
        return fail(ErrorKind::Invalid, Text::tr("%1 does not record a discard.").arg(commit.abbreviated()));
    const auto files = readTree(where, commit, {});
    if (!files)
        return std::unexpected(files.error());
    QHash<QByteArray, TreeFile> byPath;
    for (const TreeFile &file : *files)
        byPath.insert(file.path, file);
    for (Discarded &entry : *discarded) {
        const auto file = byPath.constFind(entry.path);
        if (file == byPath.constEnd())
            continue;
        entry.before.id = file->id;
        entry.before.mode = file->kind == FileKind::Symlink      ? 0120000U
                            : file->kind == FileKind::Executable ? 0100755U
                                                                 : 0100644U;
    }
    return *std::move(discarded);
}

Result<void> dropUndoRecord(const Program &git, const UndoRecord &record, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"update-ref"_s, u"--stdin"_s},
                                 .input = "delete " + record.ref + ' ' + record.commit.toHex() + '\n'},
                                cancel);
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<QList<UndoRecord>> readUndoRecords(const RepoLocation &where)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto iterator = acquire<ReferenceIterator>(
        Text::tr("The discards cannot be listed."), [&](git_reference_iterator **out) {
            return git_reference_iterator_glob_new(out, opened->repository.get(), "refs/plumbline/undo/*");
        });
    if (!iterator)
        return std::unexpected(iterator.error());
    QList<UndoRecord> records;
    git_reference *raw = nullptr;
    while (git_reference_next(&raw, iterator->get()) == 0) {
        const ReferenceHandle reference(raw);
        if (auto record = readRecord(opened->database.get(), reference.get()))
            records.append(*std::move(record));
    }
    const auto rank = [](const UndoRecord &record) {
        const qsizetype dash = record.ref.lastIndexOf('-');
        return std::pair(record.when, record.ref.sliced(dash + 1).toInt());
    };
    std::ranges::sort(records, std::ranges::greater{}, rank);
    return records;
}

} // namespace Git
