// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/transferreport.h"

#include "base/secrets.h"
#include "base/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// As git writes it, which is the same in every language.
QString phaseName(Git::TransferPhase phase)
{
    switch (phase) {
    case Git::TransferPhase::Other:
        return {};
    case Git::TransferPhase::Enumerating:
        return u"enumerating"_s;
    case Git::TransferPhase::Counting:
        return u"counting"_s;
    case Git::TransferPhase::Compressing:
        return u"compressing"_s;
    case Git::TransferPhase::Receiving:
        return u"receiving"_s;
    case Git::TransferPhase::Unpacking:
        return u"unpacking"_s;
    case Git::TransferPhase::Resolving:
        return u"resolving"_s;
    case Git::TransferPhase::Writing:
        return u"writing"_s;
    case Git::TransferPhase::Checking:
        return u"checking"_s;
    case Git::TransferPhase::Updating:
        return u"updating"_s;
    case Git::TransferPhase::Filtering:
        return u"filtering"_s;
    }
    return {};
}

} // namespace

void ProgressNotes::take(const Git::TransferProgress &progress)
{
    if (!progress.words.isEmpty()) {
        const QString words = maskSecrets(displayText(progress.words));
        if (!m_out.isJson())
            m_out.note(words);
        return;
    }
    const QString phase = phaseName(progress.phase);
    const qint64 tenth = progress.total > 0 ? progress.done * 10 / progress.total : 0;
    if (phase.isEmpty() || (phase == m_phase && tenth == m_tenth && !progress.isDone))
        return;
    m_phase = phase;
    m_tenth = tenth;
    if (m_out.isJson())
        m_out.note(QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"progress"_s, QJsonObject{{u"phase"_s, phase},
                                                                  {u"done"_s, progress.done},
                                                                  {u"total"_s, progress.total},
                                                                  {u"bytes"_s, progress.bytes}}}})
                .toJson(QJsonDocument::Compact)));
    else
        m_out.note(progress.total > 0 ? u"%1 %2/%3"_s.arg(phase, QString::number(progress.done),
                                                          QString::number(progress.total))
                                      : u"%1 %2"_s.arg(phase, QString::number(progress.done)));
}

} // namespace Cli
