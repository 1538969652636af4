// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/askprompt.h"

#include <QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// Latin-1 keeps each byte a character, so what is captured goes back to the same bytes.
QRegularExpressionMatch match(const QString &pattern, const QByteArray &words)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern),
                                        QRegularExpression::DotMatchesEverythingOption);
    return expression.match(QString::fromLatin1(words));
}

bool readCredential(AskPrompt &prompt)
{
    const auto found = match(u"(Username|Password) for '([^'\\n]*)': ?"_s, prompt.words);
    if (!found.hasMatch())
        return false;
    // Git names the address without a path, as far as its configuration does not say otherwise.
    const auto url = parseRemoteUrl(found.captured(2).toLatin1() + "/x");
    if (!url)
        return false;
    prompt.kind = found.captured(1) == "Username"_L1 ? AskKind::UserName : AskKind::Password;
    prompt.host = url->host;
    prompt.user = url->user;
    return true;
}

bool readHostKey(AskPrompt &prompt)
{
    const auto found =
        match(u"The authenticity of host '([^' \\n]*)(?: \\([^)\\n]*\\))?' can't be established\\.\\n"
              "[A-Z0-9-]+ key fingerprint is:? (SHA256:[A-Za-z0-9+/]{43})\\.?\\n.*"
              "\\(yes/no(?:/\\[fingerprint\\])?\\)\\? ?"_s,
              prompt.words);
    if (!found.hasMatch())
        return false;
    prompt.kind = AskKind::HostKey;
    prompt.host = found.captured(1).toLatin1();
    prompt.fingerprint = found.captured(2).toLatin1();
    if (prompt.host.startsWith('['))
        prompt.host = prompt.host.sliced(1, std::max<qsizetype>(prompt.host.indexOf(']'), 1) - 1);
    return true;
}

// An older ssh passes on what a server asks in the same words.
bool isOwnFile(const QByteArray &path)
{
    struct stat info = {};
    return path.startsWith('/') && ::stat(path.constData(), &info) == 0 && S_ISREG(info.st_mode) &&
           info.st_uid == ::geteuid();
}

bool readKeyOrLogin(AskPrompt &prompt)
{
    // ssh quotes the file by ', ssh-keygen that signs by ".
    if (const auto found = match(u"Enter passphrase for (?:key )?(['\"]?)([^'\"\\n]*)\\1: ?"_s, prompt.words);
        found.hasMatch() && isOwnFile(found.captured(2).toLatin1())) {
        prompt.kind = AskKind::Passphrase;
        prompt.key = found.captured(2).toLatin1();
        return true;
    }
    const auto found = match(u"([^\\s@]+)@([^\\s@']+)'s password: ?"_s, prompt.words);
    if (!found.hasMatch())
        return false;
    prompt.kind = AskKind::Password;
    prompt.user = found.captured(1).toLatin1();
    prompt.host = found.captured(2).toLatin1();
    return true;
}

} // namespace

AskPrompt classifyPrompt(const AskRequest &request, const RemoteUrl &running)
{
    AskPrompt prompt{.words = request.prompt};
    if (request.hint == "none")
        prompt.kind = AskKind::Notice;
    else if (request.hint == "confirm")
        prompt.kind = AskKind::Confirm;
    else if (!readCredential(prompt) && !readHostKey(prompt))
        readKeyOrLogin(prompt);
    prompt.isOtherHost = !prompt.host.isEmpty() && prompt.host.toLower() != running.host.toLower();
    return prompt;
}

} // namespace Git
