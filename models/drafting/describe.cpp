// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/describe.h"

#include "base/text.h"
#include "diff/parse.h"
#include "drafting/fromdiff.h"
#include "drafting/phrases.h"
#include "drafting/secrets.h"
#include "drafting/text.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct Block
{
    QString title;
    int rank = 0;
    QStringList lines;
};

// Environments in order of promotion, what belongs to none at the end.
class Blocks
{
public:
    void add(const QStringList &environments, QString line)
    {
        line = visibleText(line.simplified());
        const QString title = environments.join(u", "_s);
        const int rank = environments.isEmpty()
                             ? 100
                             : environmentRank(environments.first()) * 2 + (environments.size() > 1 ? 0 : 1);
        Block &block = m_blocks[title];
        block.title = title;
        block.rank = rank;
        if (!line.isEmpty() && !containsSecret(line) && !block.lines.contains(line))
            block.lines.append(line);
    }

    QList<Block> sorted() const
    {
        QList<Block> all = m_blocks.values();
        std::ranges::stable_sort(all, {}, &Block::rank);
        return all;
    }

private:
    QMap<QString, Block> m_blocks;
};

QString statusWord(const FileFacts &file)
{
    switch (file.change->file.status) {
    case Diff::FileStatus::Added:
        return u"add "_s;
    case Diff::FileStatus::Deleted:
        return u"remove "_s;
    case Diff::FileStatus::Renamed:
        return u"move "_s;
    case Diff::FileStatus::Copied:
        return u"copy "_s;
    default:
        return u"change "_s;
    }
}

QString fileLine(const FileFacts &file)
{
    QString line = statusWord(file) + displayText(file.name());
    if (file.change->file.status == Diff::FileStatus::Renamed)
        line = u"move "_s + displayText(file.change->file.oldPath) + u" to "_s +
               displayText(file.change->file.newPath);
    if (file.isEncrypted)
        return line + u" (encrypted)"_s;
    if (file.change->file.omission == Diff::Omission::Binary)
        return line + u" (binary)"_s;
    if (file.cosmetic == Cosmetic::Comments)
        return line + u" (comments only)"_s;
    if (file.cosmetic != Cosmetic::None)
        return line + u" (formatting only)"_s;
    return line + u" (+"_s + QString::number(file.lines.added) + u" −"_s +
           QString::number(file.lines.removed) + u')';
}

QString storyLine(Story story)
{
    story.environments.clear(); // the title says them
    if (!story.promotedFrom.isEmpty())
        story.promotedFrom.clear();
    return bulletFor(story);
}

} // namespace

QString describeChanges(const QList<Change> &changes)
{
    if (changes.isEmpty())
        return {};
    constexpr qsizetype mostLines = 40; // of one block
    const Survey survey = takeSurvey(changes, {});
    Blocks blocks;
    for (const Arrival &arrival : survey.arrivals)
        blocks.add(arrival.environment.isEmpty() ? QStringList() : QStringList{arrival.environment},
                   bulletFor(arrival));
    for (const Story &story : survey.stories)
        blocks.add(story.environments, storyLine(story));
    QSet<QByteArray> told;
    for (const Arrival &arrival : survey.arrivals)
        told.unite(QSet<QByteArray>(arrival.files.begin(), arrival.files.end()));
    for (const FileFacts &file : survey.files) {
        if (file.records.isEmpty() && !told.contains(file.name()))
            blocks.add(file.path.environment.isEmpty() ? QStringList() : QStringList{file.path.environment},
                       fileLine(file));
    }
    QStringList lines;
    const QList<Block> all = blocks.sorted();
    for (const Block &block : all) {
        if (all.size() > 1 || !block.title.isEmpty())
            lines.append((lines.isEmpty() ? QString() : u"\n"_s) +
                         (block.title.isEmpty() ? u"Other"_s : block.title));
        for (const QString &line : block.lines.first(qMin(block.lines.size(), mostLines)))
            lines.append(u"- "_s + line);
        if (block.lines.size() > mostLines)
            lines.append(u"- and "_s + counted(block.lines.size() - mostLines, u"more change"_s));
    }
    lines.append(u'\n' + counted(survey.files.size(), u"file"_s) + u", "_s +
                 counted(survey.lines.added, u"line"_s) + u" added, "_s +
                 QString::number(survey.lines.removed) + u" removed"_s);
    return lines.join(u'\n');
}

Result<QString> describeDiff(QByteArrayView unifiedDiff)
{
    const auto files = Diff::parseUnified(unifiedDiff);
    if (!files)
        return std::unexpected(files.error());
    if (files->isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("There is no change in this text."), {},
                    Text::tr("Give it the output of git diff."));
    return describeChanges(changesOf(*files, {}));
}

} // namespace Drafting
