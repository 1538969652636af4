// SPDX-License-Identifier: GPL-3.0-or-later
#include "changesrows.h"

#include "histories.h"

#include <QFile>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr double kFrame = 16, kSwitch = 50, kFirstPaint = 150, kHeader = 50; // milliseconds
constexpr double kStaging = 60, kStatus = 1.3, kIdle = 0.1;                  // ms, times, percent
const QString kStaged = u"folder0/file0.txt"_s;                              // has a hunk that is not staged

} // namespace

ChangesRows::ChangesRows(Setup setup, const ChangedTrees &trees)
    : m_setup(std::move(setup))
    , m_trees(trees)
    , m_git(QStandardPaths::findExecutable(u"git"_s))
{}

QStringList ChangesRows::groups()
{
    return {u"status"_s, u"staging"_s, u"untracked"_s, u"switching"_s, u"large"_s, u"commit"_s, u"idle"_s};
}

void ChangesRows::measure()
{
    const QHash<QString, void (ChangesRows::*)()> measures = {
        {u"status"_s, &ChangesRows::measureStatus},
        {u"staging"_s, &ChangesRows::measureStaging},
        {u"untracked"_s, &ChangesRows::measureUntracked},
        {u"switching"_s, &ChangesRows::measureSwitching},
        {u"large"_s, &ChangesRows::measureLarge},
        {u"commit"_s, &ChangesRows::measureCommit},
        {u"idle"_s, &ChangesRows::measureIdle}};
    for (const QString &group : groups()) {
        if (m_setup.only.isEmpty() || m_setup.only.contains(group))
            (this->*measures.value(group))();
    }
}

void ChangesRows::add(Row row)
{
    std::fputs(toMarkdown({row}).split('\n').value(2).append('\n').constData(), stderr);
    m_rows += std::move(row);
}

void ChangesRows::addTold(const QString &what, const QString &bar, const Figures &ours, const QString &key,
                          double allowed, const QString &unit)
{
    add(toldRow(what, bar, ours, key, allowed, unit));
}

QString ChangesRows::accepted(const ChangedTrees::Path &path, const QString &what)
{
    if (path)
        return *path;
    add({.what = what, .unmeasured = path.error(), .isImpossible = true});
    return {};
}

Contestant ChangesRows::probe(const QStringList &arguments, const QString &program) const
{
    return {.command = {.words = QStringList{m_setup.probes + u'/' + program} + arguments,
                        .folder = m_setup.probes,
                        .environment = {u"QT_QPA_PLATFORM=offscreen"_s}},
            .use = OutputUse::Kept};
}

Figures ChangesRows::use(const QString &scene, const QString &repository) const
{
    return compete({probe({scene, repository}, u"pageprobe"_s)}, std::min(m_setup.runs, 3)).first();
}

// Whole programs, ours with what starting Qt costs.
void ChangesRows::measureStatus()
{
    const QString what = u"status of 50,000 files, 500 changed"_s, path = accepted(m_trees.wide(), what);
    if (path.isEmpty() || !ChangedTrees::unstageAll(path)) // which also writes what git knows of the files
        return;
    const QStringList arguments{u"--no-optional-locks"_s, u"status"_s, u"--porcelain=v2"_s, u"-z"_s};
    const QList<Figures> figures =
        compete({probe({u"status"_s, path}, u"changesprobe"_s),
                 {.command = {.words = QStringList{m_git} + arguments, .folder = path}}},
                m_setup.runs);
    add(raceRow(what, u"at most 1.3 times git"_s, figures[0], u"git status"_s, figures[1], kStatus));
}

void ChangesRows::measureStaging()
{
    const QString what = u"staging a hunk among 50,000 files"_s, path = accepted(m_trees.wide(), what);
    if (path.isEmpty())
        return;
    const auto unstage = [path] { ChangedTrees::unstageAll(path); };
    unstage();
    const auto patch = runGit(path, {u"diff"_s, u"--"_s, kStaged});
    const QString file = path + u"/.git/measured.patch"_s;
    QFile written(file);
    if (!patch || !written.open(QFile::WriteOnly) || written.write(*patch) != patch->size()) {
        add({.what = what, .unmeasured = u"there is no patch"_s, .isImpossible = true});
        return;
    }
    written.close();
    Contestant ours = probe({u"stage"_s, path, kStaged}, u"changesprobe"_s);
    ours.before = unstage;
    const Contestant git{.command = {.words = {m_git, u"apply"_s, u"--cached"_s, file}, .folder = path},
                         .before = unstage};
    const QList<Figures> figures = compete({ours, git}, m_setup.runs);
    unstage();
    Row row = toldRow(what, u"at most 60 ms more than git"_s, figures[0], u"milliseconds"_s,
                      figures[1].wall + kStaging);
    row.peer = u"git apply --cached"_s;
    row.peers = figures[1].wall;
    row.peersCpu = figures[1].cpu;
    row.oursCpu = figures[0].told[u"cpuMilliseconds"_s].toDouble(-1);
    add(std::move(row));
}

void ChangesRows::measureUntracked()
{
    const QString what = u"30,000 untracked files"_s, path = accepted(m_trees.untracked(), what);
    if (path.isEmpty())
        return;
    const Figures figures = use(u"list"_s, path);
    addTold(u"longest block while %1 are listed"_s.arg(what), u"at most 16 ms"_s, figures,
            u"listingMilliseconds"_s, kFrame);
    addTold(u"longest block while %1 are scrolled"_s.arg(what), u"at most 16 ms"_s, figures,
            u"scrollingMilliseconds"_s, kFrame);
}

void ChangesRows::measureSwitching()
{
    const QString one = u"reading one file among 50,000"_s, wide = accepted(m_trees.wide(), one);
    if (!wide.isEmpty())
        addTold(one, u"at most 16 ms"_s,
                compete({probe({u"diff"_s, wide, kStaged}, u"changesprobe"_s)}, m_setup.runs).first(),
                u"milliseconds"_s, kFrame);
    const QString what = u"switching between files"_s, path = accepted(m_trees.switched(), what);
    if (path.isEmpty())
        return;
    const Figures figures = use(u"switch"_s, path);
    addTold(u"%1 of 300 lines, the slowest"_s.arg(what), u"repainted within 50 ms"_s, figures,
            u"switchingMilliseconds"_s, kSwitch);
    addTold(u"%1 of 300 lines, the median"_s.arg(what), u"repainted within 50 ms"_s, figures,
            u"switchingMedianMilliseconds"_s, kSwitch);
}

void ChangesRows::measureLarge()
{
    const QString what = u"a difference of 100,000 lines"_s, path = accepted(m_trees.large(), what);
    if (path.isEmpty())
        return;
    const Figures figures = use(u"switch"_s, path);
    addTold(u"%1, from the key to its first paint"_s.arg(what), u"at most 150 ms"_s, figures,
            u"switchingMilliseconds"_s, kFirstPaint);
    addTold(u"longest block with %1"_s.arg(what), u"at most 16 ms"_s, figures, u"longestBlockMilliseconds"_s,
            kFrame);
}

void ChangesRows::measureCommit()
{
    const QString what = u"a commit of 12,000 files"_s, path = accepted(m_trees.committed(), what);
    if (path.isEmpty())
        return;
    const Figures figures = use(u"commit"_s, path);
    addTold(u"header of %1, from the key to its paint"_s.arg(what), u"at most 50 ms"_s, figures,
            u"headerMilliseconds"_s, kHeader);
    addTold(u"first files of %1"_s.arg(what), u"none"_s, figures, u"firstFilesMilliseconds"_s, -1);
    addTold(u"all files of %1"_s.arg(what), u"none"_s, figures, u"allFilesMilliseconds"_s, -1);
    addTold(u"longest block with %1"_s.arg(what), u"at most 16 ms"_s, figures, u"longestBlockMilliseconds"_s,
            kFrame);
}

void ChangesRows::measureIdle()
{
    const QString what = u"CPU while nobody does anything"_s, path = accepted(m_trees.switched(), what);
    if (!path.isEmpty())
        addTold(what, u"0 %"_s, use(u"idle"_s, path), u"idlePercent"_s, kIdle, u"%"_s);
}
