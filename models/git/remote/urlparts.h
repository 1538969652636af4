// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

// The parts of a remote's address. All pure.
namespace Git {

bool hasControls(QByteArrayView bytes);         ///< C0 or DEL
qsizetype schemeEnd(const QByteArray &url);     ///< of "://"; -1: there is no scheme
bool namesHelper(const QByteArray &url);        ///< "name::…", which git hands to git-remote-name
qsizetype authorityEnd(const QByteArray &rest); ///< of user, host and port behind "://"
bool isAddress(const QByteArray &host);         ///< looks like IPv6
bool isLoopbackNumber(const QByteArray &host);  ///< 127.a.b.c
bool looksLikeToken(const QByteArray &user);    ///< an access token in the place of a user name

struct UrlUser
{
    QByteArray name; ///< decoded
    bool hasPassword = false;
};
Result<UrlUser> readUser(const QByteArray &text); ///< what stands before the '@'

struct UrlHost
{
    QByteArray name; ///< without brackets
    quint16 port = 0;
};
Result<UrlHost> readHost(const QByteArray &text);

} // namespace Git
