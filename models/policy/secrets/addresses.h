// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/types.h"

#include <optional>
#include <string_view>

namespace Policy {

struct AddressPassword
{
    size_t start = 0, end = 0;
    Confidence confidence = Confidence::High;
    bool isToken = false; ///< stands where the user's name would
};

/// The password of a URL whose "://" stands at a place of the text. O(length of the URL).
std::optional<AddressPassword> passwordInAddress(std::string_view text, size_t slashes);

} // namespace Policy
