// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/files.h"
#include "audit/format.h"
#include "audit/head.h"
#include "audit/lines.h"
#include "audit/text.h"
#include "audit/trail.h"

#include <sys/file.h>

namespace Audit {

namespace {

const QByteArray kMendedMark("\"operation\":\"audit_mended\""); // unescaped quotes: part of no text

/// Goes along the lines. A line that does not lead on to the next may be the altered one, or the next is:
/// what comes behind decides.
class Chain
{
public:
    explicit Chain(Head expected)
        : m_expected(std::move(expected))
    {}

    bool take(QByteArrayView line) ///< false: the flaw is found
    {
        const quint64 number = m_last.number + 1;
        const auto link = linkOf(line);
        const QByteArray digest = digestOf(line);
        if (m_isInDoubt)
            return settle(link ? link->previous : QByteArrayView());
        if (!link)
            return stop(Flaw::NoRecord, number);
        if (link->number != number) {
            m_result.missing = link->number > number ? link->number - number : 0;
            return stop(link->number > number ? Flaw::Gap : Flaw::OutOfOrder, number);
        }
        m_isInDoubt = link->previous != m_last.digest;
        m_before = std::exchange(m_last, {.number = number, .digest = digest});
        if (!m_isInDoubt && line.contains(kMendedMark) && !takeMended(line))
            return stop(Flaw::Mended, number);
        if (!m_isInDoubt && number == m_expected.number && digest != m_expected.digest)
            return stop(Flaw::OtherHistory, number);
        m_result.isAnchored = m_result.isAnchored || number == m_expected.number;
        return true;
    }

    /// head: what was kept of the end, when the lines were counted. Nothing: it is damaged or not there.
    Verification finish(const std::optional<Head> &head, bool hadHead)
    {
        if (!m_result.isIntact())
            return m_result;
        if (m_isInDoubt) {
            settle(head && head->number == m_last.number ? QByteArrayView(head->digest) : QByteArrayView());
            return m_result;
        }
        m_result.records = m_last.number;
        m_result.head = m_last.number > 0 ? m_last : Head();
        const bool isNext = head && m_last.number == head->number + 1 && m_before.digest == head->digest;
        if (head && m_last.number < head->number) {
            m_result.missing = head->number - m_last.number;
            stop(Flaw::CutOff, m_last.number + 1);
        } else if (!head && (hadHead || m_last.number > 1)) {
            stop(Flaw::NoHead, m_last.number);
        } else if (head && m_last != *head && !isNext) {
            stop(Flaw::Altered, m_last.number);
        } else if (m_expected.number > m_last.number) {
            m_result.missing = m_expected.number - m_last.number;
            stop(Flaw::CutOff, m_last.number + 1);
        }
        return m_result;
    }

private:
    bool stop(Flaw flaw, quint64 line)
    {
        m_result.flaw = flaw;
        m_result.line = line;
        m_result.records = line > 0 ? line - 1 : 0;
        return false;
    }

    /// The last line is in doubt, or the one before. next: what is known of the last one's digest.
    bool settle(QByteArrayView next)
    {
        const bool isLastRight = m_last.digest == next && m_last.number > 1;
        return stop(Flaw::Altered, isLastRight ? m_last.number - 1 : m_last.number);
    }

    bool takeMended(QByteArrayView line)
    {
        const auto record = parseLine(line.toByteArray());
        if (!record)
            return true;
        m_result.detail = record->entry.mended;
        m_result.missing = quint64(record->entry.lost.value_or(0));
        if (record->entry.mended != kTornTail)
            return false;
        ++m_result.healed;
        m_result.detail.clear();
        return true;
    }

    Verification m_result;
    Head m_expected, m_last{.number = 0, .digest = kNoDigest}, m_before = m_last;
    bool m_isInDoubt = false;
};

} // namespace

Result<Verification> verify(const QString &folder, const CancelToken &cancel, const Head &expected)
{
    const auto trail = openToRead(trailFile(folder));
    if (!trail)
        return std::unexpected(trail.error());
    const auto kept = openToRead(headFile(folder));
    if (!kept)
        return std::unexpected(kept.error());
    if (!trail->isOpen() && !kept->isOpen() && expected.number == 0)
        return fail(ErrorKind::NotFound, Text::tr("There is no audit trail yet."));
    qint64 size = 0;
    QByteArray headBytes;
    if (trail->isOpen()) { // the end of both must be of the same moment; what is added later is not looked at
        if (const auto locked = lockFile(trail->number(), LOCK_SH); !locked)
            return std::unexpected(locked.error());
        size = sizeOf(trail->number());
    }
    if (kept->isOpen())
        headBytes = readAll(kept->number()).value_or(QByteArray());
    if (trail->isOpen())
        ::flock(trail->number(), LOCK_UN);

    Chain chain(expected);
    const auto torn = readLines(trail->number(), size, [&](QByteArrayView line, qint64) {
        return chain.take(line) && !cancel.isCancelled();
    });
    if (cancel.isCancelled())
        return failCancelled();
    if (!torn)
        return std::unexpected(torn.error());
    Verification result = chain.finish(parseHead(headBytes), !headBytes.isEmpty());
    result.bytes = size;
    result.torn = *torn;
    result.isOpenToOthers = (trail->isOpen() && isOpenToOthers(trail->number())) ||
                            (kept->isOpen() && isOpenToOthers(kept->number()));
    return result;
}

} // namespace Audit
