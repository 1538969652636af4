// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/locate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/sequence/tags.h"
#include "git/text.h"
#include "git/undo/tagobjects.h"
#include "git/undo/undorefs.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QString shownTag(const QByteArray &tag)
{
    return displayPath(tag.sliced(kTags.size()));
}

/// The object that the tag is at.
Result<ObjectId> findTag(const Program &git, const QByteArray &tag, const ObjectId &expected)
{
    if (!tag.startsWith(kTags) || !isInnerPath(tag))
        return fail(ErrorKind::Invalid, Text::tr("%1 is no tag.").arg(displayPath(tag)));
    if (expected.isNull())
        //: %1: a tag
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” leads to no commit, and what it leads to could not be kept for an undo.")
                        .arg(shownTag(tag)),
                    {}, Text::tr("“git tag -d” deletes it for good."));
    const auto object = readRefId(git, tag);
    if (!object)
        return object;
    const auto commit = resolveRevision(git.location(), tag);
    if (!object->isNull() && commit && *commit == expected)
        return object;
    //: %1: a tag
    const QString sentence = object->isNull()
                                 ? Text::tr("“%1” is gone already.")
                                 : Text::tr("“%1” has moved since it was shown, so it was not deleted.");
    return fail(ErrorKind::Conflict, sentence.arg(shownTag(tag)));
}

// A name may be any bytes here, so it goes by input.
Result<void> removeTagRef(const Program &git, const QByteArray &tag, const ObjectId &object)
{
    const auto result =
        git.run({.arguments = {u"update-ref"_s, u"-z"_s, u"--stdin"_s},
                 .input = "option no-deref"_ba + '\0' + "delete " + tag + '\0' + object.toHex() + '\0',
                 .timeout = {},
                 .kind = Program::Kind::Hooks},
                {});
    //: %1: a tag
    return result ? Result<void>()
                  : failAction(result.error(), Text::tr("“%1” was not deleted.").arg(shownTag(tag)));
}

} // namespace

Result<UndoRecord> deleteTag(const Program &git, const QByteArray &tag, const ObjectId &expected,
                             const CancelToken &cancel)
{
    const auto object = findTag(git, tag, expected);
    const auto kept = object ? keepTagObjects(git, *object, cancel) : std::unexpected(object.error());
    if (!kept)
        return std::unexpected(kept.error());
    auto record = writeUndoRecord(git,
                                  {.action = UndoAction::DeleteTag,
                                   .refs = {{tag, *object, ObjectId()}},
                                   .commit = expected,
                                   .tagObjects = *kept},
                                  cancel);
    if (!record)
        return std::unexpected(record.error());
    // From here on it is not cut in half by a cancel.
    if (const auto removed = removeTagRef(git, tag, *object); !removed) {
        Error error = removed.error();
        // Only a tag that is seen to be there needs no way back.
        if (const auto present = readRefId(git, tag); present && *present == *object)
            (void)dropUndoRecord(git, *record, {});
        else
            //: %1: name of a Git ref
            error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record->ref));
        return std::unexpected(std::move(error));
    }
    return *std::move(record);
}

} // namespace Git
