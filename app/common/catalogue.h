// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

/// The language, or the user's when it is empty; English, which needs a catalogue for its plurals ("1
/// commit", "2 commits"), where there is none. Call it before anything is translated.
void installCatalogue(QCoreApplication &application, const QString &language = {});
