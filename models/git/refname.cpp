// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/refname.h"

#include "base/text.h"
#include "git/text.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kLongestPart =
    200; // bytes: a ref is a file, with ".lock" behind its name while it is written

QString partProblem(QByteArrayView part)
{
    if (part.isEmpty())
        return Text::tr("A name does not begin or end with “/” and has no two of them in a row.");
    if (part.startsWith('.'))
        return Text::tr("No part of a name begins with a dot.");
    if (part.endsWith(".lock"))
        return Text::tr("No part of a name ends with “.lock”.");
    if (part.size() > kLongestPart)
        return Text::tr("A part of the name is too long.");
    return {};
}

QString characterProblem(const QByteArray &name)
{
    for (const char character : name) {
        if (character == ' ' || character == '\t')
            return Text::tr("A name has no spaces.");
        if (static_cast<uchar>(character) < 0x20 || character == '\x7f')
            return Text::tr("A name has no control characters.");
        if (QByteArrayView("~^:?*[\\").contains(character))
            //: %1: one character
            return Text::tr("“%1” has a meaning of its own in Git and cannot be part of a name.")
                .arg(QLatin1Char(character));
    }
    return {};
}

} // namespace

QString refNameProblem(const QByteArray &name)
{
    if (name.isEmpty())
        return Text::tr("A name is needed.");
    if (!name.isValidUtf8())
        return Text::tr("The name is not UTF-8, so it cannot be given to Git here.");
    if (name.startsWith('-'))
        return Text::tr("A name does not begin with “-”: Git would take it for an option.");
    if (const QString problem = characterProblem(name); !problem.isEmpty())
        return problem;
    if (name.contains(".."))
        return Text::tr("“..” stands for a range and cannot be part of a name.");
    if (name.contains("@{"))
        return Text::tr("“@{” has a meaning of its own in Git and cannot be part of a name.");
    if (name == "@" || name == "HEAD")
        //: %1: "@" or "HEAD"
        return Text::tr("“%1” stands for the commit that is checked out.").arg(displayText(name));
    if (name.endsWith('.'))
        return Text::tr("A name does not end with a dot.");
    for (const QByteArray &part : name.split('/')) {
        if (const QString problem = partProblem(part); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace Git
