// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/names.h"
#include "git/refname.h"
#include "git/text.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr QByteArrayView kAction("Plumbline-Undo: "), kLines("Plumbline-Lines: "), kHead("Plumbline-Head: "),
    kRef("Plumbline-Ref: "), kStash("Plumbline-Stash: "), kIndex("Plumbline-Index: "),
    kOperation("Plumbline-Operation: "), kDiscarded("Plumbline-Discarded: "),
    kWorkTree("Plumbline-WorkTree: "), kName("Plumbline-Name: "), kCommit("Plumbline-Commit: "),
    kCommits("Plumbline-Commits: "), kSubject("Plumbline-Subject: "), kSetting("Plumbline-Setting: ");
const QByteArray kStashRef = "refs/stash"_ba;

const std::array<QByteArray, 3> kAftermathNames = {"index"_ba, "content"_ba, "absent"_ba};

struct ActionName
{
    QByteArray name, subject;
};
const std::array<ActionName, 25> kActions = {{{"discard", "Discard files"},
                                              {"discard-lines", "Discard lines"},
                                              {"reset-soft", "Reset, keeping what is staged"},
                                              {"reset-mixed", "Reset, keeping the work tree"},
                                              {"reset-hard", "Reset with the work tree"},
                                              {"delete-branch", "Delete a branch"},
                                              {"delete-tag", "Delete a tag"},
                                              {"drop-stash", "Drop a stash"},
                                              {"leave-commits", "Leave commits on no branch"},
                                              {"abort-operation", "Abort an operation"},
                                              {"leave-step", "Leave a step of an operation"},
                                              {"replace-staged", "Replace what was staged"},
                                              {"ignore", "Ignore more files"},
                                              {"ignore-here", "Ignore more files here"},
                                              {"mark-resolved", "Mark files as resolved"},
                                              {"take-side", "Take one side of a conflict"},
                                              {"take-both", "Take both sides of a conflict"},
                                              {"write-merged", "Write a file that is in conflict"},
                                              {"make-conflict", "Make a file a conflict again"},
                                              {"amend", "Amend a commit"},
                                              {"commit", "Commit"},
                                              {"merge", "Merge"},
                                              {"rebase", "Rebase"},
                                              {"cherry-pick", "Pick a commit"},
                                              {"revert", "Revert a commit"}}};

// Quoted only if it is not plain ASCII. Git makes UTF-8 of all bytes of a message.
QByteArray unquotedName(const QByteArray &text)
{
    QByteArrayView rest(text);
    const auto name = text.startsWith('"') ? Diff::takeQuoted(rest) : std::nullopt;
    return name && rest.isEmpty() ? QByteArray(*name) : text;
}

QByteArray hexOf(const ObjectId &id)
{
    return id.isNull() ? QByteArray(40, '0') : id.toHex();
}

// By git's rules alone: a name that is there may be any bytes, though none such is made here.
bool isRefOf(const QByteArray &folder, const QByteArray &name)
{
    if (!name.startsWith(folder))
        return false;
    QByteArray plain = name.sliced(folder.size());
    std::ranges::replace_if(plain, [](char byte) { return static_cast<uchar>(byte) >= 0x80; }, 'x');
    return refNameProblem(plain).isEmpty();
}

bool parseDiscarded(const QByteArray &value, UndoContent &content)
{
    const QList<QByteArray> fields = value.split(' ');
    if (fields.size() < 4)
        return false;
    const auto kind = std::ranges::find(kAftermathNames, fields[0]);
    const auto id = ObjectId::fromHex(fields[2]);
    const QByteArray name = fields.sliced(3).join(' ');
    QByteArrayView rest(name);
    const auto path = Diff::takeQuoted(rest);
    if (kind == kAftermathNames.end() || !id || !path || !rest.isEmpty() || !isInnerPath(*path))
        return false;
    content.files.append({.path = *path,
                          .aftermath = static_cast<Aftermath>(kind - kAftermathNames.begin()),
                          .mode = fields[1].toUInt(nullptr, 8),
                          .id = *id});
    return true;
}

// Only what this program moves itself: a planted record must not reach any other ref.
bool parseRef(const QByteArray &value, UndoContent &content)
{
    QList<QByteArray> fields = value.split(' ');
    if (fields.size() == 3)
        fields[2] = unquotedName(fields[2]);
    const auto before = ObjectId::fromHex(fields.value(0)), after = ObjectId::fromHex(fields.value(1));
    if (fields.size() != 3 || !before || !after ||
        (fields[2] != "HEAD" && fields[2] != kStashRef && !isRefOf(kBranches, fields[2]) &&
         !isRefOf(kTags, fields[2])))
        return false;
    content.refs.append({fields[2], *before, *after});
    return true;
}

bool parseId(const QByteArray &value, ObjectId &id)
{
    const auto parsed = ObjectId::fromHex(value);
    if (parsed)
        id = *parsed;
    return parsed.has_value();
}

// The name becomes part of a path in the Git folder.
bool parseWorkTree(const QByteArray &value, UndoContent &content)
{
    QByteArrayView rest(value);
    const auto name = Diff::takeQuoted(rest);
    if (!name || !rest.isEmpty() || name->contains('/') || (!name->isEmpty() && !isInnerPath(*name)))
        return false;
    content.workTree = *name;
    return true;
}

// False: a trailer of ours that makes no sense.
bool parseLine(const QByteArray &line, UndoContent &content)
{
    if (line.startsWith(kDiscarded))
        return parseDiscarded(line.sliced(kDiscarded.size()), content);
    if (line.startsWith(kRef))
        return parseRef(line.sliced(kRef.size()), content);
    if (line.startsWith(kWorkTree))
        return parseWorkTree(line.sliced(kWorkTree.size()), content);
    if (line.startsWith(kStash))
        content.stash = line.sliced(kStash.size());
    if (line.startsWith(kSubject))
        content.subject = line.sliced(kSubject.size());
    if (line.startsWith(kSetting))
        content.settings.append(unquotedName(line.sliced(kSetting.size())));
    if (line.startsWith(kName))
        content.name = unquotedName(line.sliced(kName.size()));
    if (line.startsWith(kCommit))
        return parseId(line.sliced(kCommit.size()), content.commit);
    if (line.startsWith(kIndex))
        return parseId(line.sliced(kIndex.size()), content.index);
    if (line.startsWith(kOperation))
        return parseId(line.sliced(kOperation.size()), content.operation);
    if (line.startsWith(kLines))
        content.lineCount = std::max(0, line.sliced(kLines.size()).toInt());
    if (line.startsWith(kCommits))
        content.commitCount = std::max(0, line.sliced(kCommits.size()).toInt());
    if (line.startsWith(kHead)) {
        content.head = unquotedName(line.sliced(kHead.size()));
        return isRefOf(kBranches, content.head);
    }
    return true;
}

} // namespace

QByteArray formatUndoMessage(const UndoContent &content)
{
    const ActionName &action = kActions[static_cast<size_t>(content.action)];
    QByteArray text = action.subject +
                      "\n\nThis commit keeps what was there before. Written by Plumbline to undo it.\n\n" +
                      kAction + action.name + '\n';
    if (content.workTree)
        text += kWorkTree + Diff::quotePathAlways(*content.workTree) + '\n';
    if (content.action == UndoAction::DiscardLines)
        text += kLines + QByteArray::number(content.lineCount) + '\n';
    if (!content.head.isEmpty())
        text += kHead + Diff::quotePath(content.head) + '\n';
    for (const MovedRef &ref : content.refs)
        text += kRef + hexOf(ref.before) + ' ' + hexOf(ref.after) + ' ' + Diff::quotePath(ref.name) + '\n';
    if (!content.name.isEmpty())
        text += kName + Diff::quotePath(content.name) + '\n';
    if (!content.commit.isNull())
        text += kCommit + content.commit.toHex() + '\n';
    if (content.commitCount > 1)
        text += kCommits + QByteArray::number(content.commitCount) + '\n';
    if (!content.stash.isEmpty())
        text += kStash + content.stash.simplified() + '\n';
    if (!content.subject.isEmpty())
        text += kSubject + content.subject.simplified() + '\n';
    for (const QByteArray &setting : content.settings)
        text += kSetting + Diff::quotePathAlways(setting) + '\n';
    if (!content.index.isNull())
        text += kIndex + content.index.toHex() + '\n';
    if (!content.operation.isNull())
        text += kOperation + content.operation.toHex() + '\n';
    for (const Discarded &entry : content.files) {
        text += kDiscarded + kAftermathNames[static_cast<size_t>(entry.aftermath)] + ' ' +
                QByteArray::number(entry.mode, 8).rightJustified(6, '0') + ' ' + entry.id.toHex() + ' ' +
                Diff::quotePathAlways(entry.path) + '\n';
    }
    return text;
}

std::optional<UndoContent> parseUndoMessage(const QByteArray &message)
{
    UndoContent content;
    bool hasAction = false;
    for (const QByteArray &line : message.split('\n')) {
        if (line.startsWith(kAction)) {
            const auto action = std::ranges::find(kActions, line.sliced(kAction.size()), &ActionName::name);
            if (action == kActions.end() || hasAction)
                return std::nullopt; // of a version to come
            content.action = static_cast<UndoAction>(action - kActions.begin());
            hasAction = true;
        } else if (!parseLine(line, content)) {
            return std::nullopt;
        }
    }
    const bool isDiscard =
        content.action == UndoAction::Discard || content.action == UndoAction::DiscardLines ||
        content.action == UndoAction::LeaveStep || content.action == UndoAction::ReplaceStaged ||
        content.action == UndoAction::Ignore || content.action == UndoAction::IgnoreHere;
    const bool isConflict = settlesConflict(content.action);
    const bool isWhole = isDiscard    ? !content.files.isEmpty() && content.refs.isEmpty()
                         : isConflict ? !content.index.isNull() && content.refs.isEmpty()
                                      : content.refs.size() == 1 && !content.refs.first().before.isNull();
    const bool isStash = content.action == UndoAction::DropStash;
    const bool isTag = content.action == UndoAction::DeleteTag;
    const bool isRightRef = isDiscard || isConflict ||
                            (isWhole && (content.refs.first().name == kStashRef) == isStash &&
                             content.refs.first().name.startsWith(kTags) == isTag);
    return hasAction && isWhole && isRightRef ? std::optional(content) : std::nullopt;
}

} // namespace Git
