// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/personedit.h"

#include "base/text.h"
#include "workspace/people.h"

#include <QCompleter>
#include <QStringListModel>

PersonEdit::PersonEdit(People &people, QWidget *parent)
    : QLineEdit(parent)
    , m_people(people)
    , m_names(new QStringListModel(this))
{
    setPlaceholderText(tr("Name <address>"));
    auto *completer = new QCompleter(m_names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
    connect(&people, &People::changed, this, &PersonEdit::offer);
    offer();
}

void PersonEdit::offer()
{
    QStringList names;
    for (const Git::Person &person : m_people.all()) {
        const QString name = Drafting::personText(person);
        if (!hasHiddenCharacters(name))
            names += name;
    }
    m_names->setStringList(names);
}

std::optional<Git::Person> PersonEdit::person() const
{
    return Drafting::parsePerson(text());
}

void PersonEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    m_people.load();
}
