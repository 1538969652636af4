// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

#include <optional>

enum class DiffMove {
    RowUp,
    RowDown,
    PageUp,
    PageDown,
    First,
    Last,
    PreviousHunk,
    NextHunk,
    PreviousFile,
    NextFile,
    Left,
    Right,
    LineStart,
    LineEnd,
    Toggle,
    Open,
    SelectFile,
    SelectNone,
    Copy,
    Find,
    FindNext,
    FindPrevious,
};

struct DiffKey
{
    DiffMove move;
    bool isExtending = false; ///< with Shift
};

/// What a key means in a difference view; nothing for keys it leaves to others.
std::optional<DiffKey> diffKey(const QKeyEvent &event);
