// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/interrupt.h"
#include "app/cli/text.h"
#include "base/secrets.h"
#include "base/text.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/remote/clone.h"
#include "git/remote/remotes.h"

#include <QDir>
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

/// Tells every tenth of each phase on standard error, and what is no progress as it comes.
class ProgressNotes
{
public:
    explicit ProgressNotes(Output &out)
        : m_out(out)
    {}

    void take(const Git::TransferProgress &progress)
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

private:
    Output &m_out;
    QString m_phase;
    qint64 m_tenth = -1;
};

/// Git would take the path of a local repository from the folder it runs in, which is not ours.
QByteArray addressOf(const QString &word)
{
    const QByteArray address = word.toUtf8();
    const auto parsed = Git::parseRemoteUrl(address);
    const bool isPath = parsed && parsed->scheme == Git::RemoteScheme::File && parsed->path == address;
    return isPath ? QDir::current().absoluteFilePath(word).toUtf8() : address;
}

class CloneCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"clone"_s,
                .summary = Text::tr("Clone a repository"),
                .positional = u"ADDRESS [FOLDER]"_s,
                .positionalMaximum = 2,
                .options = {{u"branch"_s, u"NAME"_s, Text::tr("check this branch out")},
                            {u"depth"_s, u"COUNT"_s, Text::tr("only the newest commits")}},
                .details =
                    Text::tr("FOLDER is made, or is empty; without it the address names it. What fails "
                             "or is interrupted leaves nothing.\nNobody is asked for passwords: "
                             "credential helpers and the SSH agent answer. Progress goes to standard "
                             "error, with --json as one object a line."),
                .examples = {u"ai-cli clone https://example.org/team/project.git"_s,
                             u"ai-cli clone git@example.org:team/project.git src/project --depth 1"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.positional.isEmpty())
            return out.failUsage(Text::tr("clone takes an address"));
        bool isNumber = true;
        const int depth = arguments.has(u"depth"_s) ? arguments.value(u"depth"_s).toInt(&isNumber) : 0;
        if (!isNumber || (arguments.has(u"depth"_s) && depth < 1))
            return out.failUsage(Text::tr("--depth takes a number of commits from 1 on"));
        const QByteArray address = addressOf(arguments.positional.first());
        const QString name = arguments.positional.value(1, QString::fromUtf8(Git::cloneNameOf(address)));
        if (const auto checked = Git::parseNewRemoteUrl(address); !checked)
            return out.fail(checked.error());
        if (name.isEmpty())
            return out.failUsage(Text::tr("The address does not name a folder: say which one"));
        const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(name));
        return clone({.url = address,
                      .folder = QFile::encodeName(folder),
                      .branch = arguments.value(u"branch"_s).toUtf8(),
                      .depth = depth,
                      .access = {}},
                     folder, services, out);
    }

private:
    static int clone(const Git::CloneRequest &request, const QString &folder, const Services &services,
                     Output &out)
    {
        const Interrupt interrupt;
        ProgressNotes notes(out);
        const auto cloned = Git::clone(
            services.processes, request,
            [&notes](const Git::TransferProgress &progress) { notes.take(progress); }, interrupt.token());
        if (!cloned)
            return out.fail(cloned.error());
        const auto info = Git::openRepository(folder);
        if (!info)
            return out.fail(info.error());
        const auto refs = Git::readRefs(info->location, {});
        if (!refs)
            return out.fail(refs.error());
        const Git::Head &head = refs->head;
        if (out.isJson())
            out.printJson(
                {{u"cloned"_s, folder},
                 {u"address"_s, Git::displayUrl(request.url)},
                 {u"branch"_s, displayText(head.branch)},
                 {u"head"_s, head.target.isNull() ? QJsonValue() : QJsonValue(head.target.text())}});
        else
            //: %1: a path
            out.print(Text::tr("Cloned into %1").arg(folder));
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeCloneCommand()
{
    return std::make_unique<CloneCommand>();
}

} // namespace Cli
