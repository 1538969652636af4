// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

/// The user's language where there is a catalogue, else English, which needs one for its plurals: "1 commit",
/// "2 commits". Call it before anything is translated.
void installCatalogue(QCoreApplication &application);
