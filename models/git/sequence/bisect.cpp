// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/bisect.h"

#include "git/locate.h"
#include "git/log.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/repository.h"
#include "git/sequence/operation.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/work/intheway.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// Its words: of a bisection that was begun with --term-old and --term-new others.
Result<QString> wordOf(const Program &git, BisectMark mark)
{
    if (mark == BisectMark::Skip)
        return u"skip"_s;
    const bool isBad = mark == BisectMark::Bad;
    const QList<QByteArray> terms = readSmallFile(git.location().gitDir + "/BISECT_TERMS").split('\n');
    const QByteArray term = terms.value(isBad ? 0 : 1);
    if (term.isEmpty())
        return isBad ? u"bad"_s : u"good"_s;
    if (!refNameProblem(term).isEmpty() || term.startsWith('-'))
        return fail(ErrorKind::Invalid,
                    Text::tr("What Git notes about the bisection names marks that are none."));
    return QString::fromUtf8(term);
}

Result<ProcessResult> runBisect(const Program &git, const QStringList &arguments, const CancelToken &cancel)
{
    return git.run({.arguments = QStringList{u"bisect"_s} + arguments,
                    .timeout = {},
                    .kind = Program::Kind::Hooks,
                    .goodExits = {0, 2},
                    .runsToEnd = true},
                   cancel);
}

Result<BisectEnd> runMark(const Program &git, BisectMark mark, const ObjectId &commit,
                          const CancelToken &cancel)
{
    const auto word = wordOf(git, mark);
    if (!word)
        return std::unexpected(word.error());
    const auto marked =
        runBisect(git, commit.isNull() ? QStringList{*word} : QStringList{*word, commit.text()}, cancel);
    if (!marked)
        return std::unexpected(marked.error());
    BisectEnd end = parseBisectOutput(marked->output);
    if (marked->exitCode != 0 && end.candidates.isEmpty())
        return fail(ErrorKind::External, Text::tr("Git did not take the mark."),
                    QString::fromUtf8(marked->errors + marked->output));
    if (!end.firstBad.isNull()) {
        if (const auto details = readCommit(git.location(), end.firstBad))
            end.subject = details->commit.subject;
    }
    return end;
}

QList<ObjectId> bisectIds(const QByteArray &lines)
{
    QList<ObjectId> ids;
    for (const QByteArray &line : lines.split('\n')) {
        if (const auto id = ObjectId::fromHex(line.first(std::max<qsizetype>(0, line.indexOf(' ')))))
            ids.append(*id);
    }
    return ids;
}

/// The marks of a bisection as they will be.
struct Marks
{
    ObjectId bad;
    QList<ObjectId> good;
    bool skips = false;
};

Result<Marks> readMarks(const Program &git, BisectMark mark, const ObjectId &commit,
                        const CancelToken &cancel)
{
    const auto bad = wordOf(git, BisectMark::Bad), good = wordOf(git, BisectMark::Good);
    const auto head = bad && good ? resolveRevision(git.location(), "HEAD")
                                  : Result<ObjectId>(std::unexpected(bad ? good.error() : bad.error()));
    const auto listed =
        head ? git.run({.arguments = {u"for-each-ref"_s, u"--format=%(objectname) %(refname)"_s,
                                      u"refs/bisect/"_s},
                        .kind = Program::Kind::Read},
                       cancel)
             : std::unexpected(head.error());
    if (!listed)
        return std::unexpected(listed.error());
    const QByteArray badRef = " refs/bisect/" + bad->toUtf8(),
                     goodRef = " refs/bisect/" + good->toUtf8() + '-';
    Marks marks{.bad = {}, .good = {}, .skips = mark == BisectMark::Skip};
    for (const QByteArray &line : listed->output.split('\n')) {
        const auto id = bisectIds(line);
        if (line.endsWith(badRef) && !id.isEmpty())
            marks.bad = id.first();
        else if (line.contains(goodRef))
            marks.good += id;
        else if (line.contains(" refs/bisect/skip-"))
            marks.skips = true;
    }
    const ObjectId &marked = commit.isNull() ? *head : commit;
    if (mark == BisectMark::Bad)
        marks.bad = marked;
    else if (mark == BisectMark::Good)
        marks.good += marked;
    return marks;
}

/// What git may check out next. Without skipped commits there is one, or the base of the marked ones; of
/// several that may come, all that any of them changed counts.
Result<QList<Incoming>> readNext(const Program &git, const Marks &marks, const CancelToken &cancel)
{
    const auto ask = [&](const QStringList &arguments) -> Result<QList<ObjectId>> {
        const auto result =
            git.run({.arguments = arguments, .timeout = {}, .kind = Program::Kind::Read, .goodExits = {0, 1}},
                    cancel);
        return result ? Result<QList<ObjectId>>(bisectIds(QByteArray(result->output).replace('\n', " \n")))
                      : std::unexpected(result.error());
    };
    QStringList range{marks.bad.text()}, among = range;
    for (const ObjectId &good : marks.good) {
        range << QString(u'^' + good.text());
        among << good.text();
    }
    const RepoLocation &where = git.location();
    if (marks.skips || !readSmallFile(where.gitDir + "/BISECT_NAMES").trimmed().isEmpty()) {
        const auto head = resolveRevision(where, "HEAD");
        auto changed = head ? readIncomingOfRange(git, range, cancel) : std::unexpected(head.error());
        auto bad = changed ? readIncoming(git, *head, marks.bad, cancel) : changed;
        return bad ? Result<QList<Incoming>>(*changed + *bad) : bad;
    }
    QStringList next{u"rev-list"_s, u"--bisect"_s};
    if (pathExists(where.gitDir + "/BISECT_FIRST_PARENT"))
        next << u"--first-parent"_s;
    const auto head = resolveRevision(where, "HEAD");
    const auto bases =
        head ? ask(QStringList{u"merge-base"_s, u"--all"_s} + among) : std::unexpected(head.error());
    auto middle = bases ? ask(next + range) : bases;
    if (!middle)
        return std::unexpected(middle.error());
    for (const ObjectId &base : *bases) {
        if (!marks.good.contains(base))
            *middle += base;
    }
    QList<Incoming> incoming;
    for (const ObjectId &commit : std::as_const(*middle)) {
        auto some =
            commit == marks.bad ? Result<QList<Incoming>>() : readIncoming(git, *head, commit, cancel);
        if (!some)
            return some;
        incoming += *std::move(some);
    }
    return incoming;
}

/// Git checks out the next commit, and overwrites what is ignored.
Result<void> checkBisectWay(const Program &git, BisectMark mark, const ObjectId &commit,
                            const CancelToken &cancel)
{
    const auto marks = readMarks(git, mark, commit, cancel);
    if (!marks)
        return std::unexpected(marks.error());
    if (marks->bad.isNull() || marks->good.isEmpty() || pathExists(git.location().gitDir + "/BISECT_HEAD"))
        return {};
    return checkNothingInTheWay(git, readNext(git, *marks, cancel), cancel);
}

/// Whether there is none yet.
Result<bool> checkBegins(const Program &git, BisectMark mark, const CancelToken &cancel)
{
    if (git.location().isBare())
        return failBare();
    const auto state = readOperation(git.location(), cancel);
    if (!state)
        return std::unexpected(state.error());
    if (state->kind == Operation::Bisect)
        return false;
    if (const auto checked = checkNothingInProgress(git); !checked)
        return std::unexpected(checked.error());
    if (mark == BisectMark::Skip)
        return fail(ErrorKind::Invalid, Text::tr("No bisection is in progress."), {},
                    Text::tr("Mark a bad and a good commit first."));
    return true;
}

} // namespace

Result<std::optional<BisectProgress>> readBisectProgress(const Program &git, const CancelToken &cancel)
{
    const RepoLocation &where = git.location();
    if (!pathExists(where.gitDir + "/BISECT_START") ||
        !readSmallFile(where.gitDir + "/BISECT_NAMES").trimmed().isEmpty())
        return std::nullopt;
    const auto bad = wordOf(git, BisectMark::Bad), good = wordOf(git, BisectMark::Good);
    if (!bad || !good)
        return std::unexpected(bad ? good.error() : bad.error());
    const auto marks = git.run({.arguments = {u"for-each-ref"_s, u"--format=%(refname)"_s, u"refs/bisect/"_s},
                                .kind = Program::Kind::Read},
                               cancel);
    if (!marks)
        return std::unexpected(marks.error());
    const QString refs = u'\n' + QString::fromUtf8(marks->output);
    if (!refs.contains(u"\nrefs/bisect/%1\n"_s.arg(*bad)) ||
        !refs.contains(u"\nrefs/bisect/%1-"_s.arg(*good)))
        return std::nullopt;
    QStringList arguments{u"rev-list"_s, u"--bisect"_s, u"--bisect-vars"_s};
    if (pathExists(where.gitDir + "/BISECT_FIRST_PARENT"))
        arguments << u"--first-parent"_s;
    const auto counted =
        git.run({.arguments = arguments, .timeout = {}, .kind = Program::Kind::Read}, cancel);
    if (!counted)
        return std::unexpected(counted.error());
    const auto value = [&](const QByteArray &name) {
        for (const QByteArray &line : counted->output.split('\n')) {
            if (line.startsWith(QByteArray(name + '=')))
                return line.sliced(name.size() + 1).toLongLong();
        }
        return -1LL;
    };
    const BisectProgress progress{value("bisect_good"), value("bisect_steps")};
    return progress.left < 0 || progress.steps < 0 ? std::nullopt : std::optional(progress);
}

BisectEnd parseBisectOutput(const QByteArray &output)
{
    static const QRegularExpression counted(u"^Bisecting: (\\d+) revisions? left .*roughly (\\d+) steps?"_s);
    BisectEnd end;
    for (const QByteArray &line : output.split('\n')) {
        const qsizetype idEnd = line.startsWith('[') ? line.indexOf(']') : line.indexOf(' ');
        const QByteArray word = idEnd < 0 ? line.trimmed() : line.first(idEnd);
        const auto id = ObjectId::fromHex(word.startsWith('[') ? word.sliced(1) : word);
        if (id && word.startsWith('['))
            end.present = *id;
        else if (id && line.sliced(word.size()).startsWith(" is the first "))
            end.firstBad = *id;
        else if (id && line.trimmed() == word)
            end.candidates += *id;
        const auto counts = counted.match(QString::fromUtf8(line));
        if (counts.hasMatch()) {
            end.left = counts.captured(1).toLongLong();
            end.steps = counts.captured(2).toLongLong();
        }
    }
    return end;
}

Result<BisectEnd> markBisect(const Program &git, BisectMark mark, const ObjectId &commit,
                             const CancelToken &cancel)
{
    const auto begins = checkBegins(git, mark, cancel);
    if (!begins)
        return std::unexpected(begins.error());
    if (const auto way = checkBisectWay(git, mark, commit, cancel); !way)
        return std::unexpected(way.error());
    if (*begins) {
        if (const auto started = runBisect(git, {u"start"_s}, cancel); !started)
            return std::unexpected(started.error());
    }
    auto end = runMark(git, mark, commit, cancel);
    if (!end && *begins)
        std::ignore = runBisect(git, {u"reset"_s}, {}); // nobody began it
    return end;
}

} // namespace Git
