// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/encryption.h"

#include "policy/secrets/values.h"

#include <re2/re2.h>

#include <algorithm>

using namespace std::string_view_literals;

namespace Policy {

namespace {

// The value behind "path_regex:" of a line, without quotes.
std::string regexOf(QByteArrayView line)
{
    constexpr QByteArrayView key("path_regex:");
    const qsizetype at = line.indexOf(key);
    const qsizetype comment = line.indexOf('#');
    if (at < 0 || (comment >= 0 && comment < at))
        return {};
    const QByteArrayView rest = line.sliced(at + key.size());
    std::string_view value = trimmed({rest.data(), static_cast<size_t>(rest.size())});
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) {
        const size_t close = value.find(value.front(), 1);
        std::string inner(value.substr(1, close - 1));
        if (value.front() == '"') {
            for (size_t slash = 0; (slash = inner.find("\\\\"sv, slash)) != std::string::npos; ++slash)
                inner.erase(slash, 1);
        }
        return inner;
    }
    return std::string(trimmed(value.substr(0, value.find(" #"sv))));
}

} // namespace

EncryptionRules::EncryptionRules(const QByteArray &path, QByteArrayView content)
    : m_path(path)
    , m_folder(path.first(path.lastIndexOf('/') + 1))
{
    RE2::Options options;
    options.set_log_errors(false);
    for (const QByteArray &line : content.toByteArray().split('\n')) {
        const std::string regex = regexOf(line);
        if (regex.empty())
            continue;
        auto pattern = std::make_unique<RE2>(regex, options);
        if (pattern->ok())
            m_patterns.push_back(std::move(pattern));
    }
}

EncryptionRules::~EncryptionRules() = default;

bool EncryptionRules::demands(const QByteArray &path) const
{
    if (path == m_path || !path.startsWith(m_folder))
        return false;
    const absl::string_view relative(path.constData() + m_folder.size(),
                                     static_cast<size_t>(path.size() - m_folder.size()));
    return std::ranges::any_of(m_patterns,
                               [&](const auto &pattern) { return RE2::PartialMatch(relative, *pattern); });
}

bool isOfGitCrypt(QByteArrayView content)
{
    return content.startsWith(QByteArrayView("\0GITCRYPT\0", 10));
}

bool isEncrypted(QByteArrayView content)
{
    if (content.contains("ENC[AES256_GCM,"))
        return true;
    return isOfGitCrypt(content) || content.startsWith("age-encryption.org/") ||
           content.startsWith("-----BEGIN AGE ENCRYPTED FILE-----") ||
           content.startsWith("-----BEGIN PGP MESSAGE-----") || content.startsWith("$ANSIBLE_VAULT;");
}

} // namespace Policy
