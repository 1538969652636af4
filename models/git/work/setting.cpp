// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/setting.h"

#include "git/repository.h"

namespace Git {

QByteArray readSetting(const RepoLocation &where, const char *key)
{
    const auto repository = openHandle(where);
    if (!repository)
        return {};
    const auto config = readConfiguration(repository->get());
    Buffer value;
    return config && git_config_get_string_buf(&value, config->get(), key) == 0 ? value.bytes()
                                                                                : QByteArray();
}

} // namespace Git
