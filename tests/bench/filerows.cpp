// SPDX-License-Identifier: GPL-3.0-or-later
// Rows about one file: blame and history.
#include "historyrows.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr double kLikeGit = 1.2; // of git's own time
constexpr double kOneFrame = 16; // milliseconds

// The time to the first result instead of that to the end.
void startOnly(Figures *ours, Figures *gits)
{
    ours->wall = ours->told[u"firstMilliseconds"_s].toDouble();
    gits->wall = gits->first;
    ours->cpu = gits->cpu = -1;
}

QList<QByteArray> filesOf(const QString &repository)
{
    const auto listed =
        runGit(repository, {u"ls-tree"_s, u"-r"_s, u"-z"_s, u"--name-only"_s, u"--full-tree"_s, u"HEAD"_s});
    QList<QByteArray> files = listed ? listed->split('\0') : QList<QByteArray>();
    files.removeAll(QByteArray());
    return files;
}

QString mostChangedFile(const QString &repository)
{
    const auto changed = runGit(repository, {u"log"_s, u"-z"_s, u"--no-merges"_s, u"--name-only"_s,
                                             u"--format="_s, u"-n"_s, u"20000"_s});
    if (!changed)
        return {};
    QHash<QByteArray, int> counts;
    for (const QByteArray &path : changed->split('\0'))
        ++counts[path];
    QByteArray best;
    for (const QByteArray &path : filesOf(repository)) {
        if (counts.value(path) > counts.value(best))
            best = path;
    }
    return QFile::decodeName(best);
}

} // namespace

// The project, where the start of a process is nearly all there is, and the large histories.
QList<HistoryRows::Subject> HistoryRows::subjects()
{
    QList<Subject> subjects{{m_setup.project, mostChangedFile(m_setup.project), {}}};
    for (const quint32 commits : std::as_const(m_setup.sizes)) {
        const QString path = commits > 1'000'000 ? QString() : repository({.commits = commits});
        const QList<QByteArray> files = path.isEmpty() ? QList<QByteArray>() : filesOf(path);
        if (!files.isEmpty())
            subjects +=
                {path, QFile::decodeName(files[files.size() / 2]), u", %1 commits"_s.arg(grouped(commits))};
    }
    return subjects;
}

void HistoryRows::measureFile(const QString &what, const QString &probed, const QStringList &gits,
                              const QString &peerName)
{
    const QString bar = u"at most 1.2 times git's own, or a frame more"_s;
    for (const Subject &subject : subjects()) {
        if (subject.file.isEmpty()) {
            addFailed(what, bar, u"%1 is no repository with a file"_s.arg(subject.repository));
            continue;
        }
        Contestant peer = git(subject.repository, gits + QStringList{u"--"_s, subject.file});
        peer.use = OutputUse::Timed;
        const QList<Figures> figures =
            compete({probe({probed, subject.repository, subject.file}), peer}, m_setup.runs);
        Figures ours = figures[0], peers = figures[1];
        startOnly(&ours, &peers);
        // Where git needs 2 ms, nobody sees whether it is 3; where it needs seconds, a fifth more is a lot.
        const double factor = peers.wall > 0 ? std::max(kLikeGit, 1 + kOneFrame / peers.wall) : kLikeGit;
        addRace(what + subject.name, bar, ours, peerName, peers, factor);
    }
}

void HistoryRows::measureBlame()
{
    measureFile(u"first lines of blame"_s, u"blame"_s, {u"blame"_s, u"--incremental"_s, u"HEAD"_s},
                u"git blame --incremental HEAD"_s);
}

void HistoryRows::measureFileHistory()
{
    measureFile(u"first rows of a file's history"_s, u"filehistory"_s,
                {u"log"_s, u"--follow"_s, u"--name-status"_s, u"--format=%H %an %ad %s"_s},
                u"git log --follow"_s);
}
