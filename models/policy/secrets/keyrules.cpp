// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/providers.h"

#include <array>

namespace Policy {

namespace {

constexpr std::array kKeyRules = {
    ProviderRule{.id = "jwt",
                 .provider = "JSON Web Token",
                 .keywords = "eyj",
                 .pattern = "eyJ[\\w-]{15,}\\.eyJ[\\w-]{15,}\\.[\\w-]{20,}",
                 .entropy = 4.0},
    ProviderRule{.id = "age-secret-key",
                 .provider = "age",
                 .keywords = "age-secret-key-1|age-secret-key-pq-1",
                 .pattern = "AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58,}",
                 .kind = SecretKind::PrivateKey},
    ProviderRule{.id = "password-hash",
                 .provider = "",
                 .keywords = "$2a$|$2b$|$2y$|$apr1$|$argon2|$6$|$5$|$1$|$y$|{ssha}|{sha}",
                 .pattern =
                     "(?:\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}|\\$apr1\\$[./A-Za-z0-9]{1,8}\\$[./"
                     "A-Za-z0-9]{22}|\\$argon2(?:id?|d)\\$[\\w=,$+/]{40,}|\\$[156]\\$(?:rounds=\\d+\\$)?[./"
                     "A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{22,86}|\\$y\\$[./A-Za-z0-9]+\\$[./A-Za-z0-9]{8,}\\$[./"
                     "A-Za-z0-9]{43}|\\{SS?HA\\}[A-Za-z0-9+/]{27,60}={0,2})",
                 .entropy = 3.3,
                 .kind = SecretKind::PasswordHash},
    ProviderRule{.id = "docker-login",
                 .provider = "Docker",
                 .keywords = "docker login|podman login|helm registry login|skopeo login",
                 .pattern = "(?:docker|podman|helm registry|skopeo) "
                            "login\\b[^\\n]{0,160}?\\s(?:-p|--password)[ =][\"']?([^\\s\"'$][^\\s\"']{2,})",
                 .entropy = 0,
                 .kind = SecretKind::Password},
    ProviderRule{
        .id = "curl-user",
        .provider = "curl",
        .keywords = "curl",
        .pattern =
            "curl\\b[^\\n]{0,160}?\\s(?:-u|--user)[ =]?[\"']?[^\\s:\"'$]{1,60}:([^\\s\"'@$][^\\s\"']{2,})",
        .entropy = 0,
        .kind = SecretKind::Password},
    ProviderRule{.id = "authorization-header",
                 .provider = "HTTP",
                 .keywords = "authorization",
                 .pattern = "(?i)authorization[\"']?\\s{0,3}[:=][\\s\"']{0,3}(?:basic|bearer|token)\\s{1,3}(["
                            "A-Za-z0-9+/._=-]{16,})",
                 .entropy = 3.0,
                 .kind = SecretKind::Password},
    ProviderRule{.id = "connection-string",
                 .provider = "ADO.NET",
                 .keywords = "password=|pwd=",
                 .pattern = "(?i)(?:password|pwd)=([^;\"'\\s<>{}$%]{3,})",
                 .entropy = 0,
                 .kind = SecretKind::ConnectionString},
};

} // namespace

std::span<const ProviderRule> keyRules()
{
    return kKeyRules;
}

} // namespace Policy
