// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/endpoint.h"

#include "ai/peer.h"
#include "ai/text.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

struct Known
{
    Kind kind;
    QLatin1StringView name, address;
};

constexpr std::array kKnown = {
    Known{Kind::OpenAi, "openai"_L1, "https://api.openai.com/v1"_L1},
    Known{Kind::OpenAiResponses, "openai-responses"_L1, "https://api.openai.com/v1"_L1},
    Known{Kind::Azure, "azure"_L1, ""_L1},
    Known{Kind::Anthropic, "anthropic"_L1, "https://api.anthropic.com"_L1},
    Known{Kind::Ollama, "ollama"_L1, "http://127.0.0.1:11434"_L1},
    Known{Kind::Gemini, "gemini"_L1, "https://generativelanguage.googleapis.com/v1beta"_L1},
};

const Known &known(Kind kind)
{
    return *std::ranges::find(kKnown, kind, &Known::kind);
}

QString withoutEnd(QString path, std::initializer_list<QLatin1StringView> ends)
{
    for (bool isShorter = true; isShorter;) {
        isShorter = false;
        while (path.endsWith(u'/')) {
            path.chop(1);
            isShorter = true;
        }
        for (const QLatin1StringView end : ends) {
            if (path.endsWith(end)) {
                path.chop(end.size());
                isShorter = true;
            }
        }
    }
    return path;
}

bool hasVersion(const QString &path)
{
    static const QRegularExpression version(u"/v\\d+[a-z0-9]*(/|$)"_s);
    return version.match(path).hasMatch();
}

QString basePath(Kind kind, const QString &path)
{
    switch (kind) {
    case Kind::OpenAi:
    case Kind::OpenAiResponses: {
        const QString base =
            withoutEnd(path, {"/chat/completions"_L1, "/responses"_L1, "/models"_L1, "/completions"_L1});
        return hasVersion(base) ? base : base + "/v1"_L1;
    }
    case Kind::Anthropic:
        return withoutEnd(path, {"/messages"_L1, "/v1"_L1, "/models"_L1});
    case Kind::Ollama:
        return withoutEnd(path, {"/api/chat"_L1, "/api/generate"_L1, "/api/tags"_L1, "/api"_L1, "/v1"_L1});
    case Kind::Gemini: {
        const QString base = withoutEnd(path.section(u"/models/"_s, 0, 0), {"/models"_L1});
        return hasVersion(base) ? base : base + "/v1beta"_L1;
    }
    case Kind::Azure:
        return withoutEnd(path, {"/chat/completions"_L1, "/openai/v1"_L1, "/openai"_L1});
    }
    return path;
}

/// An address of Azure may name deployment and version itself.
void takeWhole(Endpoint &endpoint, const QUrl &address)
{
    static const QRegularExpression deployment(u"^(.*)/openai/deployments/([^/]+)(/.*)?$"_s);
    const QRegularExpressionMatch match = deployment.match(address.path());
    if (!match.hasMatch())
        return;
    endpoint.base.setPath(match.captured(1));
    endpoint.model = match.captured(2);
    const QString version = QUrlQuery(address).queryItemValue(u"api-version"_s);
    if (!version.isEmpty())
        endpoint.apiVersion = version;
}

Result<QUrl> checkedAddress(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return fail(ErrorKind::Invalid, Text::tr("“%1” is not an address of a model provider.").arg(address),
                    {}, Text::tr("An address looks like https://host/v1."));
    if (!url.userInfo().isEmpty())
        return fail(ErrorKind::Invalid,
                    Text::tr("The address of a model provider must not hold a name or password."), {},
                    Text::tr("Keys are kept in the keyring, or come from the environment."));
    return url;
}

} // namespace

QString nameOf(Kind kind)
{
    return known(kind).name;
}

std::optional<Kind> kindOf(QStringView name)
{
    const auto found = std::ranges::find_if(kKnown, [name](const Known &each) { return each.name == name; });
    return found == kKnown.end() ? std::nullopt : std::optional(found->kind);
}

bool Endpoint::isLoopback() const
{
    return isLoopbackName(base.host());
}

QByteArray Endpoint::origin() const
{
    const int port = base.port(base.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3"_s.arg(base.scheme(), base.host(QUrl::FullyEncoded), QString::number(port))
        .toLatin1();
}

Result<Endpoint> endpointOf(Kind kind, const QString &address, const QString &model,
                            const QString &apiVersion)
{
    const QString given = address.trimmed().isEmpty() ? QString(known(kind).address) : address;
    if (given.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("Azure OpenAI needs the address of your resource."), {},
                    Text::tr("It looks like https://NAME.openai.azure.com."));
    const Result<QUrl> url = checkedAddress(given);
    if (!url)
        return std::unexpected(url.error());
    Endpoint endpoint{.kind = kind, .base = *url, .model = model, .apiVersion = apiVersion};
    endpoint.base.setQuery(QString());
    endpoint.base.setFragment({});
    endpoint.base.setPath(basePath(kind, url->path()));
    if (kind == Kind::Azure)
        takeWhole(endpoint, *url);
    if (endpoint.base.scheme() != "https"_L1 && !endpoint.isLoopback())
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is not encrypted: your key and your changes could be read on the way.")
                        .arg(endpoint.base.toDisplayString()),
                    {}, Text::tr("Use https; http is for servers on this computer alone."));
    return endpoint;
}

} // namespace Ai
