// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitparse.h"

#include "git/repository.h"

#include <QStringDecoder>

namespace Git {

namespace {

constexpr qsizetype kLongestSubject = 10'000;

struct Header
{
    QByteArrayView tree, author, committer, encoding;
    QList<ObjectId> parents;
    bool hasSignature = false;
    QByteArrayView message;
};

// Header lines are "key value"; a line that starts with a space continues the one before; an empty line ends
// them.
Header splitHeader(QByteArrayView raw)
{
    Header header;
    while (!raw.isEmpty()) {
        qsizetype end = raw.indexOf('\n');
        if (end < 0)
            end = raw.size();
        const QByteArrayView line = raw.first(end);
        raw = raw.sliced(std::min(end + 1, raw.size()));
        if (line.isEmpty())
            break;
        const qsizetype space = line.indexOf(' ');
        if (space <= 0)
            continue;
        const QByteArrayView key = line.first(space), value = line.sliced(space + 1);
        if (key == "tree" && header.tree.isEmpty())
            header.tree = value;
        else if (key == "parent") {
            if (const auto id = ObjectId::fromHex(value))
                header.parents.append(*id);
        } else if (key == "author" && header.author.isEmpty())
            header.author = value;
        else if (key == "committer" && header.committer.isEmpty())
            header.committer = value;
        else if (key == "encoding")
            header.encoding = value;
        else if (key == "gpgsig" || key == "gpgsig-sha256")
            header.hasSignature = true;
    }
    header.message = raw;
    return header;
}

bool namesUtf8(QByteArrayView encoding)
{
    return encoding.isEmpty() || encoding.compare("utf-8", Qt::CaseInsensitive) == 0 ||
           encoding.compare("utf8", Qt::CaseInsensitive) == 0;
}

QString decode(QByteArrayView bytes, QByteArrayView encoding)
{
    if (!namesUtf8(encoding) && !encoding.startsWith("UTF-") && !encoding.startsWith("utf-")) {
        QStringDecoder decoder{QLatin1StringView(encoding)};
        if (decoder.isValid()) {
            QString text = decoder(bytes);
            if (!decoder.hasError())
                return text;
        }
    }
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

// "Name <mail> 1700000000 +0130"; each part may be missing.
Moment momentOf(QByteArrayView ident)
{
    if (ident.isEmpty()) // Qt 6.8 looks behind the end of an empty view
        return {};
    const QByteArrayView rest = ident.sliced(ident.lastIndexOf('>') + 1).trimmed();
    const qsizetype space = rest.indexOf(' ');
    Moment moment;
    moment.seconds = (space < 0 ? rest : rest.first(space)).toLongLong();
    if (space < 0)
        return moment;
    const int zone = rest.sliced(space + 1).trimmed().toInt();
    moment.offsetMinutes = zone / 100 * 60 + zone % 100;
    return moment;
}

Person splitPerson(QByteArrayView ident, QByteArrayView encoding)
{
    const qsizetype open = ident.indexOf('<');
    if (open < 0)
        return {decode(ident.trimmed(), encoding), {}};
    qsizetype close = ident.indexOf('>', open);
    if (close < 0)
        close = ident.size();
    return {decode(ident.first(open).trimmed(), encoding),
            decode(ident.sliced(open + 1, close - open - 1).trimmed(), encoding)};
}

// Takes a line off the front, without the space at its end, as git counts space.
QByteArrayView takeLine(QByteArrayView &text)
{
    const qsizetype end = text.indexOf('\n');
    QByteArrayView line = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.chop(1);
    return line;
}

// The first paragraph as one line, as %s of git-log(1).
QString subjectOf(QByteArrayView message, QByteArrayView encoding)
{
    constexpr qsizetype longest = kLongestSubject * 4; // no code point has more bytes
    QByteArrayView first;
    while (first.isEmpty() && !message.isEmpty())
        first = takeLine(message);
    QByteArrayView next = takeLine(message);
    QByteArray joined; // only where there is more than a line: most have one
    while (!next.isEmpty() && first.size() + joined.size() < longest) {
        joined += ' ';
        joined += next;
        next = takeLine(message);
    }
    if (!joined.isEmpty())
        joined.prepend(first);
    const QByteArrayView whole = joined.isEmpty() ? first : QByteArrayView(joined);
    QString subject = decode(whole.first(std::min(whole.size(), longest)), encoding);
    subject.truncate(kLongestSubject);
    return subject;
}

template<class PersonOf>
std::optional<Commit> makeCommit(const ObjectId &id, const Header &header, PersonOf personOf)
{
    const auto tree = ObjectId::fromHex(header.tree);
    if (!tree)
        return std::nullopt;
    return Commit{.id = id,
                  .tree = *tree,
                  .parents = header.parents,
                  .author = personOf(header.author),
                  .committer = personOf(header.committer),
                  .authored = momentOf(header.author),
                  .committed = momentOf(header.committer),
                  .subject = subjectOf(header.message, header.encoding)};
}

} // namespace

std::optional<Commit> CommitParser::parse(const ObjectId &id, QByteArrayView raw)
{
    const Header header = splitHeader(raw);
    return makeCommit(id, header, [&](QByteArrayView ident) { return person(ident, header.encoding); });
}

Person CommitParser::person(QByteArrayView ident, QByteArrayView encoding)
{
    const qsizetype end = ident.isEmpty() ? -1 : ident.lastIndexOf('>');
    if (end < 0 || !namesUtf8(encoding))
        return splitPerson(ident, encoding);
    const QByteArrayView key = ident.first(end + 1);
    const auto known = m_people.constFind(QByteArray::fromRawData(key.data(), key.size()));
    if (known != m_people.cend())
        return *known;
    return *m_people.insert(key.toByteArray(), splitPerson(ident, encoding));
}

std::optional<CommitDetails> parseDetails(const ObjectId &id, QByteArrayView raw)
{
    const Header header = splitHeader(raw);
    auto commit =
        makeCommit(id, header, [&](QByteArrayView ident) { return splitPerson(ident, header.encoding); });
    if (!commit)
        return std::nullopt;
    return CommitDetails{.commit = *std::move(commit),
                         .message = decode(header.message, header.encoding),
                         .rawMessage = header.message.toByteArray(),
                         .encoding = header.encoding.toByteArray(),
                         .hasSignature = header.hasSignature};
}

Result<CommitDetails> readParsedCommit(git_odb *database, const ObjectId &id)
{
    const auto object = readObject(database, id, GIT_OBJECT_COMMIT);
    if (!object)
        return std::unexpected(objectError(object.error(), id));
    auto details =
        parseDetails(id, QByteArrayView(static_cast<const char *>(git_odb_object_data(object->get())),
                                        static_cast<qsizetype>(git_odb_object_size(object->get()))));
    if (!details)
        return std::unexpected(objectError(ObjectProblem::Damaged, id));
    return *std::move(details);
}

} // namespace Git
