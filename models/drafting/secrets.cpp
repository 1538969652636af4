// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/secrets.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// Splits DB_PASSWORD, dbPassword and db-password.key into lower-case words.
QStringList wordsOf(QStringView name)
{
    QStringList words(1);
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        const bool startsWord = c.isUpper() && i > 0 && name[i - 1].isLower();
        if (!c.isLetterOrNumber() || startsWord)
            words.append(QString());
        if (c.isLetterOrNumber())
            words.last() += c.toLower();
    }
    words.removeAll(QString());
    return words;
}

bool hasKnownShape(QStringView text)
{
    static const QRegularExpression shapes(
        u"-----BEGIN|(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_|glpat-|gl[a-"
        u"z]{2,4}t-"
        "|xox[abeprs]-|xapp-|\\bsk-[A-Za-z0-9_-]{12,}|[srp]k_(?:live|test)_|whsec_|hv[sb]\\.[A-Za-z0-9]|AIza["
        "A-Za-z0-9_-]{10,}"
        "|ya29\\.|npm_[A-Za-z0-9]{16,}|pypi-[A-Za-z0-9]{8,}|dop_v1_|\\bSG\\.[A-Za-z0-9]|eyJ[A-Za-z0-9_-]{8,}"
        "|AGE-SECRET-KEY-|\\$2[abxy]\\$|\\$apr1\\$|\\$[156y]\\$|\\{SHA\\}|ENC\\[|hf_[A-Za-z0-9]{16,}"
        "|://[^/\\s:@]*:[^/\\s@]+@|hooks\\.slack\\.com/services/|[?&]sig="_s);
    return shapes.matchView(text).hasMatch();
}

bool hasAssignment(QStringView text)
{
    static const QRegularExpression assignment(
        u"(?i)(?:password|passwd|pwd|accountkey|sharedaccesskey|secret|token|api[_-]?key)\\s*[=:]\\s*\\S"_s);
    return assignment.matchView(text).hasMatch();
}

double bitsPerCharacter(QStringView text)
{
    QHash<QChar, int> counts;
    for (const QChar c : text)
        ++counts[c];
    double bits = 0;
    for (const int count : std::as_const(counts)) {
        const double share = double(count) / double(text.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

struct Alphabet
{
    int lower = 0, upper = 0, digits = 0, symbols = 0, others = 0;
    bool isHex = true;
};

Alphabet alphabetOf(QStringView text)
{
    Alphabet seen;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool isHexLetter = (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
        if (u >= u'0' && u <= u'9')
            ++seen.digits;
        else if (u >= u'a' && u <= u'z')
            ++seen.lower;
        else if (u >= u'A' && u <= u'Z')
            ++seen.upper;
        else if (QStringView(u"!@#$%^&*?~+=|").contains(c))
            ++seen.symbols;
        else
            ++seen.others;
        if (!(u >= u'0' && u <= u'9') && !isHexLetter)
            seen.isHex = false;
    }
    return seen;
}

// How often the kind of character changes: names change it at the start of each word, random text all the
// time.
double changesPerCharacter(QStringView text)
{
    const auto kindOf = [](QChar c) { return c.isUpper() ? 0 : c.isLower() ? 1 : 2; };
    qsizetype changes = 0;
    for (qsizetype i = 1; i < text.size(); ++i)
        changes += kindOf(text[i]) != kindOf(text[i - 1]) ? 1 : 0;
    return double(changes) / double(text.size());
}

// A run of letters and digits that no person thinks up. Names with separators are judged part by part by the
// caller.
bool isRandomRun(QStringView run)
{
    if (run.size() < 16)
        return false;
    const Alphabet seen = alphabetOf(run);
    if (seen.isHex)
        return false;
    const bool hasBothCases = seen.lower > 0 && seen.upper > 0;
    const double restless = seen.digits > 0 ? 0.36 : 0.5; // CamelCase names stay around 0.3
    const bool isMixed =
        hasBothCases && (seen.digits > 1 || (run.size() >= 20 && changesPerCharacter(run) >= restless));
    const bool isLowerMixed = run.size() >= 20 && seen.digits >= 4 && (seen.lower > 0) != (seen.upper > 0);
    return (isMixed || isLowerMixed) && bitsPerCharacter(run) >= 3.3;
}

bool hasRandomRun(QStringView text)
{
    static const QRegularExpression runs(u"[A-Za-z0-9+/_=]{16,}"_s);
    for (auto match = runs.globalMatchView(text); match.hasNext();) {
        const QStringView run = match.next().capturedView();
        const auto parts = run.split(u'/', Qt::SkipEmptyParts);
        const bool hasRandomPart = std::ranges::any_of(parts, isRandomRun);
        // Base64 has a slash in every 64 characters or so; a path has one in every word.
        if (hasRandomPart || (run.size() >= 32 && run.size() / parts.size() > 10 && isRandomRun(run)))
            return true;
    }
    return false;
}

bool looksLikePassword(QStringView word)
{
    const Alphabet seen = alphabetOf(word);
    const bool hasLetters = seen.lower > 0 && seen.upper > 0;
    return word.size() >= 8 && seen.symbols > 0 && seen.digits > 0 && hasLetters && !word.startsWith(u"${") &&
           !word.startsWith(u"$(") && !word.contains(u"://");
}

bool isLongHex(QStringView word)
{
    return word.size() >= 32 && alphabetOf(word).isHex;
}

} // namespace

bool isSecretName(QStringView name)
{
    static const QSet<QString> secretWords = {
        u"password"_s,    u"passwd"_s,
        u"passphrase"_s,  u"pass"_s,
        u"pwd"_s,         u"pw"_s,
        u"secret"_s,      u"secrets"_s,
        u"token"_s,       u"tokens"_s,
        u"apikey"_s,      u"credential"_s,
        u"credentials"_s, u"creds"_s,
        u"key"_s,         u"keys"_s,
        u"auth"_s,        u"dsn"_s,
        u"private"_s,     u"htpasswd"_s,
        u"salt"_s,        u"dockerconfigjson"_s,
        u"kubeconfig"_s,  u"jwt"_s,
        u"cookie"_s,      u"signature"_s,
        u"webhook"_s,     u"pem"_s,
        u"pin"_s,         u"otp"_s,
        u"license"_s,     u"licence"_s,
        u"pfx"_s,         u"p12"_s,
        u"seed"_s,
    };
    const QStringList words = wordsOf(name);
    if (std::ranges::any_of(words, [](const QString &word) { return secretWords.contains(word); }))
        return true;
    const QString joined = words.join(QString());
    for (const QLatin1StringView part : {"password"_L1, "secret"_L1, "apikey"_L1, "token"_L1, "credential"_L1,
                                         "connectionstring"_L1, "connstr"_L1, "databaseurl"_L1, "mongouri"_L1,
                                         "redisurl"_L1, "dburl"_L1, "accesskey"_L1, "privatekey"_L1}) {
        if (joined.contains(part))
            return true;
    }
    return false;
}

bool looksSecret(QStringView value)
{
    if (hasKnownShape(value) || hasRandomRun(value) || hasAssignment(value))
        return true;
    const auto words = value.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(words,
                               [](QStringView word) { return looksLikePassword(word) || isLongHex(word); });
}

bool containsSecret(QStringView text)
{
    return hasKnownShape(text) || hasRandomRun(text);
}

} // namespace Drafting
