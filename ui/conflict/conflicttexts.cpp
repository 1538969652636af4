// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/conflicttexts.h"

#include "ui/conflict/conflictpage.h"

namespace {

QString sideText(const Git::ConflictStage &stage)
{
    constexpr quint32 link = 0120000, submodule = 0160000, executable = 0100755;
    if (!stage.isThere())
        return ConflictPage::tr("no file");
    //: %1: the short id of an object
    const QString id = stage.id.abbreviated();
    return (stage.mode == submodule    ? ConflictPage::tr("a submodule at commit %1")
            : stage.mode == link       ? ConflictPage::tr("a link (%1)")
            : stage.mode == executable ? ConflictPage::tr("an executable file (%1)")
                                       : ConflictPage::tr("a file (%1)"))
        .arg(id);
}

} // namespace

QString ConflictTexts::choice(const Git::ConflictEntry &entry)
{
    return ConflictPage::tr("Ours: %1").arg(sideText(entry.ours)) + u'\n' +
           ConflictPage::tr("Theirs: %1").arg(sideText(entry.theirs)) + u'\n' +
           ConflictPage::tr("Before both: %1").arg(sideText(entry.base));
}

QString ConflictTexts::place(const ResultEditor &result, const QList<ResultEditor::State> &states)
{
    if (result.current() < 0)
        return {};
    const auto word = [&] {
        switch (states[result.current()]) {
        case ResultEditor::State::Open:
            return ConflictPage::tr("not resolved");
        case ResultEditor::State::Ours:
            return ConflictPage::tr("ours taken");
        case ResultEditor::State::Theirs:
            return ConflictPage::tr("theirs taken");
        case ResultEditor::State::Both:
            return ConflictPage::tr("both taken");
        case ResultEditor::State::Edited:
            break;
        }
        return ConflictPage::tr("edited");
    };
    //: %1 and %2: numbers; %3: such as "not resolved"
    return ConflictPage::tr("Conflict %1 of %2: %3")
        .arg(QString::number(result.current() + 1), QString::number(result.count()), word());
}

QString ConflictTexts::note(const ResultEditor &result)
{
    if (!result.shown())
        return {};
    if (!result.shown()->draft)
        return ConflictPage::tr("The conflict markers are not in order. Edit the file, or start over.");
    if (result.count() == 0)
        return ConflictPage::tr(
            "No conflict markers are left in the file: look at it, then mark it as resolved.");
    if (!result.isEditable())
        return ConflictPage::tr(
            "Line ends that differ, hidden characters or its size keep this file from being "
            "edited here. What is taken of the sides is kept byte for byte.");
    return {};
}
