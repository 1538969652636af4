// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/executables.h"

#include "git/repository.h"
#include "git/text.h"
#include "git/work/hooks.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// When the value of a key names a program.
enum class NamesProgram {
    Always,
    UnlessBoolean,
    AfterMark, ///< "!command"
};

struct ExecutingKey
{
    QByteArrayView section, variable; ///< variable: "*" for each
    NamesProgram when = NamesProgram::Always;
};

// Of git's documentation: each key by which git, or a tool that git calls by its configuration, starts what
// is named. An included file is one, because it may say any of them tomorrow.
constexpr ExecutingKey kExecutingKeys[] = {
    {"alias", "*", NamesProgram::AfterMark},
    {"browser", "cmd"},
    {"browser", "path"},
    {"core", "alternateRefsCommand"},
    {"core", "askPass"},
    {"core", "editor"},
    {"core", "fsmonitor", NamesProgram::UnlessBoolean},
    {"core", "gitProxy"},
    {"core", "hooksPath"},
    {"core", "pager"},
    {"core", "sshCommand"},
    {"credential", "helper"},
    {"diff", "command"},
    {"diff", "external"},
    {"diff", "textconv"},
    {"difftool", "cmd"},
    {"difftool", "path"},
    {"filter", "clean"},
    {"filter", "process"},
    {"filter", "smudge"},
    {"gpg", "defaultKeyCommand"},
    {"gpg", "program"},
    {"guitool", "cmd"},
    {"hook", "command"},
    {"include", "path"},
    {"includeif", "path"},
    {"instaweb", "browser"},
    {"instaweb", "httpd"},
    {"interactive", "diffFilter"},
    {"lfs", "clean"},
    {"lfs", "path"},
    {"lfs", "smudge"},
    {"man", "cmd"},
    {"man", "path"},
    {"merge", "driver"},
    {"mergetool", "cmd"},
    {"mergetool", "path"},
    {"pager", "*", NamesProgram::UnlessBoolean},
    {"remote", "receivepack"},
    {"remote", "uploadpack"},
    {"remote", "vcs"},
    {"sendemail", "*"},
    {"sequence", "editor"},
    {"submodule", "update", NamesProgram::AfterMark},
    {"tar", "command"},
    {"trailer", "cmd"},
    {"trailer", "command"},
    {"uploadpack", "packObjectsHook"},
    {"web", "browser"},
};

bool isBoolean(const QByteArray &value)
{
    static const QByteArrayList words{"true", "false", "yes", "no", "on", "off", "1", "0", ""};
    return words.contains(value.toLower());
}

bool namesProgram(const ExecutingKey &key, const QByteArray &value)
{
    switch (key.when) {
    case NamesProgram::UnlessBoolean:
        return !isBoolean(value);
    case NamesProgram::AfterMark:
        return value.startsWith('!');
    case NamesProgram::Always:
        break;
    }
    return !value.isEmpty();
}

// As libgit2 gives it: section and variable are lower case, what stands between is as written.
std::optional<QByteArray> executingName(const QByteArray &name, const QByteArray &value)
{
    const qsizetype first = name.indexOf('.'), last = name.lastIndexOf('.');
    const QByteArray section = name.first(std::max<qsizetype>(first, 0)), variable = name.sliced(last + 1);
    for (const ExecutingKey &key : kExecutingKeys) {
        const bool isAny = key.variable == "*";
        if (section != key.section || (!isAny && variable != key.variable.toByteArray().toLower()) ||
            !namesProgram(key, value))
            continue;
        return isAny ? name : QByteArray(name.first(last + 1) + key.variable.toByteArray());
    }
    return std::nullopt;
}

Result<QList<Executable>> readExecutingSettings(git_config *config)
{
    auto entries = acquire<ConfigIterator>(
        Text::tr("The configuration cannot be read."),
        [&](git_config_iterator **out) { return git_config_iterator_new(out, config); });
    if (!entries)
        return std::unexpected(entries.error());
    QList<Executable> found;
    for (git_config_entry *entry = nullptr; git_config_next(&entry, entries->get()) == 0;) {
        if (entry->level < GIT_CONFIG_LEVEL_LOCAL)
            continue;
        const QByteArray value(entry->value ? entry->value : "");
        if (const auto name = executingName(entry->name, value))
            found += {.name = *name, .command = value};
    }
    return found;
}

} // namespace

QByteArray Executable::print() const
{
    return name + ' ' + QCryptographicHash::hash(command, QCryptographicHash::Sha256).toHex();
}

bool markNew(QList<Executable> &executables, const QList<QByteArray> &known)
{
    for (Executable &each : executables)
        each.isNew = !known.contains(each.print());
    return std::ranges::any_of(executables, &Executable::isNew);
}

Result<QList<Executable>> readExecutables(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    auto found = readExecutingSettings(config->get());
    if (!found)
        return std::unexpected(found.error());
    std::ranges::sort(*found, {}, [](const Executable &each) { return std::pair(each.name, each.command); });
    found->append(readHooks(hooksFolder(where, config->get())));
    return found;
}

} // namespace Git
