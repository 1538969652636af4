// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/messagestore.h"

#include "settings/atomicfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

struct MessageStoreText
{
    Q_DECLARE_TR_FUNCTIONS(MessageStore)
};

constexpr int kMessagesVersion = 1;
constexpr qint64 kLargestMessages = 32 * 1024 * 1024;
constexpr std::chrono::milliseconds kMessagesWait{2'000}; // a write takes a few
constexpr std::chrono::milliseconds kLockPause{20};

QByteArray canonical(const QByteArray &path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.constData(), nullptr), &std::free);
    return real ? QByteArray(real.get()) : path;
}

/// Held by this process alone, and by nobody once it is gone, however it ended.
class FolderLock
{
    Q_DISABLE_COPY_MOVE(FolderLock)

public:
    explicit FolderLock(const QString &folder)
        : m_descriptor(::open(QFile::encodeName(QString(folder + u"/.lock"_s)).constData(),
                              O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {}
    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    bool isOpen() const { return m_descriptor >= 0; }
    bool wait() const
    {
        for (auto waited = kLockPause * 0; waited < kMessagesWait; waited += kLockPause) {
            if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
                return true;
            QThread::sleep(kLockPause);
        }
        return false;
    }

private:
    int m_descriptor;
};

} // namespace

struct MessageStore::Content
{
    struct Place
    {
        KeptMessage message;
        qint64 changed = 0; ///< milliseconds since 1970
    };
    QHash<QByteArray, Place> places;
    QStringList history;
    QString notice;

    QByteArray toJson() const
    {
        QJsonObject kept;
        for (const auto &[place, entry] : places.asKeyValueRange()) {
            kept.insert(QString::fromLatin1(place.toPercentEncoding("/:")),
                        QJsonObject{{u"text"_s, entry.message.text},
                                    {u"amended"_s, entry.message.amended},
                                    {u"beforeAmend"_s, entry.message.beforeAmend},
                                    {u"changed"_s, entry.changed}});
        }
        return QJsonDocument(QJsonObject{{u"version"_s, kMessagesVersion},
                                         {u"places"_s, kept},
                                         {u"history"_s, QJsonArray::fromStringList(history)}})
            .toJson();
    }

    void take(const QJsonObject &json)
    {
        const QJsonObject kept = json["places"_L1].toObject();
        for (auto at = kept.begin(); at != kept.end(); ++at) {
            const QJsonObject entry = at.value().toObject();
            places.insert(QByteArray::fromPercentEncoding(at.key().toLatin1()),
                          {{entry["text"_L1].toString(), entry["amended"_L1].toString(),
                            entry["beforeAmend"_L1].toString()},
                           entry["changed"_L1].toInteger()});
        }
        for (const QJsonValue &message : json["history"_L1].toArray())
            history += message.toString();
    }

    void limit()
    {
        while (places.size() > kPlaces) {
            auto oldest = places.cbegin();
            for (auto at = places.cbegin(); at != places.cend(); ++at) {
                if (at->changed < oldest->changed)
                    oldest = at;
            }
            places.erase(oldest);
        }
        if (history.size() > kHistory)
            history.resize(kHistory);
    }
};

QByteArray messagePlace(const Git::Head &head)
{
    switch (head.state) {
    case Git::HeadState::Branch:
    case Git::HeadState::Unborn:
        return head.branch;
    case Git::HeadState::Detached:
        return kDetachedPlace + head.target.toHex();
    case Git::HeadState::Broken:
        break;
    }
    return {};
}

MessageStore::MessageStore(QString folder, const QByteArray &gitDir)
    : m_folder(std::move(folder))
    , m_name(QString::fromLatin1(
          QCryptographicHash::hash(canonical(gitDir), QCryptographicHash::Sha256).toHex()))
{}

QString MessageStore::path() const
{
    return m_folder + u'/' + m_name + u".json"_s;
}

QString MessageStore::putAside(const QString &reason) const
{
    QString kept = path() + u".unreadable"_s;
    for (int number = 2; QFile::exists(kept); ++number) // what was put aside before is somebody's text, too
        kept = path() + u".unreadable-%1"_s.arg(number);
    QFile::rename(path(), kept);
    //: %1 a reason such as "it is damaged", %2 a file name
    return MessageStoreText::tr("The kept commit messages were not used because %1; they are in %2.")
        .arg(reason, kept);
}

Result<MessageStore::Content> MessageStore::read(PutAside putsAside) const
{
    Content content;
    QFile file(path());
    if (!file.exists())
        return content;
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorKind::Denied, MessageStoreText::tr("The kept commit messages cannot be read."),
                    file.errorString());
    const QByteArray bytes = file.read(kLargestMessages + 1);
    file.close();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const bool isUsable = bytes.size() <= kLargestMessages && document.isObject();
    if (!isUsable && putsAside == PutAside::No)
        return fail(ErrorKind::Conflict,
                    MessageStoreText::tr("Another program is writing the kept commit messages."));
    if (bytes.size() > kLargestMessages)
        content.notice = putAside(MessageStoreText::tr("they are too large"));
    else if (!document.isObject())
        content.notice = putAside(MessageStoreText::tr("they are damaged"));
    else if (document.object()["version"_L1].toInt() > kMessagesVersion)
        return fail(ErrorKind::Invalid,
                    MessageStoreText::tr("Commit messages are not kept: a later version of Plumbline keeps "
                                         "them in %1.")
                        .arg(path()));
    else if (document.object()["version"_L1].toInt() != kMessagesVersion)
        content.notice = putAside(MessageStoreText::tr("another version wrote them"));
    else
        content.take(document.object());
    return content;
}

Result<KeptMessages> MessageStore::load() const
{
    if (!QFile::exists(path()))
        return KeptMessages();
    // What cannot be read is put aside, which nobody may do while another program replaces it.
    const FolderLock lock(m_folder);
    auto content = read(lock.isOpen() && lock.wait() ? PutAside::Yes : PutAside::No);
    if (!content)
        return std::unexpected(content.error());
    KeptMessages kept{.history = content->history, .notice = content->notice};
    for (const auto &[place, entry] : std::as_const(content->places).asKeyValueRange())
        kept.byPlace.insert(place, entry.message);
    return kept;
}

template<class Change> Result<void> MessageStore::change(Change change) const
{
    if (auto made = makePrivateFolder(m_folder); !made)
        return made;
    const FolderLock lock(m_folder);
    if (!lock.isOpen())
        return fail(ErrorKind::External,
                    MessageStoreText::tr("Commit messages cannot be kept in %1.").arg(m_folder));
    if (!lock.wait())
        return fail(ErrorKind::Conflict,
                    MessageStoreText::tr("Another program is writing the kept commit messages."));
    auto content = read(PutAside::Yes);
    if (!content)
        return std::unexpected(content.error());
    change(*content);
    content->limit();
    return writeAtomically(QFile::encodeName(path()), content->toJson());
}

Result<void> MessageStore::save(const QByteArray &place, const KeptMessage &message) const
{
    if (message.text.size() > kLongest || message.beforeAmend.size() > kLongest)
        return fail(ErrorKind::Invalid,
                    MessageStoreText::tr("The message is too long to be kept until it is committed."));
    if (message.isEmpty() && !QFile::exists(path()))
        return {};
    return change([&](Content &content) {
        if (message.isEmpty())
            content.places.remove(place);
        else
            content.places.insert(place, {message, QDateTime::currentMSecsSinceEpoch()});
    });
}

Result<void> MessageStore::remember(const QByteArray &place, const QString &message) const
{
    return change([&](Content &content) {
        content.places.remove(place);
        if (message.trimmed().isEmpty() || message.size() > kLongest)
            return;
        content.history.removeAll(message);
        content.history.prepend(message);
    });
}
