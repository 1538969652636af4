// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/names.h"
#include "policy/secrets/patterns.h"
#include "policy/secrets/values.h"

#include <deque>
#include <unordered_set>

namespace Policy {

/// How a scalar is written.
enum class Scalar : quint8 { Plain, SingleQuoted, DoubleQuoted, Block };

struct Span
{
    size_t start = 0, end = 0;
    std::string_view in(std::string_view text) const { return text.substr(start, end - start); }
};

/// What readers of YAML, JSON and assignments tell of a file, and what is secret in it by its keys. Decided
/// at the end of each document, because "kind: Secret" may stand at its end.
class Tree
{
public:
    struct Options
    {
        bool isState = false;  ///< of Terraform
        bool isSample = false; ///< .env.example: values are made up as a rule
        bool isCode = false;   ///< names of variables with texts for people beside secrets
    };

    Tree(std::string_view text, Effort &effort, Options options)
        : m_text(text)
        , m_effort(effort)
        , m_options(options)
    {
        beginDocument();
    }

    void beginDocument();
    void endDocument();

    static constexpr int kRoot = 0;
    /// A mapping under a key of another one.
    int open(int parent, std::string_view key);
    void leaf(int frame, std::string_view key, Span value, Scalar style);
    /// What stands as NAME=value in a value.
    void assignment(int frame, std::string_view name, Span value, Scalar style);

    /// The rest of a document is not looked at, which is told.
    void giveUp() { m_effort.isSpent = true; }

    std::vector<Match> take() { return std::move(m_found); }

private:
    struct Frame
    {
        int parent = -1;
        std::string_view key, kind;
        Span name, value;
        bool isData = false;   ///< data, stringData
        bool isSilent = false; ///< of SOPS, or encrypted
        bool isGenerator = false, isAttributes = false;
    };
    enum class Role : quint8 { Data, Named, Literal, File, Attribute };
    struct Candidate
    {
        Role role = Role::Named;
        NameClass name = NameClass::Plain;
        Scalar style = Scalar::Plain;
        int frame = 0;
        std::string_view key;
        Span value;
    };

    void remember(const Candidate &candidate);
    std::string_view textOf(Span value, Scalar style);
    void take(const Candidate &candidate);
    void takeData(const Candidate &candidate);
    void takeLiteral(const Candidate &candidate);
    void takeNamed(const Candidate &candidate);
    void takePairs();
    void takeEncoded(int frame, std::string_view key, Span value);
    void add(const Candidate &candidate, std::string_view rule, SecretKind kind, Confidence confidence,
             Span value);
    bool isSilenced(int frame) const;
    std::string placeOf(int frame, std::string_view key) const;

    std::string_view m_text;
    Effort &m_effort;
    Options m_options;
    NameClasses m_names;
    std::vector<Frame> m_frames;
    std::vector<Candidate> m_candidates;
    std::unordered_set<std::string> m_sensitive; ///< instance frame and attribute
    std::deque<std::string> m_unescaped;
    std::vector<Match> m_found;
};

/// How sure it is that a value of that name is a secret; nothing: it is none. Pure.
std::optional<Confidence> judgeNamed(NameClass name, std::string_view value, const Tree::Options &options);

} // namespace Policy
