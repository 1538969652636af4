// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/tree.h"

#include "policy/secrets/readers.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace Policy {

namespace {

// What names secrets that are elsewhere, or holds encrypted ones.
constexpr std::array kOtherKinds = {
    "SealedSecret"sv,        "ExternalSecret"sv,     "ClusterExternalSecret"sv,
    "SecretStore"sv,         "ClusterSecretStore"sv, "PushSecret"sv,
    "SecretProviderClass"sv, "VaultStaticSecret"sv,  "VaultDynamicSecret"sv,
    "VaultPKISecret"sv,      "SopsSecret"sv,         "CustomResourceDefinition"sv,
    "OnePasswordItem"sv,     "InfisicalSecret"sv,    "DopplerSecret"sv,
    "AzureKeyVaultSecret"sv, "BitwardenSecret"sv,    "ClusterPushSecret"sv,
    "IsindirSopsSecret"sv};

constexpr size_t kShortestEncoded = 24;
constexpr size_t kMostFrames = 1'000'000, kMostCandidates = 1'000'000, kMostDepth = 64;

bool isEncodedText(std::string_view value)
{
    return value.size() >= kShortestEncoded && std::ranges::all_of(value, [](char c) {
               return isWordByte(c) || c == '+' || c == '/' || c == '=' || c == '-';
           });
}

bool isPrintable(std::string_view value)
{
    return std::ranges::all_of(value, [](char c) {
        return (c >= 0x20 && c != 0x7f) || c == '\n' || c == '\r' || c == '\t' || (c & 0x80) != 0;
    });
}

} // namespace

void Tree::beginDocument()
{
    m_frames.assign(1, Frame{});
    m_candidates.clear();
    m_sensitive.clear();
}

int Tree::open(int parent, std::string_view key)
{
    if (m_frames.size() >= kMostFrames) {
        giveUp();
        return parent;
    }
    Frame frame{.parent = parent, .key = key};
    const Frame &outer = m_frames[static_cast<size_t>(parent)];
    frame.isSilent = outer.isSilent || key == "sops"sv || key == "encryptedData"sv;
    frame.isData = key == "data"sv || key == "stringData"sv || key == "binaryData"sv;
    frame.isGenerator = key == "secretGenerator"sv;
    frame.isAttributes = m_options.isState && key == "attributes"sv;
    m_frames.push_back(frame);
    return static_cast<int>(m_frames.size()) - 1;
}

std::string_view Tree::textOf(Span value, Scalar style)
{
    const std::string_view raw = value.in(m_text);
    if (style != Scalar::DoubleQuoted || raw.find('\\') == std::string_view::npos)
        return raw;
    std::string text;
    text.reserve(raw.size());
    for (size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            text += raw[i];
            continue;
        }
        const char next = raw[++i];
        if (next == 'u' && i + 4 < raw.size() && raw[i + 1] == '0' && raw[i + 2] == '0') {
            const auto digit = [](char c) { return isDigit(c) ? c - '0' : (lowered(c) - 'a' + 10) & 15; };
            text += static_cast<char>(digit(raw[i + 3]) * 16 + digit(raw[i + 4]));
            i += 4;
        } else if (next != '\n') {
            text += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next;
        }
    }
    return m_unescaped.emplace_back(std::move(text));
}

void Tree::remember(const Candidate &candidate)
{
    if (m_candidates.size() < kMostCandidates)
        m_candidates.push_back(candidate);
    else
        giveUp();
}

void Tree::leaf(int frame, std::string_view key, Span value, Scalar style)
{
    Frame &in = m_frames[static_cast<size_t>(frame)];
    if (in.isSilent || value.end <= value.start)
        return;
    if (key == "kind"sv)
        in.kind = value.in(m_text);
    else if (key == "name"sv)
        in.name = value;
    else if (key == "value"sv)
        in.value = value;
    const bool isOfState = m_options.isState && in.key == "sensitive_attributes"sv;
    if (isOfState && key == "value"sv) {
        m_sensitive.insert(std::to_string(in.parent) + ' ' + std::string(value.in(m_text)));
        return;
    }
    Candidate candidate{.style = style, .frame = frame, .key = key, .value = value};
    if (in.isData)
        remember((candidate.role = Role::Data, candidate));
    if (in.isAttributes)
        remember((candidate.role = Role::Attribute, candidate));
    if (in.isGenerator && key == "literals"sv)
        remember((candidate.role = Role::Literal, candidate));
    else if (in.isGenerator && (key == "envs"sv || key == "env"sv || key == "files"sv))
        remember((candidate.role = Role::File, candidate));
    candidate.name = m_names.of(key);
    if (candidate.name != NameClass::Plain)
        remember((candidate.role = Role::Named, candidate));
    else
        takeEncoded(frame, key, value);
    if (style == Scalar::Block)
        readAssignments(m_text, value, AssignmentStyle::Properties, *this, frame);
}

void Tree::assignment(int frame, std::string_view name, Span value, Scalar style)
{
    const NameClass kind = m_names.of(name);
    if (kind != NameClass::Plain && value.end > value.start)
        m_candidates.push_back(
            {.role = Role::Named, .name = kind, .style = style, .frame = frame, .key = name, .value = value});
    else if (value.end > value.start)
        takeEncoded(frame, name, value);
}

// A token, a key or a login may stand there once more encoded.
void Tree::takeEncoded(int frame, std::string_view key, Span value)
{
    std::string_view raw = value.in(m_text);
    const bool isAuth = key == "auth"sv;
    if ((!isAuth || raw.size() < 4) && !isEncodedText(raw))
        return;
    std::string last;
    for (int depth = 0; depth < 2; ++depth) {
        auto decoded = decodeBase64(raw);
        if (!decoded || decoded->size() < 4 || !isPrintable(*decoded))
            return;
        last = *std::move(decoded);
        raw = trimmed(last);
        const size_t colon = raw.find(':');
        const bool isLogin = isAuth && colon != std::string_view::npos && colon + 1 < raw.size() &&
                             classifyValue(raw.substr(colon + 1)) != ValueClass::None;
        const std::vector<Match> inside = findByShape(raw, m_effort);
        if (!isLogin && inside.empty())
            continue;
        Match match = isLogin ? Match{.rule = "registry-login"sv} : inside.front();
        match.start = value.start;
        match.end = value.end;
        match.place = placeOf(frame, key);
        m_found.push_back(std::move(match));
        return;
    }
}

bool Tree::isSilenced(int frame) const
{
    for (size_t depth = 0; frame > 0 && depth < kMostDepth; ++depth) {
        const Frame &in = m_frames[static_cast<size_t>(frame)];
        if (in.isSilent || std::ranges::find(kOtherKinds, in.kind) != kOtherKinds.end())
            return true;
        frame = in.parent;
    }
    return false;
}

std::string Tree::placeOf(int frame, std::string_view key) const
{
    std::string place(key);
    for (size_t depth = 0; frame > 0 && depth < kMostDepth; ++depth) {
        const Frame &in = m_frames[static_cast<size_t>(frame)];
        place = std::string(in.key) + '/' + place;
        frame = in.parent;
    }
    return place;
}

void Tree::add(const Candidate &candidate, std::string_view rule, SecretKind kind, Confidence confidence,
               Span value)
{
    if (m_effort.matches == 0) {
        m_effort.isSpent = true;
        return;
    }
    --m_effort.matches;
    m_found.push_back({.rule = rule,
                       .provider = {},
                       .kind = kind,
                       .confidence = confidence,
                       .start = value.start,
                       .end = value.end,
                       .place = placeOf(candidate.frame, candidate.key)});
}

} // namespace Policy
