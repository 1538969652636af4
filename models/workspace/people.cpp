// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/people.h"

#include "git/work/identity.h"

People::People(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
    , m_self(this, repository.services().longReads)
{}

void People::load()
{
    const Git::ObjectId tip = m_repository.refs().head.target;
    if (m_repository.state() != PageState::Ready || m_tip == tip)
        return;
    m_tip = tip;
    m_read.start(
        [where = m_repository.location(), tip](const CancelToken &cancel) {
            return Drafting::readPeople(where, tip, kCommits, cancel);
        },
        [this](Result<QList<Git::Person>> people) {
            if (!people) {
                m_tip.reset(); // whoever asks next has it read again
                return;
            }
            m_all = *std::move(people);
            Q_EMIT changed();
        });
}

void People::readSelf()
{
    m_self.start(
        [git = m_repository.program()](const CancelToken &cancel) { return Git::readIdentity(git, cancel); },
        [this](const Result<Git::Person> &person) {
            if (person)
                Q_EMIT selfRead(*person);
            else
                Q_EMIT failed(person.error());
        });
}
