// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/parse.h"

#include "diff/headers.h"
#include "diff/linereader.h"
#include "diff/names.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

// diff --git NAME NAME
// (old mode|new mode|new file mode|deleted file mode|similarity index|rename from|rename to|copy …|index …)*
// (Binary files … differ | GIT binary patch … | --- NAME, +++ NAME, (@@ -a,b +c,d @@ section, lines)+)?
// A hunk's counts say where it ends; a line that starts with a backslash speaks about the line before it.

namespace Diff {

namespace {

struct DiffParserText
{
    Q_DECLARE_TR_FUNCTIONS(DiffParser)
};

class Parser
{
public:
    explicit Parser(QByteArrayView text)
        : m_reader(text)
    {}

    Result<QList<FileDiff>> parse()
    {
        while (!m_reader.atEnd()) {
            const QByteArrayView line = m_reader.take();
            if (line.startsWith("diff --git ")) {
                if (!parseFile(line.sliced(11)))
                    return failure();
            } else if (line.startsWith("diff --cc ")) {
                addConflict(line.sliced(10));
            } else if (line.startsWith("diff --combined ")) {
                addConflict(line.sliced(16));
            } else if (line.startsWith("* Unmerged path ")) {
                addConflict(line.sliced(16));
            }
        }
        return std::move(m_files);
    }

private:
    std::unexpected<Error> failure() const
    {
        //: %1: number of a line in a text that describes differences
        return fail(ErrorKind::Invalid,
                    DiffParserText::tr("The differences cannot be read at line %1").arg(m_reader.number()),
                    m_reason);
    }

    bool reject(QString reason)
    {
        m_reason = std::move(reason);
        return false;
    }

    bool nextFileStarts() const
    {
        const QByteArrayView line = m_reader.peek();
        return m_reader.atEnd() || line.startsWith("diff --") || line.startsWith("* Unmerged path ");
    }

    void addConflict(QByteArrayView name)
    {
        FileDiff file;
        file.newPath = parseName(name).value_or(QByteArray());
        file.oldPath = file.newPath;
        file.status = FileStatus::Conflicted;
        file.omission = Omission::Unreadable;
        file.omissionReason = "differences of a merge"_ba;
        if (!file.newPath.isEmpty())
            m_files.append(std::move(file));
    }

    bool parseFile(QByteArrayView names)
    {
        FileDiff file;
        m_oldName = m_newName = pathOfHeader(names);
        while (!nextFileStarts()) {
            const QByteArrayView line = m_reader.peek();
            if (line.startsWith("@@ ")) {
                m_reader.take();
                if (!parseHunk(file, line))
                    return false;
                continue;
            }
            m_reader.take();
            if (!file.hunks.isEmpty()) {
                if (line.startsWith('+') || line.startsWith(' ') || (line.startsWith('-') && line != "-- "))
                    return reject(DiffParserText::tr("There are more lines than the header says"));
                continue;
            }
            if (!parseHeaderLine(file, line))
                return false;
        }
        return finish(std::move(file));
    }

    bool parseHeaderLine(FileDiff &file, QByteArrayView line)
    {
        const auto after = [&line](const char *prefix) -> std::optional<QByteArrayView> {
            const QByteArrayView start(prefix);
            return line.startsWith(start) ? std::optional(line.sliced(start.size())) : std::nullopt;
        };
        if (const auto mode = after("old mode ")) {
            file.oldMode = parseMode(*mode);
        } else if (const auto mode = after("new mode ")) {
            file.newMode = parseMode(*mode);
        } else if (const auto mode = after("new file mode ")) {
            file.newMode = parseMode(*mode);
            file.status = FileStatus::Added;
        } else if (const auto mode = after("deleted file mode ")) {
            file.oldMode = parseMode(*mode);
            file.status = FileStatus::Deleted;
        } else if (const auto percent = after("similarity index ")) {
            file.similarity = std::clamp(percent->toByteArray().replace('%', "").toInt(), 0, 100);
        } else if (const auto ids = after("index ")) {
            parseIds(file, *ids);
        } else if (line.startsWith("Binary files ") || line == "GIT binary patch") {
            file.omission = Omission::Binary;
        } else if (line.startsWith("rename ") || line.startsWith("copy ")) {
            return parseMove(file, line);
        } else if (const auto name = after("--- ")) {
            m_oldLabel = name->toByteArray();
        } else if (const auto name = after("+++ ")) {
            return parseLabels(*name);
        }
        return true; // the lines of a binary patch, and headers of a later git
    }

    bool parseMove(FileDiff &file, QByteArrayView line)
    {
        file.status = line.startsWith("rename ") ? FileStatus::Renamed : FileStatus::Copied;
        const QByteArrayView rest = line.sliced(line.indexOf(' ') + 1);
        const bool isSource = rest.startsWith("from ") || rest.startsWith("old ");
        const std::optional<QByteArray> name = parseName(rest.sliced(rest.indexOf(' ') + 1));
        if (!name || name->isEmpty())
            return reject(DiffParserText::tr("A file has no name"));
        (isSource ? m_oldName : m_newName) = *name;
        return true;
    }

    // Only needed where the first line could not be split, for prefixes of unequal length.
    bool parseLabels(QByteArrayView newLabel)
    {
        if (!m_newName.isEmpty())
            return true;
        const std::optional<QByteArray> left = parseName(m_oldLabel);
        const std::optional<QByteArray> right = parseName(newLabel);
        if (!left || !right)
            return reject(DiffParserText::tr("A file has no name"));
        if (*left == "/dev/null" || *right == "/dev/null") {
            const QByteArray &label = *left == "/dev/null" ? *right : *left;
            m_newName = label.sliced(label.indexOf('/') + 1);
        } else {
            m_newName = sharedPath(*left, *right);
        }
        m_oldName = m_newName;
        return true;
    }

    bool parseHunk(FileDiff &file, QByteArrayView header)
    {
        std::optional<Hunk> hunk = parseHunkHeader(header);
        if (!hunk)
            return reject(DiffParserText::tr("A part has a header that makes no sense"));
        hunk->firstLine = file.lines.size();
        quint32 oldLeft = hunk->oldCount;
        quint32 newLeft = hunk->newCount;
        while (oldLeft > 0 || newLeft > 0 || m_reader.peek().startsWith('\\')) {
            if (m_reader.atEnd())
                return reject(DiffParserText::tr("The text ends within a part"));
            const QByteArrayView line = m_reader.take();
            if (line.startsWith('\\')) {
                if (!dropNewline(file, *hunk))
                    return reject(DiffParserText::tr("A note stands before the line it speaks about"));
                continue;
            }
            const char mark = line.isEmpty() ? ' ' : line.front();
            const bool isOld = mark == ' ' || mark == '-';
            const bool isNew = mark == ' ' || mark == '+';
            if ((!isOld && !isNew) || (isOld && oldLeft == 0) || (isNew && newLeft == 0))
                return reject(DiffParserText::tr("A part has other lines than its header says"));
            append(file, line.sliced(std::min<qsizetype>(1, line.size())),
                   isOld ? hunk->oldStart + hunk->oldCount - oldLeft : 0,
                   isNew ? hunk->newStart + hunk->newCount - newLeft : 0);
            oldLeft -= isOld;
            newLeft -= isNew;
        }
        hunk->lineCount = file.lines.size() - hunk->firstLine;
        file.hunks.append(*std::move(hunk));
        return true;
    }

    static void append(FileDiff &file, QByteArrayView content, quint32 oldNumber, quint32 newNumber)
    {
        Line line;
        line.origin = !newNumber ? LineOrigin::Removed : !oldNumber ? LineOrigin::Added : LineOrigin::Context;
        line.oldNumber = oldNumber;
        line.newNumber = newNumber;
        line.offset = static_cast<quint32>(file.text.size());
        line.length = static_cast<quint32>(content.size());
        file.text += content;
        file.text += '\n';
        file.lines.append(line);
    }

    static bool dropNewline(FileDiff &file, const Hunk &hunk)
    {
        if (file.lines.size() == hunk.firstLine || !file.lines.last().endsWithNewline)
            return false;
        file.lines.last().endsWithNewline = false;
        file.text.chop(1);
        return true;
    }

    bool finish(FileDiff file)
    {
        if (m_newName.isEmpty() || m_oldName.isEmpty())
            return reject(DiffParserText::tr("A file has no name"));
        if (file.status != FileStatus::Added)
            file.oldPath = m_oldName;
        if (file.status != FileStatus::Deleted)
            file.newPath = m_newName;
        constexpr quint32 submodule = 0160000;
        if (file.oldMode == submodule || file.newMode == submodule)
            turnIntoSubmodule(file);
        m_files.append(std::move(file));
        return true;
    }

    LineReader m_reader;
    QList<FileDiff> m_files;
    QByteArray m_oldName, m_newName, m_oldLabel;
    QString m_reason;
};

} // namespace

Result<QList<FileDiff>> parseUnified(QByteArrayView text)
{
    if (text.size() > kLargestNumber)
        return fail(ErrorKind::Invalid, DiffParserText::tr("The differences are larger than 2 GB"));
    return Parser(text).parse();
}

} // namespace Diff
