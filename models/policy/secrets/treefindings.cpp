// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/tree.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace Policy {

namespace {

// Keys of a Secret that say where and who, as those by which Argo CD knows repositories and clusters.
constexpr std::array kHarmlessKeys = {"type"sv,     "name"sv,  "url"sv,       "project"sv,  "username"sv,
                                      "user"sv,     "host"sv,  "port"sv,      "server"sv,   "database"sv,
                                      "dbname"sv,   "email"sv, "enableOCI"sv, "insecure"sv, "namespaces"sv,
                                      "hostname"sv, "region"sv};

// In a Secret even such a word is what somebody can log in with.
bool isWeakWord(std::string_view value)
{
    return equalsFolded(value, "secret"sv) || equalsFolded(value, "default"sv) ||
           equalsFolded(value, "token"sv);
}

} // namespace

std::optional<Confidence> judgeNamed(NameClass name, std::string_view value, const Tree::Options &options)
{
    const ValueClass kind = classifyValue(value);
    // Of code the text between two strings may look like one.
    const bool isBetween = options.isCode && !value.empty() && (value.front() == ' ' || value.back() == ' ');
    if (kind == ValueClass::None || isBetween || isPublic(value))
        return {};
    Confidence confidence = Confidence::High;
    if (name == NameClass::Password) {
        const bool isSentence = kind == ValueClass::Words && value.find(' ') != std::string_view::npos;
        if (isSentence && options.isCode)
            return {};
        if (isSentence || (kind == ValueClass::Words && options.isCode))
            confidence = Confidence::Low;
        else if (kind == ValueClass::Words)
            confidence = Confidence::Medium;
    } else {
        if (kind == ValueClass::Words || (kind == ValueClass::Ordinary && value.size() < 6))
            return {};
        if (kind == ValueClass::Ordinary)
            confidence = options.isCode ? Confidence::Low : Confidence::Medium;
    }
    return options.isSample ? Confidence::Low : confidence;
}

void Tree::takeData(const Candidate &candidate)
{
    const Frame &data = m_frames[static_cast<size_t>(candidate.frame)];
    const Frame &object = m_frames[static_cast<size_t>(std::max(0, data.parent))];
    if (object.kind != "Secret"sv)
        return;
    const std::string_view raw = trimmed(textOf(candidate.value, candidate.style));
    std::string decoded;
    std::string_view value = raw;
    if (data.key != "stringData"sv) {
        if (auto plain = decodeBase64(raw)) {
            decoded = *std::move(plain);
            value = trimmed(decoded);
        }
    }
    const ValueClass kind = classifyValue(value);
    if (raw.empty() || isReference(raw) || isPublic(value) || value.empty() ||
        (kind == ValueClass::None && !isWeakWord(value)))
        return;
    const bool isHarmless = std::ranges::find(kHarmlessKeys, candidate.key) != kHarmlessKeys.end() &&
                            (kind == ValueClass::Words || kind == ValueClass::None);
    add(candidate, "kubernetes-secret"sv, SecretKind::ManifestSecret,
        isHarmless || m_options.isSample ? Confidence::Low : Confidence::High, candidate.value);
}

void Tree::takeLiteral(const Candidate &candidate)
{
    const std::string_view literal = candidate.value.in(m_text);
    const size_t equals = literal.find('=');
    if (equals == std::string_view::npos)
        return;
    std::string_view value = literal.substr(equals + 1);
    Span span{candidate.value.start + equals + 1, candidate.value.end};
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front()) {
        value = value.substr(1, value.size() - 2);
        span = {span.start + 1, span.end - 1};
    }
    if (classifyValue(value) == ValueClass::None && !isWeakWord(value))
        return;
    Candidate named = candidate;
    named.key = literal.substr(0, equals);
    const bool isHarmless = std::ranges::find(kHarmlessKeys, named.key) != kHarmlessKeys.end() &&
                            classifyValue(value) == ValueClass::Words;
    add(named, "kustomize-literal"sv, SecretKind::ManifestSecret,
        isHarmless ? Confidence::Low : Confidence::High, span);
}

void Tree::takeNamed(const Candidate &candidate)
{
    const std::string_view text = textOf(candidate.value, candidate.style);
    const std::string_view value = m_options.isCode ? text : trimmed(text);
    const auto confidence = judgeNamed(candidate.name, value, m_options);
    if (confidence)
        add(candidate, candidate.name == NameClass::Password ? "password"sv : "secret-value"sv,
            SecretKind::Password, *confidence, candidate.value);
}

void Tree::take(const Candidate &candidate)
{
    switch (candidate.role) {
    case Role::Data:
        return takeData(candidate);
    case Role::Literal:
        return takeLiteral(candidate);
    case Role::Named:
        return takeNamed(candidate);
    case Role::File: {
        const std::string_view name = candidate.value.in(m_text);
        const bool isEncrypted = containsFolded(name, ".enc"sv) || containsFolded(name, "sops"sv);
        if (!isEncrypted && !isReference(name))
            add(candidate, "kustomize-secret-file"sv, SecretKind::ManifestSecret, Confidence::Low,
                candidate.value);
        return;
    }
    case Role::Attribute: {
        const int instance = m_frames[static_cast<size_t>(candidate.frame)].parent;
        const std::string name = std::to_string(instance) + ' ' + std::string(candidate.key);
        if (m_sensitive.contains(name) && classifyValue(candidate.value.in(m_text)) != ValueClass::None)
            add(candidate, "terraform-state"sv, SecretKind::Password, Confidence::High, candidate.value);
        return;
    }
    }
}

// "name: DB_PASSWORD" and "value: …" of an environment, whichever comes first; outputs of Terraform.
void Tree::takePairs()
{
    for (size_t i = 1; i < m_frames.size(); ++i) {
        const Frame &pair = m_frames[i];
        if (pair.value.end == 0)
            continue;
        const std::string_view name = pair.name.end > 0 ? pair.name.in(m_text) : pair.key;
        const NameClass kind = m_names.of(name);
        if (kind != NameClass::Plain && !isSilenced(static_cast<int>(i)))
            takeNamed({.name = kind, .frame = static_cast<int>(i), .key = name, .value = pair.value});
    }
}

void Tree::endDocument()
{
    for (const Candidate &candidate : m_candidates) {
        if (!isSilenced(candidate.frame))
            take(candidate);
    }
    takePairs();
    beginDocument();
}

} // namespace Policy
