// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/branches.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/text.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// The short name as an argument. One that begins with '-' may be there; it stands behind `--`.
Result<QString> argumentOf(const QByteArray &branch)
{
    if (!branch.startsWith(kBranches))
        //: %1: the name of a ref
        return fail(ErrorKind::Invalid, Text::tr("%1 is no branch.").arg(displayPath(branch)));
    const QByteArray name = branch.sliced(kBranches.size());
    const QString problem = refNameProblem(name.startsWith('-') ? QByteArray('x' + name) : name);
    if (!problem.isEmpty())
        return fail(ErrorKind::Invalid, problem, displayPath(branch));
    return QFile::decodeName(name);
}

Result<void> changeBranch(const Program &git, const QStringList &arguments, const QString &sentence,
                          const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = arguments, .timeout = {}, .kind = Program::Kind::Hooks}, cancel);
    return result ? Result<void>() : failAction(result.error(), sentence);
}

} // namespace

Result<void> renameBranch(const Program &git, const QByteArray &branch, const QByteArray &newName,
                          const CancelToken &cancel)
{
    const auto from = argumentOf(branch);
    if (!from)
        return std::unexpected(from.error());
    if (const QString problem = refNameProblem(newName); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem, displayPath(newName));
    return changeBranch(git, {u"branch"_s, u"-m"_s, u"--"_s, *from, QFile::decodeName(newName)},
                        //: %1: a branch
                        Text::tr("“%1” was not renamed.").arg(displayPath(branch.sliced(kBranches.size()))),
                        cancel);
}

Result<void> setUpstream(const Program &git, const QByteArray &branch, const QByteArray &upstream,
                         const CancelToken &cancel)
{
    const auto name = argumentOf(branch);
    if (!name)
        return std::unexpected(name.error());
    const bool isRef = upstream.startsWith("refs/remotes/") || upstream.startsWith(kBranches);
    if (!isRef || upstream == branch || !refNameProblem(upstream).isEmpty())
        //: %1: the name of a ref
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is no branch that could be followed.").arg(displayPath(upstream)));
    if (const auto there = resolveRevision(git.location(), upstream); !there)
        return std::unexpected(there.error());
    return changeBranch(git,
                        {u"branch"_s, u"--quiet"_s,
                         QString(u"--set-upstream-to="_s + QFile::decodeName(upstream)), u"--"_s, *name},
                        //: %1, %2: branches
                        Text::tr("“%1” was not set to follow “%2”.").arg(*name, displayPath(upstream)),
                        cancel);
}

Result<void> unsetUpstream(const Program &git, const QByteArray &branch, const CancelToken &cancel)
{
    const auto name = argumentOf(branch);
    if (!name)
        return std::unexpected(name.error());
    return changeBranch(git, {u"branch"_s, u"--unset-upstream"_s, u"--"_s, *name},
                        //: %1: a branch
                        Text::tr("“%1” still follows what it followed.").arg(*name), cancel);
}

} // namespace Git
