// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/commandlog/commandlogcontroller.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 2000;

bool isWithin(const QString &folder, const QByteArray &place)
{
    const QString name = QFile::decodeName(place);
    return !name.isEmpty() && (folder == name || folder.startsWith(QString(name + u'/')));
}

} // namespace

CommandLogController::CommandLogController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_log(repository.services().runLog)
{
    if (m_log)
        m_subscription = m_log->subscribe([this](const RunRecord &record) {
            // From the thread that ran it; nothing is delivered once this is gone.
            QMetaObject::invokeMethod(this, [this, record] { take(record); }, Qt::QueuedConnection);
        });
    refresh();
}

CommandLogController::~CommandLogController()
{
    if (m_log)
        m_log->unsubscribe(m_subscription);
}

bool CommandLogController::fits(const RunRecord &record) const
{
    const Git::RepoLocation &where = m_repository.location();
    if (!m_isEverywhere && !isWithin(record.folder, where.workTree) && !isWithin(record.folder, where.gitDir))
        return false;
    const QString text = commandText(record) + u'\n' + outcomeText(record) + u'\n' + record.errorTail;
    return std::ranges::all_of(m_words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void CommandLogController::refresh()
{
    if (!m_log) {
        setFailed({.kind = ErrorKind::NotFound, .message = tr("Commands are not logged here")});
        return;
    }
    QList<RunRecord> shown;
    const QList<RunRecord> all = m_log->records();
    for (auto record = all.crbegin(); record != all.crend(); ++record) {
        if (fits(*record))
            shown += *record;
    }
    for (const RunRecord &record : all)
        m_readUpTo = std::max(m_readUpTo, record.number);
    m_items.setRecords(std::move(shown));
    tellState();
}

void CommandLogController::setFilter(const QString &words, bool isEverywhere)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    m_isEverywhere = isEverywhere;
    refresh();
}

void CommandLogController::take(const RunRecord &record)
{
    if (record.number <= m_readUpTo || !fits(record))
        return;
    m_items.add(record, kMostShown);
    tellState();
}

void CommandLogController::tellState()
{
    if (m_items.rowCount() == 0)
        setEmpty();
    else
        setReady();
}
