// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/messagerules.h"

namespace Drafting {

/// The message that its author wrote, in a form that the rules accept: type and scope of the draft, the
/// author's own words behind them, and the text below unchanged. The draft's own subject where the author's
/// would not do. Without words of the author, the draft. The result may still have remarks, of the text.
/// Pure.
QString suggestMessage(const QString &written, const Draft &draft, const MessageRules &rules);

} // namespace Drafting
