// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffcommands.h"

#include "settings/diffsettings.h"

using namespace Qt::StringLiterals;

namespace {

QKeySequence controlShift(Qt::Key key)
{
    return QKeySequence(int(Qt::CTRL) | int(Qt::SHIFT) | key);
}

} // namespace

QList<DiffCommands::Declared> DiffCommands::declared(const QString &area)
{
    return {{area + u".sideBySide"_s, tr("Side by side"), controlShift(Qt::Key_D)},
            {area + u".wrapLines"_s, tr("Wrap long lines"), controlShift(Qt::Key_L)},
            {area + u".showWhitespace"_s, tr("Show whitespace"), controlShift(Qt::Key_Y)},
            {area + u".ignoreWhitespace"_s, tr("Ignore whitespace"), controlShift(Qt::Key_I)},
            {area + u".moreContext"_s, tr("Show more lines"), controlShift(Qt::Key_E)},
            {area + u".wholeFile"_s, tr("Show the whole file"), controlShift(Qt::Key_G)}};
}

DiffCommands::DiffCommands(DiffView &view, Settings *settings, const QString &area, const AddCommand &add,
                           QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_settings(settings)
{
    const QList<Declared> all = declared(area);
    addChoice(all[0], add, &DiffLook::isSplit, SettingKeys::diffIsSplit);
    addChoice(all[1], add, &DiffLook::wraps, SettingKeys::diffWraps);
    addChoice(all[2], add, &DiffLook::showsWhitespace, SettingKeys::diffShowsWhitespace);
}

void DiffCommands::addContext(const QString &area, const AddCommand &add)
{
    const QList<Declared> all = declared(area);
    addChoice(all[3], add, &DiffLook::ignoresWhitespace, SettingKeys::diffIgnoresWhitespace);
    m_view.setOffersContext(true);
    connect(add(all[4].id, all[4].text, all[4].shortcut), &QAction::triggered, &m_view,
            &DiffView::showMoreContext);
    connect(add(all[5].id, all[5].text, all[5].shortcut), &QAction::triggered, &m_view,
            &DiffView::showWholeFile);
}

void DiffCommands::addChoice(const Declared &command, const AddCommand &add, bool DiffLook::*member,
                             const SettingKey<bool> &key)
{
    QAction *action = add(command.id, command.text, command.shortcut);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, member, &key](bool isOn) {
        show(member, isOn);
        if (m_settings)
            m_settings->setValue(key, isOn);
    });
    if (!m_settings)
        return;
    action->setChecked(m_settings->value(key));
    connect(m_settings, &Settings::changed, action, [this, action, &key](const QString &name) {
        if (name == QLatin1StringView(key.name))
            action->setChecked(m_settings->value(key));
    });
}

void DiffCommands::show(bool DiffLook::*member, bool isOn)
{
    DiffLook look = m_view.look();
    look.*member = isOn;
    m_view.setLook(look);
    if (member == &DiffLook::ignoresWhitespace)
        Q_EMIT whitespaceIgnored(isOn);
}
