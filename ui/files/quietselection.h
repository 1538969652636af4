// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStyleOptionViewItem;
class QWidget;

/// For a view's initViewItemOption(): of several lists only the one with the focus shows its selection in the
/// full colour. Elsewhere the inactive colours are used, and where a palette has the same for both, a shade
/// between the ground and the highlight under the usual text.
void quietUnlessFocused(QStyleOptionViewItem *option, const QWidget *view);
