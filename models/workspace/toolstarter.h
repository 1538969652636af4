// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "git/types.h"
#include "settings/programsettings.h"
#include "workspace/editorchoice.h"
#include "workspace/externalprogram.h"
#include "workspace/repositorycontroller.h"

/// Starts the user's editor, difference tool and terminal on what is in a repository, and does not wait for
/// them. Only with trust: what is started is named by configuration too. GUI thread only.
class ToolStarter final : public QObject
{
    Q_OBJECT

public:
    using Start = std::function<bool(const ExternalCommand &command)>;

    /// start: nothing to start it for real. repository must outlive this.
    explicit ToolStarter(RepositoryController &repository, Start start = {}, QObject *parent = nullptr);

    struct File
    {
        QByteArray path;      ///< repository-relative
        Git::ObjectId commit; ///< null: the work tree
        Git::ObjectId older;  ///< what it is compared with; null: the commit before, or what is staged
        bool isStaged = false;
        qsizetype line = 0; ///< 0-based
    };

    /// See EditorChoice. Where that takes looking around, success only says that somebody looks.
    Result<void> openEditor(const File &file);
    /// By `git difftool`, as configured; then ran() or failed().
    Result<void> openDifference(const File &file);
    /// By `git mergetool`, as configured; it stages what it takes for resolved; then ran() or failed(). path:
    /// in conflict.
    Result<void> openMergeTool(const QByteArray &path);
    Result<void> openTerminal(const QByteArray &folder = {}); ///< repository-relative; empty: the top

Q_SIGNALS:
    void failed(const Error &error); ///< what was looked for later, or how a tool of git ended
    void ran();                      ///< a tool of git runs for a second, or did what it should

private:
    Result<QString> pathOf(const QByteArray &path) const; ///< absolute
    QString workTree() const;
    static std::unexpected<Error> denied();
    Result<void> startEditor(Result<EditorChoice::Editor> editor);
    Result<void> start(Result<QStringList> words, const QString &folder);
    Result<void> startGitTool(const QStringList &words);
    void finishGitTool(const QString &name, int exitCode, const QByteArray &output);
    QString setting(const SettingKey<QString> &key) const;

    RepositoryController &m_repository;
    bool m_isReal;
    Start m_start;
    LatestTask<EditorChoice::Editor> m_search;
};
