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
        [where = m_repository.location()](const CancelToken &cancel) -> Result<Names> {
            const auto files = Git::readIndex(where, cancel);
            if (!files)
                return std::unexpected(files.error());
            Names names;
            for (const Git::TreeFile &file : *files) {
                if (file.kind == Git::FileKind::Submodule || names.all.size() == kMost)
                    continue;
                names.all += displayPath(file.path);
                if (names.all.last().toUtf8() != file.path)
                    names.odd.insert(names.all.last(), file.path);
            }
            return names;
        },
        [this](const Result<Names> &names) {
            m_odd = names ? names->odd : QHash<QString, QByteArray>();
            m_names.setStringList(names ? names->all : QStringList());
        });
}

QByteArray PathChoices::pathOf(const QString &name) const
{
    return m_odd.value(name, name.toUtf8());
}
