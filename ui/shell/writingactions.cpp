// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/writingactions.h"

#include "ui/widgets/plainlabel.h"
#include "workspace/repositorycontroller.h"

#include <QActionGroup>
#include <QShortcut>

QString writeProblem(const RepositoryController &repository)
{
    if (!repository.isTrusted())
        return WritingActions::tr("This repository is not trusted, so nothing is changed in it");
    return repository.info().readOnlyReasons.value(0);
}

WritingActions::WritingActions(RepositoryController &repository, QWidget *page)
    : QObject(page)
    , m_repository(repository)
    , m_page(page)
    , m_group(new QActionGroup(this))
    , m_problem(writeProblem(repository))
{
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    m_group->setEnabled(m_problem.isEmpty());
    for (const auto news : {&RepositoryController::infoChanged, &RepositoryController::trustChanged})
        connect(&repository, news, this, &WritingActions::apply);
}

void WritingActions::add(QAction *action)
{
    auto *key = new QShortcut(m_page);
    key->setContext(action->shortcutContext());
    m_parts.insert(action, {action->toolTip() == action->iconText() ? QString() : action->toolTip(), key});
    m_group->addAction(action);
    connect(key, &QShortcut::activated, this, &WritingActions::refused);
    connect(action, &QAction::changed, this, [this, action] { show(action); });
    connect(action, &QObject::destroyed, this, [this, action] { m_parts.remove(action); });
    show(action);
}

// A disabled action's key is free.
void WritingActions::show(QAction *action)
{
    const auto &[toolTip, key] = m_parts[action];
    key->setEnabled(!m_problem.isEmpty());
    if (key->key() != action->shortcut())
        key->setKey(action->shortcut());
    const QString wanted = m_problem.isEmpty() ? toolTip : plainToolTip(m_problem);
    if (action->toolTip() != (wanted.isEmpty() ? action->iconText() : wanted))
        action->setToolTip(wanted);
}

void WritingActions::apply()
{
    const QString problem = writeProblem(m_repository);
    if (std::exchange(m_problem, problem) == problem)
        return;
    m_group->setEnabled(problem.isEmpty());
    for (QAction *action : m_group->actions())
        show(action);
    Q_EMIT problemChanged();
}
