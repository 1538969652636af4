// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/types.h"

using namespace Qt::StringLiterals;

namespace Drafting {

QString Draft::header() const
{
    if (type.isEmpty())
        return subject;
    const QString scopePart = scope.isEmpty() ? QString() : QString(u'(' + scope + u')');
    return type + scopePart + (isBreaking ? u"!: "_s : u": "_s) + subject;
}

QString Draft::message() const
{
    QString text = header();
    if (!body.isEmpty())
        text += u"\n\n"_s + body.join(u'\n');
    if (!footers.isEmpty())
        text += u"\n\n"_s + footers.join(u'\n');
    return text;
}

} // namespace Drafting
