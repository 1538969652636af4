// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/signingconfig.h"

#include "git/repository.h"

namespace Git {

namespace {

bool isSet(git_config *config, const char *key)
{
    int value = 0;
    return git_config_get_bool(&value, config, key) == 0 && value != 0;
}

QByteArray wordOf(git_config *config, const char *key, const QByteArray &usual)
{
    Buffer value;
    return git_config_get_string_buf(&value, config, key) == 0 ? value.bytes() : usual;
}

} // namespace

Result<SigningConfig> readSigningConfig(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    return SigningConfig{.signsCommits = isSet(config->get(), "commit.gpgsign"),
                         .signsTags = isSet(config->get(), "tag.gpgsign"),
                         .format = wordOf(config->get(), "gpg.format", "openpgp"),
                         .key = wordOf(config->get(), "user.signingkey", {})};
}

} // namespace Git
