// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "settings/settings.h"
#include "workspace/editorchoice.h"
#include "workspace/services.h"

#include <QWidget>

class PlainLabel;
class QFormLayout;
class QLineEdit;

/// The editor and the terminal as templates, with the command that becomes of them, and the tools that Git
/// names.
class ProgramPreferences final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgramPreferences(const WorkspaceServices &services, QWidget *parent = nullptr);

private:
    struct Found
    {
        Result<EditorChoice::Editor> editor;
        Result<EditorChoice::GitPrograms> git;
    };

    QLineEdit *addTemplate(QFormLayout *form, const QString &label, const SettingKey<QString> &key);
    PlainLabel *addLine(QFormLayout *form, const QString &label);
    void read();
    void showEditor();
    void showTerminal();
    void showTools();

    Settings &m_settings;
    const ProcessRunner *m_runner;
    QLineEdit *m_editor, *m_terminal;
    PlainLabel *m_editorPreview, *m_terminalPreview, *m_differenceTool, *m_mergeTool;
    std::optional<Found> m_found;
    LatestTask<Found> m_read;
};
