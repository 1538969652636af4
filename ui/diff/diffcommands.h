// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"
#include "ui/diff/diffview.h"

#include <QAction>

/// The commands of a page that say how its differences are shown. What is chosen is kept in the settings and
/// holds for all pages.
class DiffCommands final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    struct Declared
    {
        QString id, text;
        QKeySequence shortcut;
    };
    /// All of them, for a page that is not made yet.
    static QList<Declared> declared(const QString &area);

    /// area: what the commands' ids begin with. settings may be null: nothing is kept. Both outlive this.
    DiffCommands(DiffView &view, Settings *settings, const QString &area, const AddCommand &add,
                 QObject *parent);

    /// Adds those that ask for lines that are not shown; the page then answers DiffView::contextWanted().
    void addContext(const QString &area, const AddCommand &add);

    bool ignoresWhitespace() const { return m_view.look().ignoresWhitespace; }

Q_SIGNALS:
    void whitespaceIgnored(bool isIgnored); ///< read the files again

private:
    void addChoice(const Declared &command, const AddCommand &add, bool DiffLook::*member,
                   const SettingKey<bool> &key);
    void show(bool DiffLook::*member, bool isOn);

    DiffView &m_view;
    Settings *m_settings;
};
