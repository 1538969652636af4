// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/http.h"

#include "ai/peer.h"
#include "ai/text.h"

#include <QFile>

#include <curl/curl.h>
#include <sys/socket.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Ai {

namespace {

using Clock = std::chrono::steady_clock;
using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;

constexpr int kPause = 100;                  // milliseconds between two looks at the token
constexpr qsizetype kMostHeaders = 64 << 10; // bytes

/// Everything the callbacks of one transfer share; only its own thread sees it.
struct Transfer
{
    const HttpRequest &request;
    const BodySink &sink;
    HttpReply reply = {};
    Clock::time_point lastByte = Clock::now();
    qint64 bytes = 0;
    qsizetype headerBytes = 0;
    bool isTooLong = false, isUnwanted = false, isRefusedAddress = false;
};

class HeaderList
{
    Q_DISABLE_COPY_MOVE(HeaderList)

public:
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(m_list); }
    void add(const QByteArray &line) { m_list = curl_slist_append(m_list, line.constData()); }
    curl_slist *get() const { return m_list; }

private:
    curl_slist *m_list = nullptr;
};

void initialise()
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(once)
}

size_t takeHeader(char *bytes, size_t size, size_t count, void *user)
{
    Transfer &transfer = *static_cast<Transfer *>(user);
    const QByteArrayView line = QByteArrayView(bytes, qsizetype(size * count)).trimmed();
    transfer.headerBytes += line.size();
    if (transfer.headerBytes > kMostHeaders) {
        transfer.isTooLong = true;
        return 0;
    }
    if (line.startsWith("HTTP/")) { // of the last answer: a proxy and "100 Continue" have one of their own
        transfer.reply.headers.clear();
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        transfer.reply.headers.emplaceBack(line.first(colon).toByteArray(),
                                           line.sliced(colon + 1).trimmed().toByteArray());
    }
    return size * count;
}

struct Context
{
    Transfer *transfer;
    CURL *easy;
};

size_t takeBody(char *bytes, size_t size, size_t count, void *user)
{
    const Context &context = *static_cast<Context *>(user);
    Transfer &transfer = *context.transfer;
    const auto length = qint64(size * count);
    transfer.lastByte = Clock::now();
    transfer.bytes += length;
    if (transfer.bytes > transfer.request.mostBytes) {
        transfer.isTooLong = true;
        return 0;
    }
    long status = 0;
    curl_easy_getinfo(context.easy, CURLINFO_RESPONSE_CODE, &status);
    transfer.reply.status = int(status);
    if (!transfer.sink(transfer.reply, QByteArrayView(bytes, length))) {
        transfer.isUnwanted = true;
        return 0;
    }
    return size * count;
}

bool isProxySet()
{
    for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"}) {
        if (qEnvironmentVariableIsSet(name))
            return true;
    }
    return false;
}

/// Names are resolved by others; what counts is where the connection goes.
bool isAllowed(const Transfer &transfer, const sockaddr &address)
{
    switch (peerOf(address)) {
    case Peer::Ordinary:
        return true;
    case Peer::Loopback:
        return isLoopbackName(transfer.request.url.host()) || isProxySet();
    case Peer::LinkLocal:
        return transfer.request.allowsLinkLocal;
    case Peer::None:
        break;
    }
    return false;
}

curl_socket_t openSocket(void *user, curlsocktype, curl_sockaddr *address)
{
    Transfer &transfer = *static_cast<Transfer *>(user);
    if (!isAllowed(transfer, address->addr)) {
        transfer.isRefusedAddress = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Failure failureOf(CURLcode code, const Transfer &transfer, const char *words)
{
    Failure failure{.told = QString::fromUtf8(*words ? words : curl_easy_strerror(code))};
    if (transfer.isRefusedAddress)
        return {.trouble = Trouble::Untrusted,
                .told = Text::tr("The name leads to an address that no provider has: of this computer, of "
                                 "the local link, or of no network.")};
    if (transfer.isTooLong)
        return {.trouble = Trouble::Malformed, .told = Text::tr("The answer is too long.")};
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        failure.trouble = Trouble::Timeout;
        break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        failure.trouble = Trouble::Untrusted;
        break;
    default:
        failure.trouble = Trouble::Unreachable;
        break;
    }
    if (transfer.bytes > 0 && failure.trouble == Trouble::Unreachable)
        failure.trouble = Trouble::BrokenOff;
    return failure;
}

template<class Value> void set(CURL *easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value);
}

void setLimits(CURL *easy, const HttpRequest &request)
{
    set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy, CURLOPT_FOLLOWLOCATION, 0L);
    set(easy, CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, long(request.connect.count()));
    set(easy, CURLOPT_TIMEOUT_MS, long(request.total.count()));
    set(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(easy, CURLOPT_USERAGENT, "plumbline/" PLUMBLINE_VERSION);
    if (!request.certificates.isEmpty())
        set(easy, CURLOPT_CAINFO, QFile::encodeName(request.certificates).constData());
}

/// Runs it to its end; nothing: cancelled, or silent for too long, which `isIdle` tells.
std::optional<CURLcode> perform(CURL *easy, const Transfer &transfer, const CancelToken &cancel, bool &isIdle)
{
    const Multi multi(curl_multi_init(), &curl_multi_cleanup);
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK)
        return CURLE_OUT_OF_MEMORY;
    std::optional<CURLcode> result;
    for (int running = 1; !result;) {
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            result = CURLE_RECV_ERROR;
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
            if (message->msg == CURLMSG_DONE)
                result = message->data.result;
        }
        isIdle = Clock::now() - transfer.lastByte > transfer.request.idle;
        if (result || cancel.isCancelled() || isIdle)
            break;
        curl_multi_poll(multi.get(), nullptr, 0, kPause, nullptr);
    }
    curl_multi_remove_handle(multi.get(), easy);
    return result;
}

} // namespace

std::expected<HttpReply, Failure> sendHttp(const HttpRequest &request, const BodySink &sink,
                                           const CancelToken &cancel)
{
    initialise();
    const Easy easy(curl_easy_init(), &curl_easy_cleanup);
    if (!easy)
        return std::unexpected(Failure{.trouble = Trouble::Unreachable});
    Transfer transfer{.request = request, .sink = sink};
    Context context{&transfer, easy.get()};
    HeaderList headers;
    for (const auto &[name, value] : request.headers)
        headers.add(name + ": " + value);
    headers.add("Expect:"); // no round trip before a large body
    std::array<char, CURL_ERROR_SIZE> words = {};
    set(easy.get(), CURLOPT_URL, request.url.toEncoded().constData());
    set(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    set(easy.get(), CURLOPT_ERRORBUFFER, words.data());
    set(easy.get(), CURLOPT_HEADERFUNCTION, &takeHeader);
    set(easy.get(), CURLOPT_HEADERDATA, &transfer);
    set(easy.get(), CURLOPT_WRITEFUNCTION, &takeBody);
    set(easy.get(), CURLOPT_WRITEDATA, &context);
    set(easy.get(), CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    set(easy.get(), CURLOPT_OPENSOCKETDATA, &transfer);
    if (!request.body.isEmpty()) {
        set(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        set(easy.get(), CURLOPT_POSTFIELDS, request.body.constData());
    }
    setLimits(easy.get(), request);
    bool isIdle = false;
    const std::optional<CURLcode> code = perform(easy.get(), transfer, cancel, isIdle);
    if (!code)
        return std::unexpected(Failure{.trouble = isIdle ? Trouble::Timeout : Trouble::Cancelled});
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.reply.status = int(status);
    if (*code != CURLE_OK && !transfer.isUnwanted)
        return std::unexpected(failureOf(*code, transfer, words.data()));
    return transfer.reply;
}

} // namespace Ai
