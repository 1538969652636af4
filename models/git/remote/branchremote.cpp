// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/branchremote.h"

#include "git/refname.h"
#include "git/repository.h"
#include "git/text.h"

namespace Git {

namespace {

/// Looks values up in a configuration that does not change meanwhile.
class ConfigValues
{
public:
    explicit ConfigValues(git_config *config)
        : m_config(config)
    {}
    /// Nothing: not set. A name without a value is set, and empty.
    std::optional<QByteArray> operator[](const QByteArray &name) const
    {
        Buffer value;
        if (git_config_get_string_buf(&value, m_config, name.constData()) < 0)
            return {};
        return value.bytes();
    }
    QByteArray first(std::initializer_list<QByteArray> names) const
    {
        for (const QByteArray &name : names) {
            if (const auto value = (*this)[name]; value && !value->isEmpty())
                return *value;
        }
        return {};
    }

private:
    git_config *m_config;
};

bool isNo(const QByteArray &value)
{
    const QByteArray low = value.toLower();
    return low == "false" || low == "no" || low == "off" || low == "0";
}

PullWay pullWayOf(const ConfigValues &values, const QByteArray &section)
{
    auto rebase = section.isEmpty() ? std::nullopt : values[section + "rebase"];
    if (!rebase)
        rebase = values["pull.rebase"];
    if (rebase && !isNo(*rebase))
        return *rebase == "merges" || *rebase == "m" ? PullWay::RebaseMerges : PullWay::Rebase;
    const auto forward = values["pull.ff"];
    if (forward && *forward == "only")
        return PullWay::FastForwardOnly;
    if (forward && isNo(*forward))
        return PullWay::MergeAlways;
    return rebase ? PullWay::Merge : PullWay::Undecided;
}

} // namespace

Result<BranchRemote> readBranchRemote(const RepoLocation &where, const QByteArray &branch)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    const ConfigValues values(config->get());
    const QByteArray section = branch.startsWith(kBranches)
                                   ? QByteArray("branch." + branch.sliced(kBranches.size()) + '.')
                                   : QByteArray();
    BranchRemote read{.pushDefault = values.first({"push.default"}), .way = pullWayOf(values, section)};
    if (!section.isEmpty()) {
        read.remote = values.first({section + "remote"});
        read.merge = values.first({section + "merge"});
        read.pushRemote = values.first({section + "pushRemote"});
    }
    if (read.pushRemote.isEmpty())
        read.pushRemote = values.first({"remote.pushDefault"});
    if (read.pushRemote.isEmpty())
        read.pushRemote = read.remote;
    return read;
}

QByteArray trackingRefOf(const Remote &remote, const QByteArray &ref)
{
    for (QByteArray spec : remote.fetchSpecs) {
        if (spec.startsWith('+'))
            spec.slice(1);
        const qsizetype colon = spec.indexOf(':');
        if (colon < 0 || spec.startsWith('^'))
            continue;
        const QByteArray from = spec.first(colon), to = spec.sliced(colon + 1);
        const qsizetype star = from.indexOf('*'), target = to.indexOf('*');
        if (star < 0 || target < 0) {
            if (from == ref && star < 0 && target < 0)
                return to;
            continue;
        }
        const QByteArray before = from.first(star), after = from.sliced(star + 1);
        if (ref.size() < before.size() + after.size() || !ref.startsWith(before) || !ref.endsWith(after))
            continue;
        const QByteArray part = ref.sliced(star, ref.size() - before.size() - after.size());
        return to.first(target) + part + to.sliced(target + 1);
    }
    return {};
}

} // namespace Git
