// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/agreement.h"

#include "base/text.h"
#include "git/text.h"

#include <QHash>
#include <QMutex>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kMostNamed = 3;

struct Agreement
{
    QList<QByteArray> prints;
    std::function<void()> onNew;
};

/// One user sits before a process, whose word holds for all that it starts.
class Agreements
{
public:
    void set(const QByteArray &gitDir, const std::optional<Agreement> &agreement)
    {
        const QMutexLocker locker(&m_mutex);
        if (agreement)
            m_known.insert(gitDir, *agreement);
        else
            m_known.remove(gitDir);
    }
    std::optional<Agreement> find(const QByteArray &gitDir) const
    {
        const QMutexLocker locker(&m_mutex);
        const auto found = m_known.constFind(gitDir);
        return found == m_known.cend() ? std::nullopt : std::optional(*found);
    }

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, Agreement> m_known;
};

Agreements &agreements()
{
    static Agreements all;
    return all;
}

// Git's own notes and objects: what was begun before a hook of the work tree changed with a checkout is still
// noted to its end, because these run no hook but the ones named.
bool canStart(const QString &subcommand, const QByteArray &name)
{
    static const QSet<QString> notes{u"cat-file"_s,     u"commit-tree"_s, u"for-each-ref"_s, u"merge-base"_s,
                                     u"mktree"_s,       u"rev-list"_s,    u"rev-parse"_s,    u"show-ref"_s,
                                     u"symbolic-ref"_s, u"update-ref"_s,  u"write-tree"_s};
    static const QSet<QByteArray> always{"hooks/reference-transaction", "hooks/pre-auto-gc",
                                         "hooks/fsmonitor-watchman"};
    return !name.startsWith("hooks/") || always.contains(name) || !notes.contains(subcommand);
}

std::unexpected<Error> failNew(const QStringList &names)
{
    const QString shown = names.first(std::min(names.size(), kMostNamed)).join(u", "_s);
    return fail(
        ErrorKind::Denied,
        //: %1: settings or hooks, such as "core.fsmonitor, hooks/pre-push"
        Text::tr("Git was not started: since this repository was trusted, it names something new that "
                 "could run: %1.")
            .arg(names.size() > kMostNamed ? shown + u"…"_s : shown),
        {}, Text::tr("Look at it, then trust the repository again in its window, or take it away."));
}

} // namespace

void agreeTo(const RepoLocation &where, const std::optional<QList<QByteArray>> &prints,
             const std::function<void()> &onNew)
{
    agreements().set(where.gitDir, prints ? std::optional(Agreement{*prints, onNew}) : std::nullopt);
}

Result<void> checkAgreement(const RepoLocation &where, const QString &subcommand)
{
    const auto agreement = agreements().find(where.gitDir);
    if (!agreement)
        return {};
    auto programs = readExecutables(where);
    if (!programs)
        return std::unexpected(programs.error());
    QStringList names;
    if (markNew(*programs, agreement->prints)) {
        for (const Executable &program : std::as_const(*programs))
            if (program.isNew && canStart(subcommand, program.name))
                names += displayPath(program.name);
    }
    if (names.isEmpty())
        return {};
    if (agreement->onNew)
        agreement->onNew();
    return failNew(names);
}

} // namespace Git
