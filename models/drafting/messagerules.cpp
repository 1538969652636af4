// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/messagerules.h"

#include "drafting/validate.h"
#include "git/tree.h"

namespace Drafting {

namespace {

constexpr qint64 kLargest = 1024 * 1024;
const QByteArray kPackage = "package.json";
const QList<QByteArray> kFiles = {".commitlintrc", ".commitlintrc.json", ".commitlintrc.yaml",
                                  ".commitlintrc.yml", kPackage};
const QList<QByteArray> kPrograms = {".commitlintrc.js",      ".commitlintrc.cjs",     ".commitlintrc.mjs",
                                     ".commitlintrc.ts",      ".commitlintrc.cts",     "commitlint.config.js",
                                     "commitlint.config.cjs", "commitlint.config.mjs", "commitlint.config.ts",
                                     "commitlint.config.cts"};

/// True when the file settles the rules.
bool takeFile(const Git::RepoLocation &where, const QByteArray &path, MessageRules &rules)
{
    const auto content = Git::readWorkFile(where, path, kLargest);
    if (!content) {
        if (content.error().kind != ErrorKind::NotFound)
            rules.problems += content.error().message;
        return false;
    }
    auto lint = parseLintRules(*content, QString::fromLatin1(path), path == kPackage);
    if (!lint) {
        rules.problems += lint.error().message;
        return false;
    }
    if (path == kPackage && *lint == LintRules())
        return false;
    rules.lint = *std::move(lint);
    rules.source = path;
    return true;
}

} // namespace

Result<MessageRules> readMessageRules(const Git::RepoLocation &where, const CancelToken &cancel)
{
    MessageRules rules;
    auto config = Git::readMessageConfig(where, cancel);
    if (!config)
        return std::unexpected(config.error());
    rules.config = *std::move(config);
    if (where.isBare())
        return rules;
    for (const QByteArray &path : kFiles) {
        if (takeFile(where, path, rules))
            break;
    }
    for (const QByteArray &path : kPrograms) {
        if (Git::checkWorkFile(where, path))
            rules.notRead += path;
    }
    return rules;
}

QList<Validation> checkMessage(const QString &message, const MessageRules &rules)
{
    if (rules.lint)
        return lintMessage(message, *rules.lint, rules.commentPrefix());
    return validateMessage(message, RuleOptions{.commentPrefix = rules.commentPrefix()});
}

} // namespace Drafting
