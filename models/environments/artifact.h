// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/types.h"
#include "yaml/value.h"

#include <compare>

namespace Environments {

/// registry[:port]/path[:tag][@digest]
struct ImageReference
{
    QByteArray name; ///< without tag and digest, as written
    QByteArray tag, digest;
    bool operator==(const ImageReference &) const = default;
};

/// A registry's port is not a tag. Nothing when the text is no image reference.
std::optional<ImageReference> parseImage(const QByteArray &text);

/// What a Git address with a query says: git::https://host/x.git//sub?ref=v1 gives ref v1.
struct GitReference
{
    QByteArray address; ///< without the query
    QByteArray ref;     ///< empty: the default branch
};
GitReference parseGitReference(const QByteArray &text);

QByteArray
shortName(const QByteArray &source); ///< last part of an image, chart or repository address, without .git

VersionKind tagKind(const QByteArray &tag);       ///< Tag, Floating or Variable
VersionKind refKind(const QByteArray &ref);       ///< Ref, Floating or Variable
VersionKind chartKind(const QByteArray &version); ///< Chart, Range, Floating or Variable

/// Which of two versions is newer, when both are numbers with dots (v1.2.3, 1.2.3-rc.1, 2.0); else nothing.
std::optional<std::weak_ordering> compareVersions(const QByteArray &a, const QByteArray &b);

/// One artifact as a file names it, before overlays have had their say.
struct Use
{
    enum class Type { Image, Chart, Ref };
    Type type = Type::Image;
    QByteArray artifact; ///< empty: by the image's or chart's own short name
    QByteArray source;   ///< image name, chart repository, address
    QByteArray version, tag;
    VersionKind kind = VersionKind::Tag;
    QByteArray path;
    int line = 0;
    qsizetype start = -1, end = -1;
    QByteArray objectKind, objectName, container; ///< whose it is
    int index = -1;                               ///< of the container in its list
    bool isInit = false;
    QByteArray via; ///< the folder inside the member that brought it in

    void setImage(const ImageReference &image);
    void setPlace(const QByteArray &file, const Yaml::Value &scalar);
    VersionValue toVersion() const;
};

/// All images, charts and references of one Kubernetes, Flux or Argo CD object (or a List of them). Nothing
/// for a document that is no object.
QList<Use> usesOfObject(const Yaml::Value &object, const QByteArray &path);

/// Images in the values of a chart: image.tag, *.image.tag, image: name:tag, *imageTag.
/// `owner` names the artifact of values at the top.
QList<Use> usesOfValues(const Yaml::Value &values, const QByteArray &path, const QByteArray &owner);

bool isKubernetesObject(const Yaml::Value &root);

} // namespace Environments
