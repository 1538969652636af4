// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sidesreader.h"

#include "git/work/lfscontent.h"

SidesReader::SidesReader(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
    , m_compare(this, repository.services().longReads)
{}

void SidesReader::read(const Diff::FileDiff &file)
{
    m_compare.cancel();
    m_read.start(
        [where = m_repository.location(), file](const CancelToken &cancel) -> Result<Git::FileSides> {
            auto sides = Git::readSides(where, file, kLargest, cancel);
            if (!sides)
                return sides;
            return Git::followPointers(where, *std::move(sides), kLargest, cancel);
        },
        [this](const Result<Git::FileSides> &sides) {
            if (sides)
                Q_EMIT sidesRead(*sides);
            else
                Q_EMIT failed(sides.error());
        });
}

void SidesReader::compare(const Diff::FileDiff &file, const Git::FileSides &sides)
{
    m_compare.start([file, sides](const CancelToken &) { return Git::compareSides(file, sides); },
                    [this](const Result<Diff::FileDiff> &lines) {
                        if (lines)
                            Q_EMIT compared(*lines);
                        else
                            Q_EMIT failed(lines.error());
                    });
}

void SidesReader::cancel()
{
    m_read.cancel();
    m_compare.cancel();
}
