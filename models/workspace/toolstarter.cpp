// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/toolstarter.h"

#include "base/detached.h"
#include "base/text.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

bool startForReal(const ExternalCommand &command)
{
    return startDetached(command.program, command.arguments, command.folder);
}

} // namespace

ToolStarter::ToolStarter(RepositoryController &repository, Start start, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_isReal(!start)
    , m_start(start ? std::move(start) : startForReal)
    , m_search(this, repository.services().reads)
{}

QString ToolStarter::setting(const SettingKey<QString> &key) const
{
    const Settings *settings = m_repository.services().settings;
    return settings ? settings->value(key) : key.fallback;
}

QString ToolStarter::workTree() const
{
    const Git::RepoLocation &where = m_repository.location();
    return QFile::decodeName(where.isBare() ? where.gitDir : where.workTree);
}

Result<QString> ToolStarter::pathOf(const QByteArray &path) const
{
    const QString name = QFile::decodeName(path);
    if (path.isEmpty() || QFile::encodeName(name) != path)
        return fail(ErrorKind::Invalid,
                    tr("%1 cannot be given to another program by name.").arg(displayPath(path)));
    const QString whole = workTree() + u'/' + name;
    if (!QFileInfo::exists(whole))
        return fail(ErrorKind::NotFound, tr("%1 is not in the work tree.").arg(displayPath(path)));
    return whole;
}

std::unexpected<Error> ToolStarter::denied()
{
    return fail(ErrorKind::Denied, tr("Programs are started once the repository is trusted."));
}

Result<void> ToolStarter::start(Result<QStringList> words, const QString &folder)
{
    if (!m_repository.isTrusted())
        return denied();
    if (!words)
        return std::unexpected(words.error());
    const auto command = ExternalPrograms::commandOf(*words, folder);
    if (!command)
        return std::unexpected(command.error());
    if (!m_start(*command))
        return fail(ErrorKind::External, tr("%1 could not be started.").arg(command->program));
    return {};
}

// Git looks for the tool itself, and is the only one who knows that there is none.
Result<void> ToolStarter::startGitTool(const QStringList &words)
{
    if (!m_isReal)
        return start(words, workTree());
    if (!m_repository.isTrusted())
        return denied();
    const auto command = ExternalPrograms::commandOf(words, workTree());
    if (!command)
        return std::unexpected(command.error());
    auto *isOver = new QTimer(this); // while it is there the tool counts as started
    isOver->setSingleShot(true);
    connect(isOver, &QTimer::timeout, this, &ToolStarter::ran);
    const QString name = words.value(0) + u' ' + words.value(2);
    const bool isStarted = startWatched(command->program, command->arguments, command->folder, this,
                                        [this, name, isOver](int exitCode, const QByteArray &output) {
                                            const bool isEarly = isOver->isActive();
                                            delete isOver;
                                            if (exitCode != 0)
                                                finishGitTool(name, exitCode, output);
                                            else if (isEarly)
                                                Q_EMIT ran();
                                        });
    if (!isStarted) {
        delete isOver;
        return fail(ErrorKind::External, tr("%1 could not be started.").arg(command->program));
    }
    isOver->start(std::chrono::seconds(1));
    return {};
}

void ToolStarter::finishGitTool(const QString &name, int exitCode, const QByteArray &output)
{
    const QByteArray said = output.trimmed();
    Q_EMIT failed({.kind = ErrorKind::External,
                   //: %1: such as "git mergetool"; %2: a number
                   .message = tr("%1 ended without success (%2).").arg(name, QString::number(exitCode)),
                   .detail = displayText(said),
                   .hint = displayText(said.sliced(said.lastIndexOf('\n') + 1)).left(300)});
}

Result<void> ToolStarter::startEditor(Result<EditorChoice::Editor> editor)
{
    if (!editor)
        return std::unexpected(editor.error());
    Result<QStringList> words = editor->words;
    if (editor->isInTerminal)
        words = ExternalPrograms::terminalWords(setting(SettingKeys::terminal), workTree(), *words);
    return start(words, workTree());
}

Result<void> ToolStarter::openEditor(const File &file)
{
    const auto path = pathOf(file.path);
    if (!path)
        return std::unexpected(path.error());
    const EditorChoice::Target target{*path, workTree(), file.line};
    if (const auto editor = EditorChoice::named(setting(SettingKeys::editor), target))
        return startEditor(*editor);
    if (!m_repository.isTrusted())
        return denied();
    m_search.start([runner = m_repository.services().runner, target](
                       const CancelToken &cancel) { return EditorChoice::found(*runner, target, cancel); },
                   [this](const Result<EditorChoice::Editor> &editor) {
                       if (const Result<void> opened = startEditor(editor); !opened)
                           Q_EMIT failed(opened.error());
                   });
    return {};
}

Result<void> ToolStarter::openMergeTool(const QByteArray &path)
{
    const QString name = QFile::decodeName(path);
    if (path.isEmpty() || QFile::encodeName(name) != path)
        return fail(ErrorKind::Invalid,
                    tr("%1 cannot be given to another program by name.").arg(displayPath(path)));
    return startGitTool(
        {u"git"_s, u"--literal-pathspecs"_s, u"mergetool"_s, u"--no-prompt"_s, u"--"_s, name});
}

Result<void> ToolStarter::openDifference(const File &file)
{
    const QString name = QFile::decodeName(file.path);
    if (file.path.isEmpty() || QFile::encodeName(name) != file.path)
        return fail(ErrorKind::Invalid,
                    tr("%1 cannot be given to another program by name.").arg(displayPath(file.path)));
    QStringList words{u"git"_s, u"--literal-pathspecs"_s, u"difftool"_s, u"--no-prompt"_s};
    if (!file.older.isNull())
        words += file.older.text();
    if (!file.commit.isNull())
        words += file.older.isNull() ? QString(file.commit.text() + u"^!"_s) : file.commit.text();
    else if (file.isStaged)
        words += u"--cached"_s;
    words += {u"--"_s, name};
    return startGitTool(words);
}

Result<void> ToolStarter::openTerminal(const QByteArray &folder)
{
    QString place = workTree();
    if (!folder.isEmpty()) {
        const auto path = pathOf(folder);
        if (!path)
            return std::unexpected(path.error());
        place = *path;
    }
    return start(ExternalPrograms::terminalWords(setting(SettingKeys::terminal), place, {}), place);
}
