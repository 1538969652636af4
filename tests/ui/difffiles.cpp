// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

using namespace Qt::StringLiterals;

namespace DiffFiles {

namespace {

void addLine(Diff::FileDiff &file, Diff::LineOrigin origin, QByteArrayView content, quint32 &oldNumber,
             quint32 &newNumber)
{
    Diff::Line line;
    line.origin = origin;
    line.offset = static_cast<quint32>(file.text.size());
    line.length = static_cast<quint32>(content.size());
    line.oldNumber = origin == Diff::LineOrigin::Added ? 0 : oldNumber++;
    line.newNumber = origin == Diff::LineOrigin::Removed ? 0 : newNumber++;
    file.text += content;
    file.text += '\n';
    file.lines.append(line);
    Diff::Hunk &hunk = file.hunks.last();
    ++hunk.lineCount;
    hunk.oldCount += line.oldNumber != 0 ? 1 : 0;
    hunk.newCount += line.newNumber != 0 ? 1 : 0;
}

} // namespace

Diff::FileDiff make(const QByteArray &path, const QList<QByteArray> &lines)
{
    Diff::FileDiff file{.oldPath = path, .newPath = path, .oldMode = 0100644, .newMode = 0100644};
    quint32 oldNumber = 1;
    quint32 newNumber = 1;
    for (const QByteArray &line : lines) {
        if (line.startsWith("@@")) {
            oldNumber += file.hunks.isEmpty() ? 11 : 40;
            newNumber += file.hunks.isEmpty() ? 11 : 40;
            file.hunks.append({oldNumber, 0, newNumber, 0, line.mid(3), file.lines.size(), 0});
            continue;
        }
        if (file.hunks.isEmpty())
            file.hunks.append({1, 0, 1, 0, {}, 0, 0});
        const Diff::LineOrigin origin = line.startsWith('+')   ? Diff::LineOrigin::Added
                                        : line.startsWith('-') ? Diff::LineOrigin::Removed
                                                               : Diff::LineOrigin::Context;
        addLine(file, origin, QByteArrayView(line).sliced(1), oldNumber, newNumber);
    }
    return file;
}

Diff::FileDiff makeLong(const QByteArray &path, qsizetype lineCount)
{
    Diff::FileDiff file{.oldPath = path, .newPath = path, .oldMode = 0100644, .newMode = 0100644};
    file.hunks.append({1, 0, 1, 0, {}, 0, 0});
    quint32 oldNumber = 1;
    quint32 newNumber = 1;
    for (qsizetype at = 0; at < lineCount; ++at) {
        const QByteArray number = QByteArray::number(at);
        if (at % 5 == 3)
            addLine(file, Diff::LineOrigin::Removed,
                    QByteArray("  - image: registry.example/app:1.4." + number), oldNumber, newNumber);
        else if (at % 5 == 4)
            addLine(file, Diff::LineOrigin::Added,
                    QByteArray("  - image: registry.example/app:1.5." + number), oldNumber, newNumber);
        else
            addLine(file, Diff::LineOrigin::Context,
                    QByteArray("    name: \"service-" + number + "\" # replicas"), oldNumber, newNumber);
    }
    return file;
}

QList<Diff::FileDiff> showcase()
{
    Diff::FileDiff overlay =
        make("overlays/production/kustomization.yaml"_ba,
             {"@@ resources:"_ba, " apiVersion: kustomize.config.k8s.io/v1beta1"_ba,
              " kind: Kustomization"_ba, " # the API follows staging after a day"_ba, " images:"_ba,
              "   - name: registry.example/shop/api"_ba, "-    newTag: 1.4.1"_ba, "+    newTag: 1.4.2"_ba,
              "   - name: registry.example/shop/web"_ba, "@@ replicas:"_ba, "   - name: api"_ba,
              "-    count: 3"_ba, "-    # peak"_ba, "+    count: 5"_ba, "+    # peak of the winter sale"_ba,
              "+    maxSurge: \"25%\""_ba, "   - name: web"_ba, "     count: 2"_ba});
    overlay.lines.last().endsWithNewline = false;
    Diff::FileDiff docker =
        make("images/api/Dockerfile"_ba,
             {" FROM debian:13-slim"_ba, "-RUN apt-get update && apt-get install -y curl"_ba,
              "+RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates"_ba,
              " COPY --from=build /out/api /usr/local/bin/api"_ba, "+\tUSER 65532:65532"_ba,
              " ENTRYPOINT [\"api\"]"_ba});
    docker.oldPath = "docker/Dockerfile.api";
    docker.status = Diff::FileStatus::Renamed;
    docker.similarity = 92;
    Diff::FileDiff script = make(
        "hack/promote.sh"_ba,
        {"+#!/bin/sh\r"_ba, "+set -eu"_ba, "+echo \"\xe2\x80\xae evil\" # \xff\xfe bytes \x1b[31m"_ba,
         "+# \xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e, \xf0\x9f\x9a\x80, \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d, e\xcc\x81"_ba});
    script.oldPath.clear();
    script.status = Diff::FileStatus::Added;
    script.oldMode = 0;
    script.newMode = 0100755;
    Diff::FileDiff terraform = make(
        "modules/network/main.tf"_ba,
        {" resource \"aws_vpc\" \"main\" {"_ba, "-  cidr_block = \"10.0.0.0/16\""_ba,
         "+  cidr_block = var.cidr_block"_ba, "   tags = merge(var.tags, { Name = \"main\" })"_ba, " }"_ba});
    Diff::FileDiff logo{.oldPath = "docs/logo.png"_ba,
                        .newPath = "docs/logo.png"_ba,
                        .oldMode = 0100644,
                        .newMode = 0100644,
                        .oldSize = 12'000,
                        .newSize = 14'500,
                        .omission = Diff::Omission::Binary};
    Diff::FileDiff link{.newPath = "current"_ba, .status = Diff::FileStatus::Added, .newMode = 0120000};
    link.hunks.append({0, 0, 1, 1, {}, 0, 0});
    quint32 none = 0;
    quint32 one = 1;
    addLine(link, Diff::LineOrigin::Added, "overlays/production", none, one);
    link.lines.last().endsWithNewline = false;
    Diff::FileDiff module{.oldPath = "vendor/charts"_ba,
                          .newPath = "vendor/charts"_ba,
                          .oldMode = 0160000,
                          .newMode = 0160000,
                          .oldId = "1f3870be274f6c49b3e31a0c6728957f2d5e1b11"_ba,
                          .newId = "9a0364b9e99bb480dd25e1f0284c8555ab3e7d10"_ba,
                          .omission = Diff::Omission::Submodule};
    Diff::FileDiff mode{
        .oldPath = "hack/run"_ba, .newPath = "hack/run"_ba, .oldMode = 0100644, .newMode = 0100755};
    Diff::FileDiff gone = make("old/values.yaml"_ba, {"-replicas: 2"_ba, "-enabled: false"_ba});
    gone.newPath.clear();
    gone.newMode = 0;
    gone.status = Diff::FileStatus::Deleted;
    return {overlay, docker, script, terraform, logo, link, module, mode, gone};
}

} // namespace DiffFiles
