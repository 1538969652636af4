// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

#include <optional>

/// Which editor opens a file: the user's setting, $VISUAL or $EDITOR, core.editor of the user's own Git
/// configuration, the desktop's for plain text; the first that there is. What a repository configures is
/// never asked.
namespace EditorChoice {

struct Target
{
    QString file;       ///< absolute
    QString repo;       ///< absolute
    qsizetype line = 0; ///< 0-based
};

enum class Source { Setting, Environment, Git, Desktop };

struct Editor
{
    QStringList words; ///< the program and its arguments
    bool isInTerminal = false;
    Source source = Source::Setting;
};

/// By the setting (a template, see ExternalPrograms::fill()) or the environment, which is none; nothing:
/// neither names one. Invalid: what is named makes no words.
std::optional<Result<Editor>> named(const QString &setting, const Target &target);

/// Otherwise. Starts git and xdg-mime; blocking. NotFound with what to do.
Result<Editor> found(const ProcessRunner &runner, const Target &target, const CancelToken &cancel);

/// What the user's own Git configuration names; empty: nothing.
struct GitPrograms
{
    QString editor, differenceTool, mergeTool;
};
Result<GitPrograms> gitPrograms(const ProcessRunner &runner, const CancelToken &cancel); ///< blocking

/// Of the text of a desktop entry, what starts it on the file. Invalid: nothing in it does.
Result<Editor> desktopEditor(const QString &entry, const QString &file);

} // namespace EditorChoice
