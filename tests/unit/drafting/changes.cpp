// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.h"

#include <QCryptographicHash>
#include <QMap>

namespace Sample {

namespace {

QByteArray idOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex();
}

class Builder
{
public:
    explicit Builder(Diff::FileDiff &file)
        : m_file(file)
    {}

    void add(Diff::LineOrigin origin, const QByteArray &text)
    {
        Diff::Line line{.origin = origin};
        line.oldNumber = origin == Diff::LineOrigin::Added ? 0 : ++m_old;
        line.newNumber = origin == Diff::LineOrigin::Removed ? 0 : ++m_new;
        line.offset = quint32(m_file.text.size());
        line.length = quint32(text.size());
        m_file.text += text + '\n';
        m_file.lines.append(line);
    }

    // One hunk over the whole file.
    void finish()
    {
        m_file.hunks = {{.oldStart = m_old > 0 ? 1u : 0u,
                         .oldCount = m_old,
                         .newStart = m_new > 0 ? 1u : 0u,
                         .newCount = m_new,
                         .section = {},
                         .firstLine = 0,
                         .lineCount = m_file.lines.size()}};
    }

private:
    Diff::FileDiff &m_file;
    quint32 m_old = 0, m_new = 0;
};

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

// Longest common subsequence; the texts of tests are short.
void compare(const QList<QByteArray> &before, const QList<QByteArray> &after, Builder &builder)
{
    const qsizetype width = after.size() + 1;
    QList<int> common((before.size() + 1) * width, 0);
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        for (qsizetype j = after.size() - 1; j >= 0; --j)
            common[i * width + j] = before[i] == after[j]
                                        ? common[(i + 1) * width + j + 1] + 1
                                        : qMax(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
    qsizetype i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            builder.add(Diff::LineOrigin::Context, before[i++]);
            ++j;
        } else if (i < before.size() &&
                   (j == after.size() || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            builder.add(Diff::LineOrigin::Removed, before[i++]);
        } else {
            builder.add(Diff::LineOrigin::Added, after[j++]);
        }
    }
}

} // namespace

Drafting::Change change(const QByteArray &path, const QByteArray &before, const QByteArray &after)
{
    Drafting::Change change;
    Diff::FileDiff &file = change.file;
    file.status = before.isNull()  ? Diff::FileStatus::Added
                  : after.isNull() ? Diff::FileStatus::Deleted
                                   : Diff::FileStatus::Modified;
    if (!before.isNull()) {
        file.oldPath = path;
        file.oldMode = 0100644;
        file.oldId = idOf(before);
        file.oldSize = before.size();
        change.oldContent = before;
    }
    if (!after.isNull()) {
        file.newPath = path;
        file.newMode = 0100644;
        file.newId = idOf(after);
        file.newSize = after.size();
        change.newContent = after;
    }
    Builder builder(file);
    compare(before.isNull() ? QList<QByteArray>() : linesOf(before),
            after.isNull() ? QList<QByteArray>() : linesOf(after), builder);
    builder.finish();
    return change;
}

Drafting::Change moved(const QByteArray &from, const QByteArray &to, const QByteArray &content)
{
    Drafting::Change change;
    change.file = {.oldPath = from,
                   .newPath = to,
                   .status = Diff::FileStatus::Renamed,
                   .oldMode = 0100644,
                   .newMode = 0100644,
                   .oldId = idOf(content),
                   .newId = idOf(content),
                   .oldSize = content.size(),
                   .newSize = content.size(),
                   .similarity = 100};
    change.oldContent = content;
    change.newContent = content;
    return change;
}

Drafting::Change withoutContent(Drafting::Change change)
{
    change.oldContent.reset();
    change.newContent.reset();
    return change;
}

Drafting::DraftContext contextOf(const QStringList &subjects,
                                 const QList<std::pair<QByteArray, QByteArray>> &head)
{
    Drafting::DraftContext context;
    for (const QString &subject : subjects)
        context.history.append({.subject = subject});
    QMap<QByteArray, QByteArray> files;
    for (const auto &[path, content] : head) {
        files.insert(path, content);
        context.headPaths.append(path);
    }
    if (!files.isEmpty()) {
        context.readHead = [files](const QByteArray &path) -> std::optional<QByteArray> {
            const auto file = files.constFind(path);
            return file == files.cend() ? std::nullopt : std::optional(*file);
        };
    }
    return context;
}

} // namespace Sample
