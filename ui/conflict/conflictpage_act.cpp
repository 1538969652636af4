// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/conflictpage.h"
#include "ui/files/filelist.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/errorbanner.h"

using namespace Qt::StringLiterals;

bool ConflictPage::mayWrite()
{
    m_error->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

QList<QByteArray> ConflictPage::chosen() const
{
    return m_open->selectedPaths();
}

// What was composed of the file that is being left.
void ConflictPage::keepText()
{
    if (!m_result->shown())
        return;
    const QByteArray path = m_result->shown()->entry.path;
    if (m_result->isChanged())
        m_kept.insert(path, m_result->keep());
    else
        m_kept.remove(path);
}

void ConflictPage::chooseHere(ConflictChoice choice)
{
    if (m_parts->currentIndex() != TextPart) {
        takeWhole(choice == ConflictChoice::Ours ? Git::Side::Ours : Git::Side::Theirs);
        return;
    }
    const qsizetype current = m_result->current();
    m_result->choose(current, choice);
    for (qsizetype by = 1; by < m_result->count(); ++by) { // on to the next that is open
        const qsizetype next = (current + by) % m_result->count();
        if (m_result->state(next) == ResultEditor::State::Open) {
            m_result->goTo(next);
            return;
        }
    }
}

void ConflictPage::step(int by)
{
    if (m_result->count() > 0)
        m_result->goTo((m_result->current() + by + m_result->count()) % m_result->count());
}

void ConflictPage::takeWhole(Git::Side side)
{
    const QList<QByteArray> paths = chosen();
    if (paths.isEmpty() || !mayWrite())
        return;
    for (const QByteArray &path : paths)
        m_kept.remove(path);
    m_result->unload(); // else what was composed would count as not saved
    m_controller.takeSide(paths, side);
}

void ConflictPage::takeBothWhole()
{
    const QList<QByteArray> paths = chosen();
    if (paths.isEmpty() || !mayWrite())
        return;
    for (const QByteArray &path : paths)
        m_kept.remove(path);
    m_result->unload();
    m_controller.takeBoth(paths);
}

void ConflictPage::save(bool resolves)
{
    if (!mayWrite())
        return;
    if (m_parts->currentIndex() != TextPart) {
        m_controller.markResolved(chosen());
        return;
    }
    const auto content = m_result->content();
    if (!content) {
        m_error->setError({.kind = ErrorKind::Invalid,
                           .message = tr("A character is not in the encoding of the file."),
                           .hint = tr("The file is not UTF-8: only characters of Latin-1 can be added.")});
        m_error->show();
        return;
    }
    const ShownConflict &shown = *m_result->shown();
    m_controller.save(shown.entry.path, *content, shown.file.value_or(QByteArray()), resolves);
}

void ConflictPage::unresolve()
{
    if (!mayWrite())
        return;
    const QList<QByteArray> resolved = m_resolved->selectedPaths();
    const QList<QByteArray> paths = resolved.isEmpty() ? chosen() : resolved;
    for (const QByteArray &path : paths)
        m_kept.remove(path);
    m_result->unload();
    m_controller.unresolve(paths);
}

void ConflictPage::loadAgain()
{
    m_kept.remove(m_controller.path());
    m_result->unload();
    showFile();
    m_controller.refresh(); // what was read last may be older than what is there now
}

void ConflictPage::openMergeTool()
{
    if (!mayWrite())
        return;
    if (const auto started = m_tools.openMergeTool(m_controller.path()); !started) {
        m_error->setError(started.error());
        m_error->show();
    }
}

void ConflictPage::stopWork()
{
    keepText();
    if (!m_context.repository().canWrite())
        return;
    for (const ResultEditor::Kept &kept : std::as_const(m_kept)) {
        if (const auto content = ResultEditor::contentOf(kept))
            m_controller.save(kept.shown.entry.path, *content, kept.shown.file.value_or(QByteArray()), false);
    }
    m_kept.clear();
}
