// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transferoutput.h"

#include "base/secrets.h"
#include "base/text.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::optional<RefUpdateKind> kindOf(char flag)
{
    switch (flag) {
    case ' ':
        return RefUpdateKind::FastForward;
    case '+':
        return RefUpdateKind::Forced;
    case '-':
        return RefUpdateKind::Removed;
    case 't':
        return RefUpdateKind::Tag;
    case '*':
        return RefUpdateKind::New;
    case '!':
        return RefUpdateKind::Rejected;
    case '=':
        return RefUpdateKind::UpToDate;
    default:
        return {};
    }
}

// Where the line "To …" starts; the end when there is none.
qsizetype startOfRefs(const QByteArray &output)
{
    if (output.startsWith("To "))
        return 0;
    const qsizetype at = output.lastIndexOf("\nTo ");
    return at < 0 ? output.size() : at + 1;
}

// "[rejected] (fetch first)" is rejected because of "fetch first".
QByteArray reasonOf(const QByteArray &summary)
{
    const qsizetype open = summary.indexOf('(');
    const qsizetype close = summary.lastIndexOf(')');
    return open < 0 || close < open ? summary : summary.sliced(open + 1, close - open - 1);
}

bool saysOneOf(const QByteArray &words, std::initializer_list<QByteArrayView> phrases)
{
    return std::ranges::any_of(phrases, [&](QByteArrayView phrase) { return words.contains(phrase); });
}

struct Reason
{
    ErrorKind kind;
    QString hint;
};

Reason reasonFor(const QByteArray &words)
{
    if (saysOneOf(words, {"Could not resolve", "Connection refused", "Connection timed out",
                          "No route to host", "Network is unreachable", "Failed to connect",
                          "Couldn't connect", "Connection reset", "Operation timed out"}))
        return {ErrorKind::Offline, Text::tr("The other side is not reached. Look at the network, the proxy "
                                             "and the address.")};
    if (words.contains("Host key verification failed"))
        return {
            ErrorKind::Denied,
            Text::tr("The host is not known, or it is another one than before. Compare its fingerprint with "
                     "one from a source that you trust.")};
    if (words.contains("unknown option `porcelain'"))
        return {ErrorKind::External, Text::tr("This needs Git 2.41 or newer.")};
    if (saysOneOf(words, {"certificate", "SSL"}))
        return {ErrorKind::Denied, Text::tr("The certificate of the other side is not trusted.")};
    if (saysOneOf(words, {"Authentication failed", "could not read Username", "could not read Password",
                          "Permission denied", "error: 403", "error: 401", "terminal prompts disabled"}))
        return {ErrorKind::Denied, Text::tr("The other side did not accept who you are. Look at your user "
                                            "name, password, token or key.")};
    if (words.contains("' not allowed"))
        return {ErrorKind::Denied, Text::tr("Only https, ssh and local addresses are used.")};
    if (saysOneOf(words, {"not found", "does not appear to be a git repository", "does not exist",
                          "couldn't find remote ref"}))
        return {ErrorKind::NotFound, Text::tr("Look at the address, and whether you may see what it names.")};
    return {ErrorKind::External, {}};
}

} // namespace

bool FetchEnd::isRejected() const
{
    return std::ranges::contains(refs, RefUpdateKind::Rejected, &RefUpdate::kind);
}

bool PushEnd::isRejected() const
{
    return std::ranges::contains(refs, RefUpdateKind::Rejected, &RefUpdate::kind);
}

QList<RefUpdate> parseFetchOutput(const QByteArray &output)
{
    QList<RefUpdate> refs;
    for (const QByteArray &line : output.split('\n')) {
        const auto kind = line.size() > 2 && line[1] == ' ' ? kindOf(line[0]) : std::nullopt;
        if (!kind)
            continue;
        const qsizetype second = line.indexOf(' ', 2);
        const qsizetype third = second < 0 ? -1 : line.indexOf(' ', second + 1);
        if (third < 0)
            continue;
        const auto before = ObjectId::fromHex(QByteArrayView(line).sliced(2, second - 2));
        const auto after = ObjectId::fromHex(QByteArrayView(line).sliced(second + 1, third - second - 1));
        if (before && after)
            refs += {.kind = *kind, .ref = line.sliced(third + 1), .before = *before, .after = *after};
    }
    return refs;
}

QList<RefUpdate> parsePushOutput(const QByteArray &output)
{
    QList<RefUpdate> refs;
    for (const QByteArray &line : output.sliced(startOfRefs(output)).split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        const auto kind = parts.size() == 3 && parts[0].size() == 1 ? kindOf(parts[0][0]) : std::nullopt;
        if (!kind)
            continue;
        RefUpdate update{.kind = *kind, .ref = parts[1].sliced(parts[1].lastIndexOf(':') + 1)};
        if (*kind == RefUpdateKind::Rejected)
            update.reason = reasonOf(parts[2]);
        refs += std::move(update);
    }
    return refs;
}

Error explainTransfer(Error error, const QString &sentence, const QList<QByteArray> &words)
{
    if (error.kind != ErrorKind::External) {
        error.detail = maskSecrets(error.detail);
        return error;
    }
    const QByteArray all = words.join('\n');
    if (!all.isEmpty())
        error.detail = displayText(all.last(std::min<qsizetype>(all.size(), 100'000)));
    error.detail = maskSecrets(error.detail);
    error.message = sentence;
    const Reason reason = reasonFor(all);
    error.kind = reason.kind;
    error.hint = reason.hint;
    return error;
}

} // namespace Git
