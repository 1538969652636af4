// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QString &mask()
{
    static const QString mask = u"•••"_s;
    return mask;
}

// Up to the last '@' of what has no space: a password may hold '/' and '@'.
const QRegularExpression &inAddress()
{
    static const QRegularExpression pattern(u"(\\b[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#:@'\"]*:)[^\\s'\"]*@"_s);
    return pattern;
}

// A token in the place of a user name: names of users are shorter.
const QRegularExpression &longUser()
{
    static const QRegularExpression pattern(
        u"(\\b[A-Za-z][A-Za-z0-9+.-]*://)(?:[A-Za-z0-9_=-]|%[0-9A-Fa-f]{2}){32,}@"_s);
    return pattern;
}

const QRegularExpression &header()
{
    static const QRegularExpression pattern(
        u"\\b((?:proxy-)?authorization\\s*[:=]\\s*(?:basic|bearer|token|digest)?\\s*)[^\\s'\",]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &namedValue()
{
    static const QRegularExpression pattern(u"\\b([\\w.-]*(?:password|passwd|passphrase|secret|token|api[_-]?"
                                            u"key|private[_-]?key)[\\w-]*\\s*[=:]\\s*)"
                                            "[^\\s'\"&]+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &token()
{
    static const QRegularExpression pattern(
        u"\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|gl(?:pat|dt|rt|oas|cbt)-[\\w-]{16,}"
        "|xox[abprs]-[\\w-]{10,}|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*|sk-[\\w-]{20,})"_s);
    return pattern;
}

const QRegularExpression &secretOption()
{
    static const QRegularExpression pattern(
        u"^-{1,2}[\\w-]*(?:password|passwd|passphrase|secret|token|api-?key|authorization)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &headerSetting()
{
    static const QRegularExpression pattern(u"^(http\\.(?:.*\\.)?extraheader=).*$"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

} // namespace

QString maskSecrets(const QString &text)
{
    QString masked = text;
    masked.replace(inAddress(), QString(u"\\1"_s + mask() + u"@"_s));
    masked.replace(longUser(), QString(u"\\1"_s + mask() + u"@"_s));
    masked.replace(header(), QString(u"\\1"_s + mask()));
    masked.replace(namedValue(), QString(u"\\1"_s + mask()));
    masked.replace(token(), mask());
    return masked;
}

QStringList maskSecrets(const QStringList &arguments)
{
    QStringList masked;
    masked.reserve(arguments.size());
    for (const QString &argument : arguments) {
        QString each = argument;
        each.replace(headerSetting(), QString(u"\\1"_s + mask()));
        const bool followsName = !masked.isEmpty() && secretOption().match(masked.last()).hasMatch();
        masked += followsName ? mask() : maskSecrets(each);
    }
    return masked;
}
