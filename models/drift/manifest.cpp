// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/manifest.h"
#include "drift/text.h"

namespace Drift {

Result<QList<ManifestEntry>> readManifest(Environments::Files &files, const QByteArray &path)
{
    if (const auto text = files.text(path); text && Yaml::isTemplate(*text))
        return fail(ErrorKind::Invalid, Text::tr("A template is not evaluated."));
    const auto documents = files.documents(path);
    if (!documents)
        return std::unexpected(documents.error());
    QList<ManifestEntry> entries;
    for (const Yaml::Document &document : *documents) {
        const Yaml::Value *items = document.root.find("items");
        const bool isList = items && document.root.textAt({"kind"}).endsWith("List");
        for (const Yaml::Value &value : isList ? items->items : QList<Yaml::Value>{document.root})
            entries << ManifestEntry{value, value.line > 0 ? value.line : document.line};
    }
    return entries;
}

} // namespace Drift
