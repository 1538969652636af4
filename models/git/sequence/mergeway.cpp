// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/refname.h"
#include "git/repository.h"
#include "git/sequence/merge.h"

namespace Git {

namespace {

FastForward readForward(git_config *config)
{
    int isAllowed = 1;
    if (git_config_get_bool(&isAllowed, config, "merge.ff") == 0)
        return isAllowed ? FastForward::Auto : FastForward::No;
    Buffer value;
    const bool isOnly = git_config_get_string_buf(&value, config, "merge.ff") == 0 && value.bytes() == "only";
    return isOnly ? FastForward::Only : FastForward::Auto; // as git takes any other word
}

// As arguments of `git merge`, the last one of a kind wins.
void applyOptions(const QByteArray &options, MergeWay &way)
{
    for (const QByteArray &option : options.simplified().split(' ')) {
        if (option == "--ff")
            way.fastForward = FastForward::Auto;
        else if (option == "--no-ff")
            way.fastForward = FastForward::No;
        else if (option == "--ff-only")
            way.fastForward = FastForward::Only;
        else if (option == "--squash" || option == "--no-squash")
            way.squashes = option == "--squash";
    }
}

} // namespace

Result<MergeWay> readMergeWay(const RepoLocation &where, const QByteArray &branch)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    MergeWay way{.fastForward = readForward(config->get())};
    if (branch.startsWith(kBranches)) {
        const QByteArray name = "branch." + branch.sliced(kBranches.size()) + ".mergeoptions";
        Buffer options;
        if (git_config_get_string_buf(&options, config->get(), name.constData()) == 0)
            applyOptions(options.bytes(), way);
    }
    if (way.squashes)
        way.fastForward = FastForward::Auto; // a squashed merge moves nothing
    return way;
}

} // namespace Git
