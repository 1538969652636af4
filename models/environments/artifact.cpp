// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/artifact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isVariable(const QByteArray &text)
{
    return text.contains('$') || text.contains("{{") || text.contains('<');
}

bool isHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

struct Numbers
{
    QList<qint64> parts;
    QByteArrayList pre;
};

/// v1.2.3-rc.1+build by semver.org 2.0.0, with any count of numbers.
std::optional<Numbers> numbersOf(QByteArray text)
{
    Numbers numbers;
    if (text.startsWith('v') || text.startsWith('V'))
        text = text.sliced(1);
    if (const qsizetype plus = text.indexOf('+'); plus >= 0)
        text.truncate(plus);
    if (const qsizetype dash = text.indexOf('-'); dash >= 0) {
        numbers.pre = text.sliced(dash + 1).split('.');
        text.truncate(dash);
    }
    for (const QByteArray &part : text.split('.')) {
        bool isNumber = !part.isEmpty() && std::ranges::all_of(part, isDigit);
        const qint64 number = isNumber ? part.toLongLong(&isNumber) : 0;
        if (!isNumber)
            return {};
        numbers.parts.append(number);
    }
    return numbers;
}

std::weak_ordering comparePart(const QByteArray &a, const QByteArray &b)
{
    bool isNumberA = false, isNumberB = false;
    const qint64 left = a.toLongLong(&isNumberA), right = b.toLongLong(&isNumberB);
    if (isNumberA && isNumberB)
        return left <=> right;
    if (isNumberA != isNumberB)
        return isNumberA ? std::weak_ordering::less : std::weak_ordering::greater;
    return a.compare(b) <=> 0;
}

std::weak_ordering comparePre(const QByteArrayList &a, const QByteArrayList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return b.size() <=> a.size(); // a release is newer than its previews
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const auto order = comparePart(a[i], b[i]); order != 0)
            return order;
    }
    return a.size() <=> b.size();
}

} // namespace

std::optional<ImageReference> parseImage(const QByteArray &text)
{
    const bool isStrange =
        std::ranges::any_of(text, [](char c) { return static_cast<uchar>(c) <= ' ' || c == '"'; });
    if (text.isEmpty() || isStrange || text.contains("://") || text.contains("{{"))
        return {};
    ImageReference image;
    image.name = text;
    if (const qsizetype at = text.indexOf('@'); at >= 0) {
        image.digest = text.sliced(at + 1);
        image.name = text.first(at);
        if (!image.digest.contains(':') && !isVariable(image.digest))
            return {};
    }
    const qsizetype slash = image.name.lastIndexOf('/');
    // the colon of ${TAG:-latest} belongs to the variable
    const qsizetype variable = image.name.indexOf("${");
    qsizetype colon = image.name.indexOf(':', slash + 1);
    if (variable >= 0 && colon > variable)
        colon = -1;
    if (colon >= 0) {
        image.tag = image.name.sliced(colon + 1);
        image.name.truncate(colon);
    }
    if (image.name.isEmpty() || image.name.endsWith('/'))
        return {};
    return image;
}

GitReference parseGitReference(const QByteArray &text)
{
    GitReference reference;
    const qsizetype query = text.indexOf('?');
    reference.address = query < 0 ? text : text.first(query);
    if (query >= 0) {
        for (const QByteArray &part : text.sliced(query + 1).split('&')) {
            if (part.startsWith("ref=") || part.startsWith("version="))
                reference.ref = part.sliced(part.indexOf('=') + 1);
        }
    }
    return reference;
}

QByteArray shortName(const QByteArray &source)
{
    QByteArray name = source;
    while (name.endsWith('/'))
        name.chop(1);
    name = name.sliced(name.lastIndexOf('/') + 1);
    name = name.sliced(name.lastIndexOf(':') + 1);
    if (name.endsWith(".git"))
        name.chop(4);
    return name;
}

VersionKind tagKind(const QByteArray &tag)
{
    static constexpr std::array floating = {"latest", "main",    "master",  "develop",
                                            "dev",    "stable",  "edge",    "nightly",
                                            "canary", "rolling", "staging", "production"};
    if (isVariable(tag))
        return VersionKind::Variable;
    const bool isFloating = tag.isEmpty() || std::ranges::find(floating, tag.toLower()) != floating.end();
    return isFloating ? VersionKind::Floating : VersionKind::Tag;
}

VersionKind refKind(const QByteArray &ref)
{
    if (isVariable(ref))
        return VersionKind::Variable;
    if (ref.size() >= 7 && isHex(ref))
        return VersionKind::Ref;
    const QByteArray name = ref.startsWith("refs/tags/") ? ref.sliced(10) : shortName(ref);
    const bool isTag = ref.startsWith("refs/tags/") || std::ranges::any_of(name, isDigit);
    if (isTag && (name.contains('*') || name.contains('>') || name.contains('<') || name.contains('^') ||
                  name.contains('~')))
        return VersionKind::Range;
    return isTag ? VersionKind::Ref : VersionKind::Floating;
}

VersionKind chartKind(const QByteArray &version)
{
    if (version.isEmpty())
        return VersionKind::Floating;
    const bool isRange = version.contains('>') || version.contains('<') || version.contains('*') ||
                         version.contains('^') || version.contains('~') || version.contains('|') ||
                         version.contains(',') || version.contains(' ') || version.endsWith(".x") ||
                         version.endsWith(".X");
    if (isRange)
        return VersionKind::Range;
    return isVariable(version) ? VersionKind::Variable : VersionKind::Chart;
}

std::optional<std::weak_ordering> compareVersions(const QByteArray &a, const QByteArray &b)
{
    const std::optional<Numbers> left = numbersOf(a), right = numbersOf(b);
    if (!left || !right)
        return {};
    for (qsizetype i = 0; i < std::max(left->parts.size(), right->parts.size()); ++i) {
        const qint64 x = i < left->parts.size() ? left->parts[i] : 0;
        const qint64 y = i < right->parts.size() ? right->parts[i] : 0;
        if (x != y)
            return x <=> y;
    }
    return comparePre(left->pre, right->pre);
}

void Use::setImage(const ImageReference &image)
{
    source = image.name;
    tag = image.tag;
    version = image.digest.isEmpty() ? image.tag : image.digest;
    kind = image.digest.isEmpty() ? tagKind(image.tag) : VersionKind::Digest;
}

void Use::setPlace(const QByteArray &file, const Yaml::Value &scalar)
{
    path = file;
    line = scalar.line;
    start = scalar.start;
    end = scalar.end;
}

VersionValue Use::toVersion() const
{
    VersionValue value;
    value.artifact = artifact.isEmpty() ? shortName(source) : artifact;
    value.source = source;
    value.version = version;
    value.tag = kind == VersionKind::Digest ? tag : QByteArray();
    value.kind = kind;
    value.path = path;
    value.line = line;
    value.start = start;
    value.end = end;
    return value;
}

} // namespace Environments
