// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/extraction.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// One line after another with its number and its offset in the file.
template<class Visit> void forEachLine(QByteArrayView text, Visit visit)
{
    qsizetype offset = 0;
    for (int number = 1; offset < text.size(); ++number) {
        const qsizetype end = text.indexOf('\n', offset);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        QByteArrayView line = text.sliced(offset, (end < 0 ? text.size() : end) - offset);
        if (line.endsWith('\r'))
            line.chop(1);
        visit(line, number, offset);
        offset = next;
    }
}

/// key = "value" of HCL, KEY=value and KEY: value of env files.
struct Assignment
{
    QByteArray key, value;
    qsizetype start = 0, end = 0; ///< of the value in the line, quotes included
};

std::optional<Assignment> assignmentOf(QByteArrayView line)
{
    qsizetype begin = 0;
    while (begin < line.size() && (line[begin] == ' ' || line[begin] == '\t'))
        ++begin;
    if (line.sliced(begin).startsWith("export "))
        begin += 7;
    qsizetype i = begin;
    const auto isKey = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    };
    while (i < line.size() && isKey(line[i]))
        ++i;
    Assignment found;
    found.key = line.sliced(begin, i - begin).toByteArray();
    while (i < line.size() && (line[i] == ' ' || line[i] == '\t'))
        ++i;
    if (found.key.isEmpty() || i >= line.size() || (line[i] != '=' && line[i] != ':'))
        return {};
    ++i;
    while (i < line.size() && (line[i] == ' ' || line[i] == '\t'))
        ++i;
    found.start = i;
    if (i < line.size() && (line[i] == '"' || line[i] == '\'')) {
        const qsizetype close = line.indexOf(line[i], i + 1);
        if (close < 0)
            return {};
        found.end = close + 1;
        found.value = line.sliced(i + 1, close - i - 1).toByteArray();
        return found;
    }
    qsizetype end = line.indexOf(" #", i);
    end = end < 0 ? line.size() : end;
    while (end > i && (line[end - 1] == ' ' || line[end - 1] == '\t'))
        --end;
    found.end = end;
    found.value = line.sliced(i, end - i).toByteArray();
    return found;
}

bool isComment(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.startsWith('#') || text.startsWith("//");
}

/// What the block of a module has said so far.
struct Module
{
    QByteArray name;
    std::optional<Assignment> source, version;
    int sourceLine = 0, versionLine = 0;
    qsizetype sourceOffset = 0, versionOffset = 0;
};

std::optional<Use> useOf(const Module &module, const QByteArray &path)
{
    if (!module.source)
        return {};
    const GitReference reference = parseGitReference(module.source->value);
    Use use;
    use.type = Use::Type::Ref;
    use.path = path;
    use.artifact = module.name;
    use.source = reference.address;
    const bool isLocal = reference.address.startsWith("./") || reference.address.startsWith("../");
    const bool usesVersion = module.version && reference.ref.isEmpty();
    const Assignment &said = usesVersion ? *module.version : *module.source;
    use.version = usesVersion ? said.value : reference.ref;
    use.line = usesVersion ? module.versionLine : module.sourceLine;
    const qsizetype offset = usesVersion ? module.versionOffset : module.sourceOffset;
    use.start = offset + said.start;
    use.end = offset + said.end;
    use.kind = usesVersion                        ? chartKind(use.version)
               : isLocal && use.version.isEmpty() ? VersionKind::Unversioned
                                                  : refKind(use.version);
    if (use.kind == VersionKind::Chart)
        use.kind = VersionKind::Ref;
    return use;
}

/// The name of: module "network" {
std::optional<QByteArray> moduleName(QByteArrayView line)
{
    QByteArrayView text = line.trimmed();
    if (!text.startsWith("module") || !text.contains('{'))
        return {};
    const qsizetype open = text.indexOf('"'), close = text.indexOf('"', open + 1);
    if (open < 0 || close < 0)
        return {};
    return text.sliced(open + 1, close - open - 1).toByteArray();
}

/// Braces opened minus closed, outside of strings and comments.
int depthOf(QByteArrayView line)
{
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isQuoted && c == '\\')
            ++i;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == '#' || line.sliced(i).startsWith("//")))
            break;
        else if (!isQuoted)
            depth += (c == '{') - (c == '}');
    }
    return depth;
}

/// The part of a key before the word that says version; nothing when it says none.
std::optional<QByteArray> artifactOfKey(const QByteArray &key)
{
    static constexpr std::array words = {"docker_image_tag",
                                         "docker_tag",
                                         "image_tag",
                                         "image_version",
                                         "chart_version",
                                         "app_version",
                                         "image",
                                         "version",
                                         "tag",
                                         "ref",
                                         "ami"};
    QByteArray lower = key.toLower();
    lower.replace('-', '_').replace('.', '_');
    for (const char *word : words) {
        if (lower == word)
            return QByteArray();
        const QByteArray ending = '_' + QByteArray(word);
        if (lower.endsWith(ending))
            return lower.first(lower.size() - ending.size()).replace('_', '-');
    }
    return {};
}

} // namespace

QList<Use> usesOfTerraform(QByteArrayView text, const QByteArray &path)
{
    QList<Use> uses;
    std::optional<Module> module;
    int depth = 0;
    forEachLine(text, [&](QByteArrayView line, int number, qsizetype offset) {
        if (isComment(line))
            return;
        if (depth == 0) {
            if (const auto name = moduleName(line))
                module = Module{.name = *name};
            else if (line.trimmed().startsWith("terraform") && path.endsWith("terragrunt.hcl"))
                module = Module{};
        }
        if (module && depth == 1) {
            const auto said = assignmentOf(line);
            if (said && said->key == "source") {
                module->source = said;
                module->sourceLine = number;
                module->sourceOffset = offset;
            } else if (said && said->key == "version") {
                module->version = said;
                module->versionLine = number;
                module->versionOffset = offset;
            }
        }
        depth = std::max(0, depth + depthOf(line));
        if (depth == 0 && module) {
            if (auto use = useOf(*module, path))
                uses.append(*use);
            module.reset();
        }
    });
    return uses;
}

QList<Use> usesOfAssignments(QByteArrayView text, const QByteArray &path, const QByteArray &owner)
{
    QList<Use> uses;
    int depth = 0;
    forEachLine(text, [&](QByteArrayView line, int number, qsizetype offset) {
        if (isComment(line))
            return;
        const int before = depth;
        depth = std::max(0, depth + depthOf(line));
        const auto said = before == 0 ? assignmentOf(line) : std::nullopt;
        const auto artifact = said && !said->value.isEmpty() ? artifactOfKey(said->key) : std::nullopt;
        if (!artifact || said->value.startsWith('{') || said->value.startsWith('[') || said->value == "null")
            return;
        Use use;
        const auto image = said->key.toLower().endsWith("image") ? parseImage(said->value) : std::nullopt;
        use.setImage(image ? *image : ImageReference{.name = {}, .tag = said->value, .digest = {}});
        use.artifact = artifact->isEmpty() ? owner : *artifact;
        use.path = path;
        use.line = number;
        use.start = offset + said->start;
        use.end = offset + said->end;
        uses.append(use);
    });
    return uses;
}

} // namespace Environments
