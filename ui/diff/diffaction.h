// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

/// Something a page lets people do with a hunk, with selected lines or with a whole file of a DiffView.
struct DiffAction
{
    QString id;              ///< what actionTriggered() carries
    QString text;            ///< on a hunk: "Stage hunk"
    QKeySequence shortcut{}; ///< shown only; the key itself belongs to the page's QAction
    std::function<QString(qsizetype)> linesText{}; ///< on selected lines: "Stage 2 lines"; unset: text
    QString fileText{};         ///< on a file's header: "Stage file"; empty: not offered there
    bool isDestructive = false; ///< kept apart from the others
    QString problem{};          ///< why it cannot be done; empty: it can
};
