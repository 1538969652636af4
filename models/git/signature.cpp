// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/signature.h"

#include "git/repository.h"
#include "git/text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Git {

namespace {

std::optional<SignatureState> stateOf(char letter)
{
    switch (letter) {
    case 'G':
        return SignatureState::Good;
    case 'U':
        return SignatureState::GoodUntrusted;
    case 'X':
    case 'Y':
        return SignatureState::Expired;
    case 'R':
        return SignatureState::Revoked;
    case 'E':
        return SignatureState::UnknownKey;
    case 'B':
        return SignatureState::Bad;
    case 'N':
        return SignatureState::None;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Signature> parseSignature(const QByteArray &output)
{
    const QList<QByteArray> parts = output.trimmed().split('\0');
    const auto state = parts[0].size() == 1 ? stateOf(parts[0][0]) : std::nullopt;
    if (!state || parts.size() != 3)
        return std::nullopt;
    return Signature{
        .state = *state, .signer = QString::fromUtf8(parts[2]), .key = QString::fromUtf8(parts[1])};
}

Result<bool> readShowsSignatures(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const auto config = readConfiguration(repository->get());
    if (!config)
        return std::unexpected(config.error());
    int shows = 0;
    return git_config_get_bool(&shows, config->get(), "log.showsignature") == 0 && shows != 0;
}

Result<Signature> verifySignature(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = {u"log"_s, u"--no-walk"_s, u"--no-show-signature"_s, u"--no-color"_s,
                               u"--format=%G?%x00%GK%x00%GS"_s, commit.text()},
                 .timeout = 20s,
                 .kind = Program::Kind::Read},
                cancel);
    if (!result)
        return std::unexpected(result.error());
    const auto signature = parseSignature(result->output);
    if (!signature)
        return fail(ErrorKind::External, Text::tr("git did not say whether the signature is right."));
    return *signature;
}

} // namespace Git
