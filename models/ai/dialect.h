// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/completion.h"
#include "ai/endpoint.h"
#include "ai/events.h"
#include "ai/failure.h"

namespace Ai {

/// What a provider was found not to understand; learned from its refusals.
struct Quirks
{
    bool hasOldTokenLimit = false; ///< max_tokens instead of max_completion_tokens
    bool takesNoTemperature = false;
    bool takesNoSchema = false;
    bool takesNoStreamOptions = false;
    bool operator==(const Quirks &) const = default;
};

/// An answer as far as it has been read.
struct Reading
{
    Completion completion;
    std::optional<Failure> failure;
    bool isThinking = false; ///< the model reasons, and says nothing yet
};

/// How one kind of provider writes requests and answers. Pure, without state; any thread.
class Dialect
{
public:
    virtual ~Dialect() = default;

    virtual QUrl address(const Endpoint &endpoint) const = 0;
    virtual Headers keyHeaders(const QByteArray &key) const = 0; ///< empty key: none is needed
    virtual QJsonObject request(const Endpoint &endpoint, const Prompt &prompt,
                                const Quirks &quirks) const = 0;
    virtual Framing framing() const { return Framing::ServerSent; }
    /// One message of the stream; what is unknown is skipped.
    virtual void read(const QByteArray &event, const QJsonObject &data, Reading &reading) const = 0;
    /// A whole answer, from a server that does not stream.
    virtual void readWhole(const QJsonObject &answer, Reading &reading) const = 0;
    /// Where the models are listed, and their names in such an answer.
    virtual QUrl modelsAddress(const Endpoint &endpoint) const = 0;
    virtual QStringList models(const QJsonObject &answer) const = 0;
};

const Dialect &dialectOf(Kind kind);

/// The dialects by themselves, for dialectOf().
const Dialect &chatDialect();
const Dialect &azureDialect();
const Dialect &responsesDialect();
const Dialect &anthropicDialect();
const Dialect &ollamaDialect();
const Dialect &geminiDialect();

/// An error that stands inside an answer with status 200, as a failure.
Failure failureIn(const QJsonObject &data);
/// base with a path below it.
QUrl below(const QUrl &base, const QString &path);
/// A number of an object; -1: it is not there.
qint64 countOf(const QJsonObject &object, const QString &name);
/// The names under `key` of the objects in a list.
QStringList namesIn(const QJsonArray &list, const QString &key);

} // namespace Ai
