// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/remotes.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/refname.h"
#include "git/repository.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using RawRemote = std::unique_ptr<git_remote, Releaser<&git_remote_free>>;

class Names
{
    Q_DISABLE_COPY_MOVE(Names)

public:
    Names() = default;
    ~Names() { git_strarray_dispose(&m_names); }
    git_strarray *operator&() { return &m_names; }
    QList<QByteArray> all() const
    {
        QList<QByteArray> all;
        for (size_t at = 0; at < m_names.count; ++at)
            all += m_names.strings[at];
        return all;
    }

private:
    git_strarray m_names = {nullptr, 0};
};

Result<Remote> lookUpRemote(git_repository *repository, const QByteArray &name)
{
    const auto raw = acquire<RawRemote>(
        //: %1: name of a remote
        Text::tr("The remote “%1” cannot be read from the configuration.").arg(displayPath(name)),
        [&](git_remote **out) { return git_remote_lookup(out, repository, name.constData()); });
    if (!raw)
        return std::unexpected(raw.error());
    Remote remote{.name = name, .fetchUrl = git_remote_url(raw->get())};
    const char *push = git_remote_pushurl(raw->get());
    remote.pushUrl = push ? QByteArray(push) : remote.fetchUrl;
    Names specs;
    if (git_remote_get_fetch_refspecs(&specs, raw->get()) == 0)
        remote.fetchSpecs = specs.all();
    return remote;
}

Result<void> checkName(const QByteArray &name)
{
    const QString problem = refNameProblem(name);
    return problem.isEmpty() ? Result<void>() : fail(ErrorKind::Invalid, problem);
}

Result<void> changeRemotes(const Program &git, const QStringList &arguments, const QString &sentence,
                           const CancelToken &cancel)
{
    const auto result = git.run({.arguments = QStringList{u"remote"_s} + arguments}, cancel);
    return result ? Result<void>() : Result<void>(failAction(result.error(), sentence));
}

/// Git first changes the configuration and then moves or removes the refs one by one, which may take long.
Result<void> changeRefsToo(const Program &git, const QByteArray &gone, const QStringList &arguments,
                           const QString &sentence, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = QStringList{u"remote"_s} + arguments,
                                 .timeout = {},
                                 .kind = Program::Kind::Hooks,
                                 .runsToEnd = true},
                                cancel);
    if (result)
        return {};
    auto failure = failAction(result.error(), sentence);
    const auto remotes = readRemotes(git.location());
    if (remotes && !std::ranges::contains(*remotes, gone, &Remote::name))
        failure.error().hint =
            //: %1: name of a remote
            Text::tr(
                "Only a part of it was done: the remote “%1” is gone from the configuration, but some of "
                "its branches may be left.")
                .arg(displayPath(gone));
    return failure;
}

Result<void> dropPushUrl(const Program &git, const QByteArray &name, const CancelToken &cancel)
{
    constexpr int isNotSet = 5;
    const auto result = git.run({.arguments = {u"config"_s, u"--local"_s, u"--unset-all"_s,
                                               u"remote.%1.pushurl"_s.arg(QString::fromUtf8(name))},
                                 .goodExits = {0, isNotSet}},
                                cancel);
    return result ? Result<void>()
                  : Result<void>(failAction(result.error(), Text::tr("The address was not changed.")));
}

// "refs/remotes/origin/*" of "+refs/heads/*:refs/remotes/origin/*"
bool isFetchedBy(const Remote &remote, const QByteArray &ref)
{
    return std::ranges::any_of(remote.fetchSpecs, [&](const QByteArray &spec) {
        const qsizetype colon = spec.indexOf(':');
        if (colon < 0)
            return false;
        const QByteArrayView to = QByteArrayView(spec).sliced(colon + 1);
        const qsizetype star = to.indexOf('*');
        if (star < 0)
            return to == ref;
        const QByteArrayView before = to.first(star), after = to.sliced(star + 1);
        return ref.size() >= before.size() + after.size() && ref.startsWith(before) && ref.endsWith(after);
    });
}

} // namespace

Result<QList<Remote>> readRemotes(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    Names names;
    const int code = git_remote_list(&names, repository->get());
    if (code < 0)
        return std::unexpected(
            lastError(code, Text::tr("The remotes cannot be read from the configuration.")));
    QList<Remote> remotes;
    for (const QByteArray &name : names.all()) {
        auto remote = lookUpRemote(repository->get(), name);
        if (!remote)
            return std::unexpected(remote.error());
        remotes += *std::move(remote);
    }
    std::ranges::sort(remotes, {}, &Remote::name);
    return remotes;
}

Result<Remote> readRemote(const RepoLocation &where, const QByteArray &name)
{
    if (const auto checked = checkName(name); !checked)
        return std::unexpected(checked.error());
    const auto remotes = readRemotes(where);
    if (!remotes)
        return std::unexpected(remotes.error());
    const auto found = std::ranges::find(*remotes, name, &Remote::name);
    if (found == remotes->end())
        return fail(ErrorKind::NotFound,
                    //: %1: name of a remote
                    Text::tr("There is no remote “%1”.").arg(displayPath(name)));
    return *found;
}

Result<QStringList> readProtocols(const QByteArray &url, bool allowsHttp)
{
    const auto parsed = parseRemoteUrl(url);
    if (!parsed)
        return std::unexpected(parsed.error());
    const QStringList protocols = protocolsFor(*parsed, allowsHttp);
    if (parsed->scheme == RemoteScheme::Http && protocols.isEmpty())
        return fail(ErrorKind::Denied,
                    //: %1: an address
                    Text::tr("%1 is not encrypted: what is sent could be read and changed on the way.")
                        .arg(displayUrl(url)),
                    {}, Text::tr("Use an https address, or allow this one if you trust the network."));
    return protocols;
}

Result<void> addRemote(const Program &git, const QByteArray &name, const QByteArray &url,
                       const CancelToken &cancel)
{
    if (const auto checked = checkName(name); !checked)
        return checked;
    if (const auto parsed = parseNewRemoteUrl(url); !parsed)
        return std::unexpected(parsed.error());
    return changeRemotes(git, {u"add"_s, u"--"_s, QString::fromUtf8(name), QString::fromUtf8(url)},
                         Text::tr("The remote was not added."), cancel);
}

Result<void> renameRemote(const Program &git, const QByteArray &from, const QByteArray &to,
                          const CancelToken &cancel)
{
    if (const auto found = readRemote(git.location(), from); !found)
        return std::unexpected(found.error());
    if (const auto checked = checkName(to); !checked)
        return checked;
    return changeRefsToo(git, from, {u"rename"_s, u"--"_s, QString::fromUtf8(from), QString::fromUtf8(to)},
                         Text::tr("The remote was not renamed."), cancel);
}

Result<void> removeRemote(const Program &git, const QByteArray &name, const CancelToken &cancel)
{
    if (const auto found = readRemote(git.location(), name); !found)
        return std::unexpected(found.error());
    return changeRefsToo(git, name, {u"remove"_s, u"--"_s, QString::fromUtf8(name)},
                         Text::tr("The remote was not removed."), cancel);
}

QList<QByteArray> branchesOfRemote(const QList<Remote> &remotes, const QByteArray &name,
                                   const QList<Ref> &refs)
{
    QList<QByteArray> branches;
    const auto isIts = [&](const QByteArray &ref, bool wanted) {
        return std::ranges::any_of(remotes, [&](const Remote &remote) {
            return (remote.name == name) == wanted && isFetchedBy(remote, ref);
        });
    };
    for (const Ref &ref : refs) {
        if (ref.name.startsWith(kRemotes) && isIts(ref.name, true) && !isIts(ref.name, false))
            branches += ref.name;
    }
    return branches;
}

Result<void> setRemoteUrl(const Program &git, const QByteArray &name, RemoteUrlUse use, const QByteArray &url,
                          const CancelToken &cancel)
{
    if (const auto found = readRemote(git.location(), name); !found)
        return std::unexpected(found.error());
    if (use == RemoteUrlUse::Push && url.isEmpty())
        return dropPushUrl(git, name, cancel);
    if (const auto parsed = parseNewRemoteUrl(url); !parsed)
        return std::unexpected(parsed.error());
    QStringList arguments{u"set-url"_s};
    if (use == RemoteUrlUse::Push)
        arguments += u"--push"_s;
    return changeRemotes(git,
                         arguments + QStringList{u"--"_s, QString::fromUtf8(name), QString::fromUtf8(url)},
                         Text::tr("The address was not changed."), cancel);
}

} // namespace Git
