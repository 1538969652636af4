// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/filewords.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace FileWords {

namespace {

struct FileWordsText
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

constexpr quint32 kTypeMask = 0170000;
constexpr quint32 kLink = 0120000;
constexpr quint32 kSubmodule = 0160000;
constexpr qsizetype kSpokenLength = 500;

QString typeName(quint32 mode)
{
    switch (mode & kTypeMask) {
    case kLink:
        return FileWordsText::tr("symbolic link");
    case kSubmodule:
        return FileWordsText::tr("submodule");
    default:
        return FileWordsText::tr("file");
    }
}

QString lineWord(const Diff::Line &line, const QString &content)
{
    switch (line.origin) {
    //: %1 is a line number, %2 the text of the line
    case Diff::LineOrigin::Added:
        return FileWordsText::tr("added, line %1, %2").arg(QString::number(line.newNumber), content);
    case Diff::LineOrigin::Removed:
        return FileWordsText::tr("removed, line %1, %2").arg(QString::number(line.oldNumber), content);
    case Diff::LineOrigin::Context:
        break;
    }
    return FileWordsText::tr("line %1, %2").arg(QString::number(line.newNumber), content);
}

} // namespace

QString status(const Diff::FileDiff &file)
{
    switch (file.status) {
    case Diff::FileStatus::Unmodified:
        return FileWordsText::tr("unchanged");
    case Diff::FileStatus::Added:
        return FileWordsText::tr("added");
    case Diff::FileStatus::Modified:
        return FileWordsText::tr("modified");
    case Diff::FileStatus::Deleted:
        return FileWordsText::tr("deleted");
    case Diff::FileStatus::Renamed:
        //: %1 is a whole number
        return file.similarity > 0 ? FileWordsText::tr("renamed, %1 % alike").arg(file.similarity)
                                   : FileWordsText::tr("renamed");
    case Diff::FileStatus::Copied:
        return file.similarity > 0 ? FileWordsText::tr("copied, %1 % alike").arg(file.similarity)
                                   : FileWordsText::tr("copied");
    case Diff::FileStatus::TypeChanged:
        return FileWordsText::tr("type changed");
    case Diff::FileStatus::Untracked:
        return FileWordsText::tr("untracked");
    case Diff::FileStatus::Conflicted:
        return FileWordsText::tr("conflicted");
    }
    return {};
}

QString modes(const Diff::FileDiff &file)
{
    const quint32 before = file.oldMode;
    const quint32 after = file.newMode;
    const bool isSpecial = (after & kTypeMask) == kLink || (after & kTypeMask) == kSubmodule;
    if (before == 0 || after == 0) {
        const quint32 mode = after != 0 ? after : before;
        if ((mode & kTypeMask) == kLink || (mode & kTypeMask) == kSubmodule)
            return typeName(mode);
        return (mode & 0111) != 0 ? FileWordsText::tr("executable") : QString();
    }
    if ((before & kTypeMask) != (after & kTypeMask))
        //: %1 and %2 are such as "file", "symbolic link", "submodule"
        return FileWordsText::tr("%1 became %2").arg(typeName(before), typeName(after));
    if ((before & 0111) != (after & 0111))
        return (after & 0111) != 0 ? FileWordsText::tr("made executable")
                                   : FileWordsText::tr("no longer executable");
    return isSpecial ? typeName(after) : QString();
}

QString hunkRange(const Diff::Hunk &hunk)
{
    const auto side = [](quint32 start, quint32 count) -> QString {
        const QString first = QString::number(start);
        return count == 1 ? first : first + u',' + QString::number(count);
    };
    return u"@@ -"_s + side(hunk.oldStart, hunk.oldCount) + u" +"_s + side(hunk.newStart, hunk.newCount) +
           u" @@"_s;
}

QString name(const Diff::FileDiff &file)
{
    if (file.oldPath.isEmpty() || file.newPath.isEmpty() || file.oldPath == file.newPath)
        return displayPath(file.path());
    return displayPath(file.oldPath) + u" → "_s + displayPath(file.newPath);
}

QString row(const QList<Diff::FileDiff> &files, const Diff::Row &row, const Diff::LineCounts &counts,
            bool isCollapsed)
{
    const Diff::FileDiff &file = files[row.file];
    switch (row.kind) {
    case Diff::RowKind::File: {
        QStringList parts{status(file), name(file)};
        if (const QString mode = modes(file); !mode.isEmpty())
            parts.append(mode);
        parts.append(FileWordsText::tr("%n line(s) added", nullptr, static_cast<int>(counts.added)));
        parts.append(FileWordsText::tr("%n line(s) removed", nullptr, static_cast<int>(counts.removed)));
        if (isCollapsed)
            parts.append(FileWordsText::tr("collapsed"));
        return parts.join(u", "_s);
    }
    case Diff::RowKind::Note:
        return note(file);
    case Diff::RowKind::Hunk: {
        const Diff::Hunk &hunk = file.hunks[row.hunk];
        const QString section = displayText(hunk.section).trimmed();
        //: %1 and %2 count hunks of a file, %3 is a line number
        const QString place = FileWordsText::tr("hunk %1 of %2, line %3")
                                  .arg(QString::number(row.hunk + 1), QString::number(file.hunks.size()),
                                       QString::number(hunk.newStart));
        return section.isEmpty() ? place : QString(place + u", "_s + section);
    }
    case Diff::RowKind::More:
        return more();
    case Diff::RowKind::Line:
        break;
    }
    const Diff::Line &line = file.lines[row.line];
    const QByteArrayView content = file.content(line);
    QString shown = displayText(content.first(std::min<qsizetype>(content.size(), kSpokenLength)));
    if (content.size() > kSpokenLength)
        shown += u'…';
    const QString words = lineWord(line, shown.trimmed().isEmpty() ? FileWordsText::tr("blank") : shown);
    return line.endsWithNewline ? words
                                : QString(words + u", "_s + FileWordsText::tr("no newline at the end"));
}

} // namespace FileWords
