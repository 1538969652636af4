// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shortcutbook.h"

#include "workspace/services.h"

#include <QDialog>

class QFormLayout;

/// The personal settings: how things look, which programs are started, the keys. What is changed holds at
/// once, but for the language.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// services, with settings in them, outlive this.
    PreferencesDialog(const WorkspaceServices &services, const ShortcutBook &book, QWidget *parent = nullptr);

private:
    QWidget *makeAppearance();
    void addLanguageChoice(QFormLayout *form);
    QWidget *makeShortcuts(const ShortcutBook &book);
    void addDiffChoice(QFormLayout *form, const QString &label, const SettingKey<bool> &key,
                       const QString &text);

    Settings &m_settings;
};
