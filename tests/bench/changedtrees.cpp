// SPDX-License-Identifier: GPL-3.0-or-later
#include "changedtrees.h"

#include "histories.h"

#include <QDir>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

// Told apart by what makes them differ: changes when another content is written.
constexpr int kTreesVersion = 1;
constexpr int kInFolder = 100, kLinesOfFile = 300;

using Done = std::expected<void, QString>;

/// One file after the other, and the first that could not be written.
class Tree
{
public:
    explicit Tree(const QString &folder)
        : m_folder(folder + u'/')
    {}

    void write(const QString &path, const QByteArray &content)
    {
        const QString parent = m_folder + path.section(u'/', 0, -2);
        if (!m_made.contains(parent)) {
            QDir().mkpath(parent);
            m_made.insert(parent, true);
        }
        QFile file(m_folder + path);
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            m_failure = u"cannot write "_s + file.fileName();
    }
    void remove(const QString &path)
    {
        if (!QFile::remove(m_folder + path))
            m_failure = u"cannot remove "_s + m_folder + path;
    }
    Done done() const { return m_failure.isEmpty() ? Done() : std::unexpected(m_failure); }

private:
    QString m_folder, m_failure;
    QHash<QString, bool> m_made;
};

Done git(const QString &repository, const QStringList &arguments)
{
    const auto output =
        runGit(repository, QStringList{u"-c"_s, u"user.name=Ada"_s, u"-c"_s, u"user.email=ada@example.org"_s,
                                       u"-c"_s, u"gc.auto=0"_s} +
                               arguments);
    return output ? Done() : std::unexpected(output.error());
}

Done commitAll(const QString &repository, const QString &message)
{
    if (const Done added = git(repository, {u"add"_s, u"-A"_s}); !added)
        return added;
    return git(repository, {u"commit"_s, u"-q"_s, u"-m"_s, message});
}

QString pathOf(int number)
{
    return u"folder%1/file%2.txt"_s.arg(number / kInFolder).arg(number % kInFolder);
}

QByteArray textOf(int number, int lines, int changedEach = 0)
{
    QByteArray text;
    for (int line = 0; line < lines; ++line) {
        const bool isChanged = changedEach > 0 && line % changedEach == changedEach / 2;
        text += (isChanged ? "changed line " : "line ") + QByteArray::number(line) + " of " +
                QByteArray::number(number) + ": some words that are there to be read\n";
    }
    return text;
}

Done fillWide(const QString &repository)
{
    Tree tree(repository);
    for (int file = 0; file < ChangedTrees::kFiles; ++file)
        tree.write(pathOf(file), textOf(file, 20));
    if (const Done made = tree.done() ? commitAll(repository, u"files"_s) : tree.done(); !made)
        return made;
    constexpr int step = ChangedTrees::kFiles / ChangedTrees::kChanges;
    for (int change = 0; change < ChangedTrees::kChanges; ++change) {
        const QString path = pathOf(change * step + change % kInFolder);
        if (change % 10 == 8)
            tree.remove(path);
        else if (change % 10 == 9)
            tree.write(path + u".new"_s, "new\n");
        else
            tree.write(path, textOf(change, 20, 10));
    }
    return tree.done();
}

Done fillUntracked(const QString &repository)
{
    Tree tree(repository);
    tree.write(u"tracked.txt"_s, "tracked\n");
    if (const Done made = tree.done() ? commitAll(repository, u"start"_s) : tree.done(); !made)
        return made;
    for (int file = 0; file < ChangedTrees::kUntracked; ++file) // in a folder of their own they were one row
        tree.write(u"new%1.txt"_s.arg(file, 5, 10, QChar(u'0')), "new\n");
    return tree.done();
}

Done fillCommitted(const QString &repository)
{
    Tree tree(repository);
    tree.write(u"first.txt"_s, "first\n");
    if (const Done made = tree.done() ? commitAll(repository, u"start"_s) : tree.done(); !made)
        return made;
    for (int file = 0; file < ChangedTrees::kCommitted; ++file)
        tree.write(pathOf(file), textOf(file, 20));
    return tree.done() ? commitAll(repository, u"many files"_s) : tree.done();
}

Done fillSwitched(const QString &repository)
{
    Tree tree(repository);
    for (const int changedEach : {0, 15}) {
        for (int file = 0; file < ChangedTrees::kSwitched; ++file)
            tree.write(u"file%1.cpp"_s.arg(file, 2, 10, QChar(u'0')),
                       textOf(file, kLinesOfFile, changedEach));
        if (changedEach > 0 || !tree.done())
            break;
        if (const Done made = commitAll(repository, u"files"_s); !made)
            return made;
    }
    return tree.done();
}

Done fillLarge(const QString &repository)
{
    Tree tree(repository);
    for (const int changedEach : {0, 1}) {
        tree.write(u"a.txt"_s, textOf(0, 30, changedEach * 10));
        tree.write(u"b.txt"_s, textOf(1, ChangedTrees::kLines / 2, changedEach)); // each line: out and in
        if (changedEach > 0 || !tree.done())
            break;
        if (const Done made = commitAll(repository, u"files"_s); !made)
            return made;
    }
    return tree.done();
}

} // namespace

ChangedTrees::Path ChangedTrees::make(const QString &name, Fill fill) const
{
    const QString folder = u"%1/%2-%3"_s.arg(m_folder, name).arg(kTreesVersion),
                  unfinished = folder + u".new"_s;
    if (QDir(folder).exists())
        return folder;
    QDir(unfinished).removeRecursively();
    if (!QDir().mkpath(unfinished))
        return std::unexpected(u"cannot make "_s + unfinished);
    if (const Done made = git(unfinished, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}); !made)
        return std::unexpected(made.error());
    if (const Done filled = fill(unfinished); !filled)
        return std::unexpected(filled.error());
    if (!QDir().rename(unfinished, folder))
        return std::unexpected(u"cannot rename "_s + unfinished);
    return folder;
}

ChangedTrees::Path ChangedTrees::wide() const
{
    return make(u"wide"_s, fillWide);
}
ChangedTrees::Path ChangedTrees::untracked() const
{
    return make(u"untracked"_s, fillUntracked);
}
ChangedTrees::Path ChangedTrees::committed() const
{
    return make(u"committed"_s, fillCommitted);
}
ChangedTrees::Path ChangedTrees::switched() const
{
    return make(u"switched"_s, fillSwitched);
}
ChangedTrees::Path ChangedTrees::large() const
{
    return make(u"large"_s, fillLarge);
}

bool ChangedTrees::unstageAll(const QString &repository)
{
    return git(repository, {u"reset"_s, u"-q"_s}).has_value();
}
