// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/formats.h"

#include "policy/secrets/readers.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace Policy {

namespace {

struct Ending
{
    std::string_view text;
    Format format;
};

constexpr std::array kEndings = {Ending{".yaml", Format::Yaml},
                                 Ending{".yml", Format::Yaml},
                                 Ending{".tpl", Format::Yaml},
                                 Ending{".kubeconfig", Format::Yaml},
                                 Ending{".json", Format::Json},
                                 Ending{".json5", Format::Json},
                                 Ending{".jsonl", Format::Json},
                                 Ending{".ipynb", Format::Json},
                                 Ending{".tfstate", Format::State},
                                 Ending{".tfstate.backup", Format::State},
                                 Ending{".tf", Format::Hcl},
                                 Ending{".tfvars", Format::Hcl},
                                 Ending{".hcl", Format::Hcl},
                                 Ending{".tofu", Format::Hcl},
                                 Ending{".env", Format::Environment},
                                 Ending{".envrc", Format::Environment},
                                 Ending{".sh", Format::Environment},
                                 Ending{".bash", Format::Environment},
                                 Ending{".zsh", Format::Environment},
                                 Ending{".properties", Format::Properties},
                                 Ending{".ini", Format::Properties},
                                 Ending{".cfg", Format::Properties},
                                 Ending{".conf", Format::Properties},
                                 Ending{".toml", Format::Properties},
                                 Ending{".npmrc", Format::Properties},
                                 Ending{".pypirc", Format::Properties},
                                 Ending{".gitmodules", Format::Properties},
                                 Ending{".gitconfig", Format::Properties},
                                 Ending{".service", Format::Properties},
                                 Ending{".yarnrc", Format::Properties},
                                 Ending{".netrc", Format::Netrc},
                                 Ending{"_netrc", Format::Netrc},
                                 Ending{".pgpass", Format::Pgpass},
                                 Ending{"pgpass.conf", Format::Pgpass},
                                 Ending{"htpasswd", Format::Htpasswd},
                                 Ending{".sum", Format::Lock},
                                 Ending{".lock", Format::Lock},
                                 Ending{"-lock.json", Format::Lock},
                                 Ending{"-lock.yaml", Format::Lock},
                                 Ending{".lock.hcl", Format::Lock},
                                 Ending{"npm-shrinkwrap.json", Format::Lock},
                                 Ending{".min.js", Format::Lock},
                                 Ending{".map", Format::Lock},
                                 Ending{".svg", Format::Lock},
                                 Ending{".ts", Format::Code},
                                 Ending{".p12", Format::KeyStore},
                                 Ending{".pfx", Format::KeyStore},
                                 Ending{".jks", Format::KeyStore},
                                 Ending{".keystore", Format::KeyStore},
                                 Ending{".kdbx", Format::KeyStore},
                                 Ending{".kdb", Format::KeyStore},
                                 Ending{".bcfks", Format::KeyStore}};

constexpr std::array kCodeEndings = {
    ".go"sv,  ".py"sv,     ".js"sv,  ".tsx"sv, ".jsx"sv,   ".java"sv, ".kt"sv,  ".rb"sv,    ".php"sv,
    ".cs"sv,  ".c"sv,      ".cc"sv,  ".cpp"sv, ".h"sv,     ".hpp"sv,  ".rs"sv,  ".scala"sv, ".swift"sv,
    ".lua"sv, ".groovy"sv, ".ps1"sv, ".md"sv,  ".html"sv,  ".xml"sv,  ".vue"sv, ".pl"sv,    ".rst"sv,
    ".txt"sv, ".adoc"sv,   ".ftl"sv, ".qml"sv, ".proto"sv, ".sql"sv,  ".mk"sv};

constexpr std::array kSampleWords = {".example"sv, ".sample"sv,   ".template"sv, ".dist"sv,
                                     ".tmpl"sv,    "-example."sv, "-sample."sv};

std::string loweredName(const QByteArray &path)
{
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1).toLower();
    return name.toStdString();
}

Format formatOfContent(std::string_view content)
{
    const std::string_view start = trimmed(content.substr(0, 4096));
    if (start.find('\0') != std::string_view::npos)
        return Format::Binary;
    if (start.starts_with('{') || start.starts_with("[\n"sv))
        return Format::Json;
    if (start.starts_with("apiVersion:"sv) || start.starts_with("---\n"sv) || start.starts_with("kind:"sv))
        return Format::Yaml;
    return Format::Lines;
}

} // namespace

bool isSamplePath(const QByteArray &path)
{
    const std::string name = loweredName(path);
    return std::ranges::any_of(kSampleWords,
                               [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

Format formatOf(const QByteArray &path, std::string_view content)
{
    std::string name = loweredName(path);
    for (const std::string_view word : kSampleWords) {
        if (name.ends_with(word))
            name.resize(name.size() - word.size());
    }
    Format format = Format::Lines;
    size_t length = 0;
    for (const Ending &ending : kEndings) {
        if (ending.text.size() > length && name.ends_with(ending.text)) {
            format = ending.format;
            length = ending.text.size();
        }
    }
    if (length > 0 && format != Format::KeyStore)
        return content.substr(0, 4096).find('\0') == std::string_view::npos ? format : Format::Binary;
    if (length > 0)
        return content.empty() ? Format::Binary : format;
    if (name.starts_with(".env"sv) || name.starts_with("dockerfile"sv) || name.starts_with("containerfile"sv))
        return Format::Environment;
    if (name == "config"sv && path.contains(".kube/"))
        return Format::Yaml;
    if (std::ranges::any_of(kCodeEndings, [&](std::string_view ending) { return name.ends_with(ending); }))
        return Format::Code;
    return formatOfContent(content);
}

std::vector<Match> findByKeys(Format format, bool isSample, std::string_view text, Effort &effort)
{
    Tree tree(text, effort,
              {.isState = format == Format::State, .isSample = isSample, .isCode = format == Format::Code});
    const Span all{0, text.size()};
    switch (format) {
    case Format::Yaml:
        readYaml(text, tree);
        break;
    case Format::Json:
    case Format::State:
        readJson(text, tree);
        break;
    case Format::Netrc:
        readNetrc(text, tree);
        break;
    case Format::Pgpass:
        readPgpass(text, tree);
        break;
    case Format::Htpasswd:
        readHtpasswd(text, tree);
        break;
    case Format::Hcl:
    case Format::Environment:
    case Format::Properties:
    case Format::Code:
    case Format::Lines: {
        const AssignmentStyle style = format == Format::Hcl           ? AssignmentStyle::Hcl
                                      : format == Format::Environment ? AssignmentStyle::Environment
                                      : format == Format::Code        ? AssignmentStyle::Code
                                                                      : AssignmentStyle::Properties;
        readAssignments(text, all, style, tree, Tree::kRoot);
        tree.endDocument();
        break;
    }
    case Format::Lock:
    case Format::Binary:
    case Format::KeyStore:
        break;
    }
    return tree.take();
}

} // namespace Policy
