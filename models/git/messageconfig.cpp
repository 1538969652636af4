// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/messageconfig.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/repository.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLargestTemplate = 1024 * 1024;

QByteArray valueOf(git_config *config, const char *name)
{
    Buffer value;
    return git_config_get_string_buf(&value, config, name) < 0 ? QByteArray() : value.bytes();
}

MessageCleanup cleanupNamed(const QByteArray &name)
{
    if (name == "strip")
        return MessageCleanup::Strip;
    if (name == "whitespace")
        return MessageCleanup::Whitespace;
    if (name == "verbatim")
        return MessageCleanup::Verbatim;
    return name == "scissors" ? MessageCleanup::Scissors : MessageCleanup::Default;
}

bool isOfRepository(git_config *config, const char *name)
{
    git_config_entry *entry = nullptr;
    if (git_config_get_entry(&entry, config, name) < 0)
        return false;
    const bool isOwn = entry->level >= GIT_CONFIG_LEVEL_LOCAL;
    git_config_entry_free(entry);
    return isOwn;
}

void readTemplate(const RepoLocation &where, git_config *config, MessageConfig &read,
                  const CancelToken &cancel)
{
    constexpr const char *name = "commit.template";
    Buffer path;
    if (git_config_get_path(&path, config, name) < 0 || path.bytes().isEmpty())
        return;
    if (where.trust != Trust::Trusted && isOfRepository(config, name)) {
        read.templateProblem = Text::tr("The template of messages is read once the repository is trusted.");
        return;
    }
    const QByteArray file =
        path.bytes().startsWith('/') ? path.bytes() : QByteArray(where.workTree + '/' + path.bytes());
    const auto content = readRegularFile(file, kLargestTemplate, cancel);
    if (content)
        read.templateText = *content;
    else
        //: %1: a file's path
        read.templateProblem = Text::tr("The template of messages %1 cannot be read.").arg(displayPath(file));
}

} // namespace

Result<MessageConfig> readMessageConfig(const RepoLocation &where, const CancelToken &cancel)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    MessageConfig read;
    read.cleanup = cleanupNamed(valueOf(config->get(), "commit.cleanup"));
    for (const char *name : {"core.commentchar", "core.commentstring"}) {
        if (const QByteArray prefix = valueOf(config->get(), name); !prefix.isEmpty())
            read.commentPrefix = prefix == "auto" ? QByteArray() : prefix;
    }
    if (int signs = 0; git_config_get_bool(&signs, config->get(), "commit.gpgsign") == 0)
        read.signs = signs != 0;
    readTemplate(where, config->get(), read, cancel);
    return read;
}

} // namespace Git
