// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

#include <optional>

namespace Ai {

/// How a provider is talked to.
enum class Kind {
    OpenAi, ///< chat completions: OpenAI, llama.cpp, vLLM, LM Studio, OpenRouter and the like
    OpenAiResponses,
    Azure, ///< Azure OpenAI: by deployment with a dated version, or /openai/v1
    Anthropic,
    Ollama,
    Gemini,
};

/// "openai", "openai-responses", "azure", "anthropic", "ollama", "gemini".
QString nameOf(Kind kind);
std::optional<Kind> kindOf(QStringView name);

/// Where a model is asked. Never holds the key.
struct Endpoint
{
    Kind kind = Kind::OpenAi;
    QUrl base;                    ///< without a slash at its end, and without what the kind adds
    QString model;                ///< as given; may be empty where the server has one only
    QString apiVersion = {};      ///< Azure's dated one; empty: /openai/v1
    QString certificates = {};    ///< a file of further authorities (PEM); empty: the system's alone
    bool allowsLinkLocal = false; ///< also addresses such as 169.254.169.254

    bool isLoopback() const;
    QByteArray origin() const; ///< "https://host:443", what a key belongs to
    bool operator==(const Endpoint &) const = default;
};

/// Accepts what people paste: with or without /v1, a slash at the end, or the whole address of a request.
/// An empty address is the kind's own; Azure has none. Invalid: no https (http is for this computer alone),
/// a name or password in it, or not an address.
Result<Endpoint> endpointOf(Kind kind, const QString &address, const QString &model,
                            const QString &apiVersion = {});

} // namespace Ai
