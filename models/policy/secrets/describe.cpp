// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/types.h"

#include "base/text.h"
#include "policy/secrets/patterns.h"
#include "policy/text.h"

using namespace Qt::StringLiterals;

namespace Policy {

QString describe(const SecretFinding &finding)
{
    switch (finding.kind) {
    case SecretKind::Token:
        //: %1: a provider, such as GitHub
        return Text::tr("token of %1").arg(finding.provider);
    case SecretKind::Password:
        return Text::tr("password or secret");
    case SecretKind::PrivateKey:
        //: %1: a kind of key, such as PEM or age
        return Text::tr("private key (%1)").arg(finding.provider);
    case SecretKind::PasswordHash:
        return Text::tr("hash of a password");
    case SecretKind::Address:
        return Text::tr("password in a URL");
    case SecretKind::ConnectionString:
        return Text::tr("password in a connection string");
    case SecretKind::ManifestSecret:
        return Text::tr("secret in a manifest that is not encrypted");
    case SecretKind::KeyStore:
        return Text::tr("file that holds keys");
    case SecretKind::NotEncrypted:
        return Text::tr("file that SOPS should have encrypted");
    case SecretKind::NotScanned:
        return Text::tr("not looked through: %1").arg(finding.problem);
    }
    return {};
}

QString shownPath(const QByteArray &path)
{
    Effort effort{.bytes = 1024 * 1024, .matches = 100};
    QByteArray shown = path;
    std::vector<Match> matches = findByShape({path.constData(), static_cast<size_t>(path.size())}, effort);
    for (auto match = matches.rbegin(); match != matches.rend(); ++match)
        shown.replace(static_cast<qsizetype>(match->start), static_cast<qsizetype>(match->end - match->start),
                      "•••");
    return displayPath(shown);
}

} // namespace Policy
