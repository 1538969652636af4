// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/extraction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Environments {

QList<Yaml::Document> documentsOf(Files &files, const QByteArray &path, Extraction &out)
{
    out.read.insert(path);
    const Result<QList<Yaml::Document>> documents = files.documents(path);
    if (documents)
        return *documents;
    static const QRegularExpression place(u":(\\d+): (.*)$"_s);
    const QRegularExpressionMatch match = place.match(documents.error().message);
    out.isUnreadable = out.isUnreadable || documents.error().kind != ErrorKind::NotFound;
    Problem problem{path, 0, documents.error().message};
    if (match.hasMatch()) {
        problem.line = match.captured(1).toInt();
        problem.sentence = match.captured(2);
        problem.sentence[0] = problem.sentence[0].toUpper();
    }
    if (!out.problems.contains(problem))
        out.problems.append(problem);
    return {};
}

QByteArray kustomizationIn(const Files &files, const QByteArray &folder)
{
    for (const QByteArray &name : {"kustomization.yaml"_ba, "kustomization.yml"_ba, "Kustomization"_ba}) {
        const QByteArray path = joined(folder, name);
        if (files.contains(path))
            return path;
    }
    return {};
}

} // namespace Environments
