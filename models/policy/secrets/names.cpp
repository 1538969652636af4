// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/names.h"

#include "policy/secrets/values.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

using namespace std::string_view_literals;

namespace Policy {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array kPasswordWords = {"password"sv, "passwords"sv, "passwd"sv, "passphrase"sv, "passcode"sv,
                                       "pwd"sv,      "pass"sv,      "psw"sv,    "rootpw"sv,     "adminpw"sv,
                                       "bindpw"sv,   "userpw"sv,    "pgpass"sv, "passwort"sv};
constexpr std::array kSecretWords = {
    "secret"sv, "secrets"sv, "token"sv,  "tokens"sv, "apikey"sv, "credential"sv, "creds"sv, "credentials"sv,
    "jwt"sv,    "salt"sv,    "pepper"sv, "psk"sv,    "hmac"sv,   "htpasswd"sv,   "dsn"sv,   "authkey"sv};
constexpr std::array kSecretEnds = {"apikey"sv,     "secretkey"sv,     "accesskey"sv,    "privatekey"sv,
                                    "authtoken"sv,  "accesstoken"sv,   "clientsecret"sv, "accountkey"sv,
                                    "sharedkey"sv,  "encryptionkey"sv, "signingkey"sv,   "masterkey"sv,
                                    "licensekey"sv, "refreshtoken"sv,  "bearertoken"sv,  "connectionstring"sv,
                                    "connstr"sv};
constexpr std::array kKeyQualifiers = {
    "api"sv,    "secret"sv,  "private"sv, "access"sv,  "encryption"sv, "signing"sv, "master"sv,
    "shared"sv, "account"sv, "storage"sv, "auth"sv,    "license"sv,    "licence"sv, "session"sv,
    "cookie"sv, "ssh"sv,     "deploy"sv,  "app"sv,     "consumer"sv,   "aes"sv,     "rsa"sv,
    "hmac"sv,   "webhook"sv, "service"sv, "client"sv,  "admin"sv,      "jwt"sv,     "encrypt"sv,
    "crypto"sv, "tls"sv,     "unseal"sv,  "recovery"sv};
// Behind a secret word: what is said of the secret, not the secret.
constexpr std::array kAbout = {
    "name"sv,          "names"sv,       "ref"sv,         "refs"sv,       "key"sv,          "keys"sv,
    "path"sv,          "paths"sv,       "file"sv,        "files"sv,      "filename"sv,     "dir"sv,
    "url"sv,           "uri"sv,         "endpoint"sv,    "policy"sv,     "policies"sv,     "type"sv,
    "length"sv,        "size"sv,        "min"sv,         "max"sv,        "ttl"sv,          "expiry"sv,
    "expiration"sv,    "expires"sv,     "lifetime"sv,    "duration"sv,   "timeout"sv,      "interval"sv,
    "enabled"sv,       "disabled"sv,    "required"sv,    "store"sv,      "stores"sv,       "manager"sv,
    "namespace"sv,     "namespaces"sv,  "id"sv,          "ids"sv,        "audience"sv,     "audiences"sv,
    "issuer"sv,        "review"sv,      "reviews"sv,     "mount"sv,      "volume"sv,       "volumes"sv,
    "provider"sv,      "class"sv,       "count"sv,       "field"sv,      "label"sv,        "labels"sv,
    "selector"sv,      "template"sv,    "templates"sv,   "format"sv,     "reset"sv,        "rotation"sv,
    "algorithm"sv,     "mode"sv,        "prefix"sv,      "suffix"sv,     "header"sv,       "param"sv,
    "annotation"sv,    "annotations"sv, "checksum"sv,    "version"sv,    "location"sv,     "source"sv,
    "arn"sv,           "group"sv,       "operator"sv,    "controller"sv, "reader"sv,       "backend"sv,
    "engine"sv,        "accountname"sv, "limit"sv,       "limits"sv,     "usage"sv,        "budget"sv,
    "regex"sv,         "pattern"sv,     "env"sv,         "envs"sv,       "variable"sv,     "variables"sv,
    "attribute"sv,     "property"sv,    "prompt"sv,      "hint"sv,       "input"sv,        "encoder"sv,
    "strength"sv,      "complexity"sv,  "history"sv,     "age"sv,        "change"sv,       "update"sv,
    "hook"sv,          "user"sv,        "username"sv,    "generator"sv,  "through"sv,      "exporter"sv,
    "sync"sv,          "targets"sv,     "target"sv,      "api"sv,        "cache"sv,        "method"sv,
    "kind"sv,          "title"sv,       "description"sv, "text"sv,       "hash"sv,         "reloader"sv,
    "csi"sv,           "scope"sv,       "scopes"sv,      "threshold"sv,  "verification"sv, "bytes"sv,
    "secretname"sv,    "exchange"sv,    "rules"sv,       "resource"sv,   "resources"sv,    "fields"sv,
    "authentication"sv};
// Before it.
constexpr std::array kBefore = {
    "existing"sv, "no"sv,      "without"sv,   "has"sv,        "is"sv,       "use"sv,      "uses"sv,
    "enable"sv,   "enabled"sv, "disable"sv,   "require"sv,    "requires"sv, "allow"sv,    "create"sv,
    "generate"sv, "mount"sv,   "automount"sv, "show"sv,       "forgot"sv,   "external"sv, "sealed"sv,
    "max"sv,      "min"sv,     "public"sv,    "checksum"sv,   "inject"sv,   "num"sv,      "skip"sv,
    "ignore"sv,   "with"sv,    "remember"sv,  "allowed"sv,    "pull"sv,     "by"sv,       "from"sv,
    "total"sv,    "input"sv,   "output"sv,    "completion"sv, "reloader"sv};

template<class List> bool isAmong(const List &list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

template<class List> bool endsWithOne(const List &list, std::string_view word)
{
    return std::ranges::any_of(list, [&](std::string_view end) { return word.ends_with(end); });
}

NameClass classOfWord(Words words, size_t at)
{
    const std::string_view word = words[at];
    if (isAmong(kPasswordWords, word) || word.ends_with("password"sv) || word.ends_with("passwd"sv) ||
        word.ends_with("passphrase"sv) || (word.size() > 4 && word.ends_with("pwd"sv)))
        return NameClass::Password;
    if (isAmong(kSecretWords, word) || endsWithOne(kSecretEnds, word) ||
        (word.size() > 6 && (word.ends_with("token"sv) || word.ends_with("secret"sv))))
        return NameClass::Secret;
    if ((word == "key"sv || word == "keys"sv) && at > 0 && isAmong(kKeyQualifiers, words[at - 1]))
        return NameClass::Secret;
    if (word == "string"sv && at > 0 && words[at - 1] == "connection"sv)
        return NameClass::Secret;
    return NameClass::Plain;
}

bool isSpecial(std::string_view lower)
{
    return lower == "client-key-data"sv || lower == ".dockerconfigjson"sv || lower == "dockerconfigjson"sv ||
           lower == "kube_config_raw"sv || lower == "_auth"sv || lower == "private_key_pem"sv ||
           lower == "private_key_openssh"sv || lower == "private_key_data"sv;
}

} // namespace

NameClass classifyName(std::string_view name)
{
    if (name.size() < 3 || name.size() > 128)
        return NameClass::Plain;
    std::array<char, 128> lower = {};
    std::array<std::string_view, 24> words;
    size_t count = 0, start = 0;
    const auto closeWord = [&](size_t end) {
        if (end > start && count < words.size())
            words[count++] = std::string_view(lower.data() + start, end - start);
        start = end;
    };
    for (size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        lower[i] = lowered(c);
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool wasUpper = i > 0 && name[i - 1] >= 'A' && name[i - 1] <= 'Z';
        const bool staysUpper = i + 1 >= name.size() || !(name[i + 1] >= 'a' && name[i + 1] <= 'z');
        if (!isLetter(c) && !isDigit(c)) {
            closeWord(i);
            start = i + 1;
        } else if (isUpper && i > 0 && isLetter(name[i - 1]) && (!wasUpper || !staysUpper)) {
            closeWord(i);
        }
    }
    closeWord(name.size());
    if (isSpecial(std::string_view(lower.data(), name.size())))
        return NameClass::Password;

    NameClass found = NameClass::Plain;
    for (size_t i = 0; i < count; ++i) {
        const NameClass here = classOfWord(Words(words.data(), count), i);
        if (here != NameClass::Plain)
            found = here == NameClass::Password || found == NameClass::Password ? NameClass::Password : here;
        else if (isAmong(kBefore, words[i]) || (found != NameClass::Plain && isAmong(kAbout, words[i])))
            return NameClass::Plain;
        // "secret key" is a secret, "password key" says where it is.
        if (here == NameClass::Secret && i > 0 && words[i].starts_with("key"sv) &&
            found == NameClass::Password)
            return NameClass::Plain;
    }
    return found;
}

} // namespace Policy
