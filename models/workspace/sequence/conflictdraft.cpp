// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/conflictdraft.h"

#include "base/text.h"

#include <QStringConverter>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kUtf8Mark = "\xef\xbb\xbf"_ba;

QByteArray withoutReturns(QByteArrayView text)
{
    return text.toByteArray().replace("\r\n", "\n");
}

// Git puts a line feed before its markers, which the last line of a side may not have had.
void chopAddedFeed(QByteArray &part, const std::optional<QByteArray> &side)
{
    if (!side || side->endsWith('\n') || !part.endsWith('\n'))
        return;
    const qsizetype feed = part.endsWith("\r\n") ? 2 : 1;
    if (withoutReturns(*side).endsWith(withoutReturns(QByteArrayView(part).chopped(feed))))
        part.chop(feed);
}

QByteArray joined(const QList<QByteArrayView> &lines, const Diff::LineRange &range)
{
    QByteArray text;
    for (qsizetype at = range.first; at < range.end(); ++at)
        text += lines[at];
    return text;
}

// As an editor breaks lines and as it is painted.
bool canBeEdited(const QString &text)
{
    constexpr char16_t frameBegin = 0xfdd0, frameEnd = 0xfdd1, lineBreak = 0x2028, paragraph = 0x2029;
    const auto isSpecial = [=](QChar character) {
        const char16_t unit = character.unicode();
        return unit == frameBegin || unit == frameEnd || unit == lineBreak || unit == paragraph || unit == 0;
    };
    return !std::ranges::any_of(text, isSpecial) && !hasHiddenCharacters(text);
}

} // namespace

std::optional<ConflictDraft> ConflictDraft::parse(QByteArrayView content, int markerSize)
{
    auto parts = Diff::parseConflict(content, markerSize);
    if (!parts)
        return std::nullopt;
    ConflictDraft draft;
    draft.m_parts = *std::move(parts);
    for (qsizetype at = 0; at < draft.m_parts.size(); ++at) {
        if (draft.m_parts[at].isConflict)
            draft.m_conflicts += at;
    }
    return draft;
}

void ConflictDraft::complete(const std::optional<QByteArray> &base, const std::optional<QByteArray> &ours,
                             const std::optional<QByteArray> &theirs)
{
    if (m_conflicts.isEmpty())
        return;
    if (m_conflicts.last() == m_parts.size() - 1) {
        chopAddedFeed(m_parts.last().ours, ours);
        chopAddedFeed(m_parts.last().theirs, theirs);
    }
    if (base && ours && theirs)
        findBases(withoutReturns(*base), withoutReturns(*ours), withoutReturns(*theirs));
}

// The markers may be around less than what is in conflict: git leaves out what both sides begin or end with.
void ConflictDraft::findBases(QByteArrayView base, QByteArrayView ours, QByteArrayView theirs)
{
    const QList<QByteArrayView> was = Diff::splitLines(base), left = Diff::splitLines(ours),
                                right = Diff::splitLines(theirs);
    const QList<Diff::MergeChunk> chunks = Diff::merge3(was, left, right);
    auto from = chunks.cbegin();
    for (const qsizetype number : std::as_const(m_conflicts)) {
        Diff::ConflictPart &part = m_parts[number];
        if (part.hasBase)
            continue;
        const QByteArray our = withoutReturns(part.ours), their = withoutReturns(part.theirs);
        const auto found = std::find_if(from, chunks.cend(), [&](const Diff::MergeChunk &chunk) {
            return chunk.kind == Diff::MergeKind::Conflict && joined(left, chunk.ours).contains(our) &&
                   joined(right, chunk.theirs).contains(their);
        });
        if (found == chunks.cend())
            continue;
        from = found; // the same may hold the next, too
        part.base = joined(was, found->base);
        part.hasBase = true;
    }
}

QByteArray ConflictDraft::text(qsizetype number, ConflictChoice choice) const
{
    const Diff::ConflictPart &part = conflict(number);
    switch (choice) {
    case ConflictChoice::None:
        return part.raw;
    case ConflictChoice::Ours:
        return part.ours;
    case ConflictChoice::Theirs:
        return part.theirs;
    case ConflictChoice::Both:
        break;
    }
    if (part.ours.isEmpty() || part.ours.endsWith('\n') || part.theirs.isEmpty())
        return part.ours + part.theirs;
    return part.ours + (part.raw.contains("\r\n") ? "\r\n" : "\n") + part.theirs;
}

QByteArray ConflictDraft::content(const QList<ConflictChoice> &choices) const
{
    QByteArray all;
    qsizetype number = 0;
    for (const Diff::ConflictPart &part : m_parts) {
        if (part.isConflict) {
            all += text(number, choices.value(number, ConflictChoice::None));
            ++number;
        } else {
            all += part.text;
        }
    }
    return all;
}

std::optional<TextForm> textFormOf(const QByteArray &content)
{
    TextForm form;
    QStringDecoder decoder(QStringDecoder::Utf8);
    [[maybe_unused]] const QString tried = decoder(content);
    form.isUtf8 = !decoder.hasError();
    form.hasMark = form.isUtf8 && content.startsWith(kUtf8Mark);
    const qsizetype feeds = content.count('\n'), pairs = content.count("\r\n");
    form.hasReturns = pairs > 0;
    if ((pairs > 0 && pairs != feeds) || content.count('\r') != pairs)
        return std::nullopt;
    const QString text = decodeText(content, form);
    if (!canBeEdited(text) || encodeText(text, form) != content)
        return std::nullopt;
    return form;
}

QString decodeText(const QByteArray &content, const TextForm &form)
{
    QByteArray bytes = form.hasReturns ? withoutReturns(content) : content;
    if (form.hasMark && bytes.startsWith(kUtf8Mark))
        bytes.remove(0, kUtf8Mark.size());
    return form.isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

std::optional<QByteArray> encodeText(const QString &text, const TextForm &form)
{
    constexpr char16_t largest = 0xff;
    const auto fits = [](QChar character) { return character.unicode() <= largest; };
    if (!form.isUtf8 && !std::ranges::all_of(text, fits))
        return std::nullopt;
    if (form.isUtf8 && !text.isValidUtf16())
        return std::nullopt;
    QByteArray bytes = form.isUtf8 ? text.toUtf8() : text.toLatin1();
    if (form.hasReturns)
        bytes.replace("\n", "\r\n");
    return form.hasMark ? QByteArray(kUtf8Mark + bytes) : bytes;
}
