// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/pathchoices.h"

#include "base/text.h"
#include "git/tree.h"

PathChoices::PathChoices(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
{}

void PathChoices::load()
{
    m_read.start(
        [where = m_repository.location()](const CancelToken &cancel) -> Result<QList<QByteArray>> {
            const auto files = Git::readIndex(where, cancel);
            if (!files)
                return std::unexpected(files.error());
            QList<QByteArray> paths;
            for (const Git::TreeFile &file : *files)
                if (file.kind != Git::FileKind::Submodule && paths.size() < kMost)
                    paths += file.path;
            return paths;
        },
        [this](const Result<QList<QByteArray>> &paths) {
            QStringList names;
            m_odd.clear();
            for (const QByteArray &path : paths.value_or(QList<QByteArray>())) {
                names += displayPath(path);
                if (names.last().toUtf8() != path)
                    m_odd.insert(names.last(), path);
            }
            m_names.setStringList(names);
        });
}

QByteArray PathChoices::pathOf(const QString &name) const
{
    return m_odd.value(name, name.toUtf8());
}
