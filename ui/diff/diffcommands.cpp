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

DiffCommands::DiffCommands(DiffView &view, Settings *settings, const QString &area, const AddCommand &add,
                           QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_settings(settings)
{
    addChoice(area + u".sideBySide"_s, tr("Side by side"), controlShift(Qt::Key_D), add, &DiffLook::isSplit,
              SettingKeys::diffIsSplit);
    addChoice(area + u".wrapLines"_s, tr("Wrap long lines"), controlShift(Qt::Key_L), add, &DiffLook::wraps,
              SettingKeys::diffWraps);
    addChoice(area + u".showWhitespace"_s, tr("Show whitespace"), controlShift(Qt::Key_Y), add,
              &DiffLook::showsWhitespace, SettingKeys::diffShowsWhitespace);
}

void DiffCommands::addContext(const QString &area, const AddCommand &add)
{
    addChoice(area + u".ignoreWhitespace"_s, tr("Ignore whitespace"), controlShift(Qt::Key_I), add,
              &DiffLook::ignoresWhitespace, SettingKeys::diffIgnoresWhitespace);
    m_view.setOffersContext(true);
    connect(add(area + u".moreContext"_s, tr("Show more lines"), controlShift(Qt::Key_E)),
            &QAction::triggered, &m_view, &DiffView::showMoreContext);
    connect(add(area + u".wholeFile"_s, tr("Show the whole file"), controlShift(Qt::Key_G)),
            &QAction::triggered, &m_view, &DiffView::showWholeFile);
}

void DiffCommands::addChoice(const QString &id, const QString &text, const QKeySequence &keys,
                             const AddCommand &add, bool DiffLook::*member, const SettingKey<bool> &key)
{
    QAction *action = add(id, text, keys);
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
