// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/demo/fastimport.h"

namespace Cli {

// The team of the sample repository.
inline const ImportAuthor kMara = {"Mara Lindqvist", "mara@example.com"};
inline const ImportAuthor kJo = {"Jo Okafor", "jo@example.com"};
inline const ImportAuthor kTomas = {"Tom\xc3\xa1s Rivera", "tomas@example.com"};
inline const ImportAuthor kPriya = {"Priya Nair", "priya@example.com"};
inline const ImportAuthor kBot = {"renovate[bot]", "renovate[bot]@users.noreply.example.com"};

} // namespace Cli
