// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffkeys.h"

#include <array>

namespace {

struct Entry
{
    int key;
    Qt::KeyboardModifiers modifiers;
    DiffMove move;
    bool mayExtend = false;
};

constexpr Qt::KeyboardModifiers kNone = Qt::NoModifier;
constexpr Qt::KeyboardModifiers kControl = Qt::ControlModifier;

const std::array kKeys{
    Entry{Qt::Key_Up, kNone, DiffMove::RowUp, true},
    Entry{Qt::Key_Down, kNone, DiffMove::RowDown, true},
    Entry{Qt::Key_K, kNone, DiffMove::RowUp, true},
    Entry{Qt::Key_J, kNone, DiffMove::RowDown, true},
    Entry{Qt::Key_PageUp, kNone, DiffMove::PageUp, true},
    Entry{Qt::Key_PageDown, kNone, DiffMove::PageDown, true},
    Entry{Qt::Key_Home, kNone, DiffMove::First, true},
    Entry{Qt::Key_End, kNone, DiffMove::Last, true},
    Entry{Qt::Key_Home, kControl, DiffMove::First, true},
    Entry{Qt::Key_End, kControl, DiffMove::Last, true},
    Entry{Qt::Key_P, kNone, DiffMove::PreviousHunk},
    Entry{Qt::Key_N, kNone, DiffMove::NextHunk},
    Entry{Qt::Key_BracketLeft, kNone, DiffMove::PreviousFile},
    Entry{Qt::Key_BracketRight, kNone, DiffMove::NextFile},
    Entry{Qt::Key_Up, kControl, DiffMove::PreviousFile},
    Entry{Qt::Key_Down, kControl, DiffMove::NextFile},
    Entry{Qt::Key_Left, kNone, DiffMove::Left, true},
    Entry{Qt::Key_Right, kNone, DiffMove::Right, true},
    Entry{Qt::Key_Left, kControl, DiffMove::LineStart, true},
    Entry{Qt::Key_Right, kControl, DiffMove::LineEnd, true},
    Entry{Qt::Key_Space, kNone, DiffMove::Toggle},
    Entry{Qt::Key_Return, kNone, DiffMove::Open},
    Entry{Qt::Key_Enter, kNone, DiffMove::Open},
    Entry{Qt::Key_A, kControl, DiffMove::SelectFile},
    Entry{Qt::Key_Escape, kNone, DiffMove::SelectNone},
    Entry{Qt::Key_C, kControl, DiffMove::Copy},
    Entry{Qt::Key_F, kControl, DiffMove::Find},
    Entry{Qt::Key_F3, kNone, DiffMove::FindNext},
    Entry{Qt::Key_F3, Qt::ShiftModifier, DiffMove::FindPrevious},
};

} // namespace

std::optional<DiffKey> diffKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    for (const Entry &entry : kKeys) {
        if (event.key() != entry.key)
            continue;
        if (modifiers == entry.modifiers)
            return DiffKey{entry.move};
        if (entry.mayExtend && modifiers == (entry.modifiers | Qt::ShiftModifier))
            return DiffKey{entry.move, true};
    }
    return {};
}
