// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/cli.h"

#include "base/text.h"
#include "git/remote/networkenvironment.h"
#include "git/text.h"
#include "git/work/agreement.h"
#include "git/work/lockwait.h"
#include "git/work/sessionenvironment.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

void set(QProcessEnvironment &environment, const QString &assignment)
{
    const qsizetype at = assignment.indexOf(u'=');
    environment.insert(assignment.first(at), assignment.sliced(at + 1));
}

void setConfig(QProcessEnvironment &environment, const QStringList &settings)
{
    environment.insert(u"GIT_CONFIG_COUNT"_s, QString::number(settings.size()));
    for (qsizetype at = 0; at < settings.size(); ++at) {
        const qsizetype equals = settings[at].indexOf(u'=');
        environment.insert(u"GIT_CONFIG_KEY_%1"_s.arg(at), settings[at].first(equals));
        environment.insert(u"GIT_CONFIG_VALUE_%1"_s.arg(at), settings[at].sliced(equals + 1));
    }
}

// What is ours alone and a hook still sees: GIT_EDITOR and its kin (none opens), the protocols that are
// allowed and who answers questions in a run that talks to a remote or signs with an SSH key (ssh and
// ssh-keygen are started by git, as hooks are), and what stands behind -c, which git exports as
// GIT_CONFIG_PARAMETERS, the way it does from a terminal. The hooks of the other kinds (post-index-change,
// reference-transaction) see it all.
bool mayRunHooks(Program::Kind kind)
{
    return kind == Program::Kind::Hooks || kind == Program::Kind::Network;
}

QProcessEnvironment makeEnvironment(const RepoLocation &where, const Program::Run &run)
{
    QProcessEnvironment environment = sessionEnvironment();
    for (const QString &setting : {u"GIT_TERMINAL_PROMPT=0"_s, u"GIT_PAGER=cat"_s, u"GIT_EDITOR=:"_s,
                                   u"GIT_SEQUENCE_EDITOR=:"_s, u"GIT_MERGE_AUTOEDIT=no"_s})
        set(environment, setting);
    if (!mayRunHooks(run.kind)) {
        set(environment, u"GIT_LITERAL_PATHSPECS=1"_s);
        set(environment, u"GIT_ADVICE=0"_s);
        set(environment, u"GIT_ALLOW_PROTOCOL=https:ssh"_s);
        // A partial clone may fetch by itself, and ssh would ask with whatever is installed, and wait.
        environment.insert(u"GIT_ASKPASS"_s, u"false"_s);
        environment.insert(u"SSH_ASKPASS"_s, u"false"_s);
        environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
        setConfig(environment, QStringList{u"safe.bareRepository=explicit"_s} + run.config);
    }
    if (run.kind == Program::Kind::Network)
        allowNetwork(environment, run.network);
    else if (run.kind == Program::Kind::Hooks && asksForPassphrases(where))
        allowPassphrases(environment, run.network);
    if (run.kind == Program::Kind::Read)
        set(environment, u"GIT_OPTIONAL_LOCKS=0"_s);
    // Git hands these on to hooks, which may work in a submodule or another repository. There the working
    // directory says enough.
    if (!mayRunHooks(run.kind) || where.isBare()) {
        environment.insert(u"GIT_DIR"_s, QFile::decodeName(where.gitDir));
        if (!where.isBare())
            environment.insert(u"GIT_WORK_TREE"_s, QFile::decodeName(where.workTree));
    }
    if (!where.indexFile.isEmpty())
        environment.insert(u"GIT_INDEX_FILE"_s, QFile::decodeName(where.indexFile));
    for (const QString &setting : run.environment)
        set(environment, setting);
    return environment;
}

QByteArray startFolder(const RepoLocation &where)
{
    return where.isBare() ? where.gitDir : where.workTree;
}

// The lock file that stood in git's way, as git names it; empty when that was not the reason.
QByteArray heldLock(const QByteArray &errors)
{
    const auto between = [&](QByteArrayView before, QByteArrayView after) {
        const qsizetype end = errors.indexOf(after);
        const qsizetype start = end < 0 ? -1 : errors.lastIndexOf(before, end);
        return start < 0 ? QByteArray()
                         : errors.sliced(start + before.size(), end - start - before.size()) + ".lock";
    };
    const QByteArray lock = between("Unable to create '", ".lock': File exists");
    return lock.isEmpty() ? between("could not lock config file ", ": File exists") : lock;
}

std::unexpected<Error> failRun(const RepoLocation &where, const Program::Run &run,
                               const ProcessResult &result)
{
    if (const QByteArray lock = heldLock(result.errors); !lock.isEmpty()) // relative where git was started
        return failLocked(where, lock.startsWith('/') ? lock : startFolder(where) + '/' + lock,
                          result.errors);
    const QByteArray &said = result.errors.trimmed().isEmpty() ? result.output : result.errors;
    //: %1: a subcommand such as "apply"
    return fail(ErrorKind::External, Text::tr("“git %1” failed.").arg(run.arguments.value(0)),
                displayText(said.last(std::min<qsizetype>(said.size(), 100'000))));
}

bool survivesDecoding(const QByteArray &path)
{
    return QFile::encodeName(QFile::decodeName(path)) == path;
}

struct Call
{
    QString program;
    QStringList arguments;
    QByteArray input;
};

QStringList argumentsOf(const Program::Run &run)
{
    QStringList arguments;
    for (const QString &setting : mayRunHooks(run.kind) ? run.config : QStringList())
        arguments << u"-c"_s << setting;
    return arguments + run.arguments;
}

// A QProcess has its arguments as text. A path that is none reaches git through xargs, which takes bytes.
Result<Call> callWithPath(const QString &git, const Program::Run &run)
{
    if (run.path.isEmpty())
        return Call{git, argumentsOf(run), run.input};
    if (survivesDecoding(run.path))
        return Call{git, argumentsOf(run) + QStringList{u"--"_s, QFile::decodeName(run.path)}, run.input};
    const QString xargs = run.input.isEmpty() ? findProgram(u"xargs"_s) : QString();
    if (xargs.isEmpty())
        return fail(
            ErrorKind::Invalid,
            //: %1: a path
            Text::tr("“%1” is not UTF-8, so Git cannot be asked about it here.").arg(displayPath(run.path)));
    return Call{xargs, QStringList{u"-0"_s, git} + argumentsOf(run) + QStringList{u"--"_s}, run.path + '\0'};
}

} // namespace

Program::Program(const ProcessRunner &runner, RepoLocation where, QString program)
    : m_runner(runner)
    , m_where(std::move(where))
    , m_program(program.isEmpty() ? findProgram(u"git"_s) : std::move(program))
{}

Result<ProcessRequest> Program::makeRequest(const Run &run) const
{
    if (m_where.trust != Trust::Trusted)
        return fail(ErrorKind::Denied,
                    Text::tr("This repository is not trusted, so no program is started in it."), {},
                    Text::tr("Trust the repository first if you know where it comes from."));
    if (m_program.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("Git is not installed."), {},
                    Text::tr("Install the package “git”; reading works without it, changing does not."));
    if (!survivesDecoding(m_where.gitDir) || !survivesDecoding(m_where.workTree) ||
        !survivesDecoding(m_where.indexFile))
        return fail(ErrorKind::Invalid, Text::tr("The folder of this repository has a name that is not "
                                                 "UTF-8, so Git cannot be started in it."));
    const auto called = callWithPath(m_program, run);
    if (!called)
        return std::unexpected(called.error());
    return ProcessRequest{
        .program = called->program,
        .arguments = called->arguments,
        .workingDirectory = QFile::decodeName(startFolder(m_where)),
        .input = called->input,
        .environment = makeEnvironment(m_where, run),
        .timeout = run.timeout,
        .keepsOutput = run.keepsOutput,
        .onOutput = run.onOutput,
    };
}

Result<ProcessResult> Program::run(const Run &run, const CancelToken &cancel) const
{
    const Result<ProcessRequest> request = makeRequest(run);
    if (!request)
        return std::unexpected(request.error());
    if (run.kind == Kind::Hooks) {
        if (const auto waited = waitForIndexLock(m_where, cancel); !waited)
            return std::unexpected(waited.error());
    }
    for (Backoff backoff;;) {
        if (run.runsToEnd && cancel.isCancelled())
            return failCancelled();
        if (const auto checked = run.beforeStart ? run.beforeStart() : Result<void>(); !checked)
            return std::unexpected(checked.error());
        if (const auto agreed = checkAgreement(m_where, run.arguments.value(0)); !agreed)
            return std::unexpected(agreed.error());
        Result<ProcessResult> result =
            m_runner.run(*request, run.runsToEnd ? cancel.whenAbandoned() : cancel);
        if (!result || run.goodExits.contains(result->exitCode))
            return result;
        const bool mayRepeat =
            run.kind == Kind::Write && !backoff.isOver() && !heldLock(result->errors).isEmpty();
        if (!mayRepeat)
            return failRun(m_where, run, *result);
        if (!backoff.wait(cancel))
            return failCancelled();
    }
}

} // namespace Git
