// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/transforms.h"

#include <QCryptographicHash>

#include <map>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// A string as Go's encoding/json writes it: HTML characters and line separators escaped.
void appendString(QByteArray &json, const QByteArray &text)
{
    static const char kHex[] = "0123456789abcdef";
    json += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '"' || c == '\\')
            (json += '\\') += c;
        else if (c == '\n')
            json += "\\n";
        else if (c == '\r')
            json += "\\r";
        else if (c == '\t')
            json += "\\t";
        else if (c == '\b')
            json += "\\b";
        else if (c == '\f')
            json += "\\f";
        else if ((c >= 0 && c < 0x20) || c == '<' || c == '>' || c == '&')
            ((json += "\\u00") += kHex[c >> 4]) += kHex[c & 15];
        else if (text.sliced(i).startsWith("\xe2\x80\xa8") || text.sliced(i).startsWith("\xe2\x80\xa9"))
            (json += "\\u202") += text.at(std::exchange(i, i + 2) + 2) == '\xa8' ? '8' : '9';
        else
            json += c;
    }
    json += '"';
}

void appendMapping(QByteArray &json, const Yaml::Value *mapping)
{
    if (!mapping) {
        json += "\"\""; // a field that is absent counts as an empty string
        return;
    }
    std::map<QByteArray, QByteArray> sorted;
    for (const Yaml::Entry &entry : mapping->entries)
        sorted[entry.key] = entry.value.text;
    json += '{';
    for (const auto &[key, value] : sorted) {
        if (!json.endsWith('{'))
            json += ',';
        appendString(json, key);
        json += ':';
        appendString(json, value);
    }
    json += '}';
}

} // namespace

QByteArray contentHash(const Yaml::Value &object)
{
    const bool isSecret = object.textAt({"kind"}) == "Secret";
    QByteArray json = "{"_ba;
    if (const Yaml::Value *binary = object.find("binaryData"); binary && !isSecret) {
        json += "\"binaryData\":";
        appendMapping(json, binary);
        json += ',';
    }
    json += "\"data\":";
    appendMapping(json, object.find("data"));
    json += ",\"kind\":";
    appendString(json, object.textAt({"kind"}));
    json += ",\"name\":\"\""; // kustomize means to hash the name too, but looks it up where it never is
    if (isSecret) {
        if (const Yaml::Value *plain = object.find("stringData")) {
            json += ",\"stringData\":";
            appendMapping(json, plain);
        }
        json += ",\"type\":";
        appendString(json, object.textAt({"type"}));
    }
    json += '}';
    QByteArray hash = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(10);
    // Letters and digits that spell no words by chance.
    for (char &c : hash)
        c = c == '0' ? 'g' : c == '1' ? 'h' : c == '3' ? 'k' : c == 'a' ? 'm' : c == 'e' ? 't' : c;
    return hash;
}

} // namespace Drift
