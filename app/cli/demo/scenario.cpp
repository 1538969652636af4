// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo/scenario.h"

#include "app/cli/demo/fastimport.h"
#include "app/cli/demo/timeline.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Files = QMap<QByteArray, QByteArray>;

const QByteArray kEnvironments[] = {"dev"_ba, "staging"_ba, "production"_ba};

Files readResources(const QString &root)
{
    Files files;
    QDirIterator each(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(file.fileName().sliced(root.size() + 1).toUtf8(), file.readAll());
    }
    return files;
}

qint64 secondsOf(int day, int minute)
{
    return QDateTime(QDate(2025, 11, 17), QTime(8, 0), QTimeZone::UTC).toSecsSinceEpoch() + day * 86'400LL +
           minute * 60;
}

/// Everything that happens, in the order of time.
class Story
{
public:
    Story()
        : m_all(readResources(u":/demo/files"_s))
    {
        m_main.ref = "refs/heads/main";
    }

    Scenario tell()
    {
        begin();
        for (const Release &release : releases())
            plan(release);
        for (const Remark &remark : remarks())
            plan(remark);
        for (const Topic &topic : topics())
            plan(topic);
        std::ranges::stable_sort(m_events, {}, &Event::seconds);
        for (const Event &event : std::as_const(m_events))
            event.happen(event.seconds);
        end();
        return {m_import.stream(), stagedFiles(), unstagedFiles()};
    }

private:
    struct Event
    {
        qint64 seconds = 0;
        std::function<void(qint64)> happen;
    };

    void begin()
    {
        int minute = 0;
        for (const Opening &opening : openings()) {
            const Files before = m_main.files;
            for (const auto &[path, content] : m_all.asKeyValueRange()) {
                if (path.startsWith(opening.prefix))
                    m_main.files.insert(path, content);
            }
            m_import.commit(m_main, before, opening.author, secondsOf(0, minute += 17), opening.message);
        }
    }

    void edit(Files &files, const Edit &edit)
    {
        QByteArray &content = files[edit.path];
        if (edit.before.isEmpty()) {
            content = edit.after;
            return;
        }
        Q_ASSERT_X(content.contains(edit.before), "demo", edit.path.constData());
        content.replace(edit.before, edit.after);
    }

    void commitOnMain(const QList<Edit> &edits, const ImportAuthor &author, qint64 seconds,
                      const QByteArray &message)
    {
        const Files before = m_main.files;
        for (const Edit &each : edits)
            edit(m_main.files, each);
        m_import.commit(m_main, before, author, seconds, message);
    }

    void plan(const Release &release)
    {
        for (int at = 0; at < 3; ++at) {
            if (release.days[at] < 0)
                continue;
            m_events +=
                {secondsOf(release.days[at], release.minute + 37 * at), [this, release, at](qint64 seconds) {
                     const QByteArray &environment = kEnvironments[at];
                     commitOnMain(release.edits(environment), release.author(at), seconds,
                                  release.message(environment));
                 }};
        }
    }

    void plan(const Remark &remark)
    {
        m_events +=
            {secondsOf(remark.day, 200), [this, remark](qint64 seconds) {
                 commitOnMain(remark.edits, remark.author, seconds, remark.message);
                 if (remark.isPushed)
                     m_pushed = m_main.mark;
                 if (!remark.tag.isEmpty())
                     m_import.tag(remark.tag, m_main.mark, remark.author, seconds, "Quarterly baseline"_ba);
             }};
    }

    void plan(const Topic &topic)
    {
        const auto branch = std::make_shared<ImportBranch>();
        const auto edits = std::make_shared<QList<Edit>>();
        for (int at = 0; at < topic.steps.size(); ++at) {
            m_events += {secondsOf(topic.day + at, 310), [this, topic, branch, edits, at](qint64 seconds) {
                             if (at == 0)
                                 *branch = {"refs/heads/" + topic.branch, m_main.mark, m_main.files};
                             const Files before = branch->files;
                             for (const Edit &each : topic.steps[at].edits) {
                                 edit(branch->files, each);
                                 *edits += each;
                             }
                             m_import.commit(*branch, before, topic.author, seconds, topic.steps[at].message);
                         }};
        }
        if (topic.mergeDay < 0)
            return;
        m_events += {secondsOf(topic.mergeDay, 330), [this, topic, branch, edits](qint64 seconds) {
                         const Files before = m_main.files;
                         for (const Edit &each : std::as_const(*edits))
                             edit(m_main.files, each);
                         m_import.commit(m_main, before, maintainer(), seconds,
                                         "Merge branch '" + topic.branch + "'", branch->mark);
                         m_merged += branch->ref;
                     }};
    }

    void end()
    {
        m_import.pointRef("refs/remotes/origin/main", m_pushed);
        for (const QByteArray &ref : std::as_const(m_merged))
            m_import.deleteRef(ref);
    }

    Files stagedFiles() const
    {
        Files files;
        for (const Edit &each : stagedEdits())
            files[each.path] = QByteArray(m_main.files[each.path]).replace(each.before, each.after);
        return files;
    }

    Files unstagedFiles() const
    {
        Files files;
        for (const Edit &each : unstagedEdits()) {
            files[each.path] = each.before.isEmpty()
                                   ? each.after
                                   : QByteArray(m_main.files[each.path]).replace(each.before, each.after);
        }
        return files;
    }

    const Files m_all;
    FastImport m_import;
    ImportBranch m_main;
    QList<Event> m_events;
    QList<QByteArray> m_merged;
    int m_pushed = 0;
};

} // namespace

} // namespace Cli

// Resources of a static library have to be asked for, outside of any namespace.
static void initializeDemoResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace Cli {

Scenario makeScenario()
{
    initializeDemoResources();
    return Story().tell();
}

} // namespace Cli
