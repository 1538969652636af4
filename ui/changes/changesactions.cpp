// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"
#include "ui/changes/commitbox.h"
#include "ui/diff/diffcommands.h"
#include "ui/files/filelist.h"
#include "ui/image/imagepane.h"
#include "ui/shell/repositorycontext.h"
#include "ui/shell/writingactions.h"
#include "ui/widgets/errorbanner.h"

using namespace Qt::StringLiterals;

void ChangesPage::addExtras()
{
    openCommandGroup(tr("Commit options"));
    m_box->addCommands([this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    });
    closeCommandGroup();
}

void ChangesPage::addDiffCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    addCommandSeparator();
    openCommandGroup(tr("Differences"));
    auto *look = new DiffCommands(*m_diff, m_context.services().settings, u"changes"_s, add, this);
    look->addContext(u"changes"_s, add);
    closeCommandGroup();
    m_controller.ignoreWhitespace(look->ignoresWhitespace());
    connect(look, &DiffCommands::whitespaceIgnored, &m_controller, &ChangesController::ignoreWhitespace);
    connect(m_diff, &DiffView::contextWanted, &m_controller, &ChangesController::widenContext);
    connect(m_diff, &DiffView::linesNotActedOn, this, [this] {
        m_context.showMessage(
            tr("Git takes this file for binary, so it is taken as a whole: by its header or "
               "in the list."));
    });
}

bool ChangesPage::mayWrite()
{
    m_error->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

// Off where nothing can be changed, as the buttons and entries are.
void ChangesPage::connectWriting()
{
    for (QAction *action :
         {m_stage, m_unstage, m_discard, m_stageAll, m_unstageAll, m_discardAll, m_stash, m_undo, m_commit})
        m_writing->add(action);
    connect(m_writing, &WritingActions::problemChanged, this, &ChangesPage::offerActions);
    connect(m_writing, &WritingActions::refused, &m_context, &RepositoryContext::requestTrust);
}

void ChangesPage::offerActions()
{
    const QString &problem = m_writing->problem();
    if (m_diffSide == ChangeSide::Staged) {
        m_diff->setActions(
            {{.id = u"unstage"_s,
              .text = tr("Unstage hunk"),
              .shortcut = m_unstage->shortcut(),
              .linesText =
                  [](qsizetype count) { return tr("Unstage %n line(s)", nullptr, static_cast<int>(count)); },
              .fileText = tr("Unstage file"),
              .problem = problem}});
        return;
    }
    m_diff->setActions(
        {{.id = u"stage"_s,
          .text = tr("Stage hunk"),
          .shortcut = m_stage->shortcut(),
          .linesText =
              [](qsizetype count) { return tr("Stage %n line(s)", nullptr, static_cast<int>(count)); },
          .fileText = tr("Stage file"),
          .problem = problem},
         {.id = u"discard"_s,
          .text = tr("Discard hunk"),
          .shortcut = m_discard->shortcut(),
          .linesText =
              [](qsizetype count) { return tr("Discard %n line(s)", nullptr, static_cast<int>(count)); },
          .fileText = tr("Discard file"),
          .isDestructive = true,
          .problem = problem}});
}

void ChangesPage::showDiff()
{
    m_diffSide = m_controller.side();
    offerActions();
    const Error &error = m_controller.diffError();
    m_diff->setEmptyText(!error.message.isEmpty() ? error.message
                         : badge() > 0            ? tr("No differences to show")
                                                  : tr("Nothing to commit, the work tree is clean"));
    m_diff->setFiles(m_controller.diff());
    m_images->follow();
}

// A key acts on what has the focus: chosen files in a list, lines or the hunk in the difference.
void ChangesPage::act(const QString &id)
{
    if (m_diff->hasFocus()) {
        m_diff->triggerAction(id);
        return;
    }
    if (!m_unstaged->hasFocus() && !m_staged->hasFocus())
        return;
    const ChangeSide side = id == "unstage"_L1 ? ChangeSide::Staged : ChangeSide::Unstaged;
    const QList<QByteArray> paths = listOf(side)->selectedPaths();
    if (paths.isEmpty() || !mayWrite())
        return;
    if (id == "stage"_L1)
        m_controller.stage(paths);
    else if (id == "unstage"_L1)
        m_controller.unstage(paths);
    else
        m_controller.discard(paths);
}

void ChangesPage::actOnDiff(const QString &id, int fileIndex, const QSet<qsizetype> &lines)
{
    // Lines of a staged difference mean nothing to staging and discarding, nor the other way round.
    if ((id == "unstage"_L1) != (m_diffSide == ChangeSide::Staged)) {
        m_context.showMessage(id == "unstage"_L1 ? tr("These changes are not staged")
                              : id == "stage"_L1
                                  ? tr("These changes are staged already")
                                  : tr("These changes are staged: unstage them to discard them"));
        return;
    }
    if (m_controller.isWhitespaceIgnored() && !lines.isEmpty()) {
        m_context.showMessage(tr("Whitespace is ignored, so these are not the lines of the file. Show it "
                                 "again to act on them, or choose the file in the list."));
        return;
    }
    if (fileIndex < 0 || fileIndex >= m_diff->files().size() || !mayWrite())
        return;
    const Diff::FileDiff &file = m_diff->files()[fileIndex];
    const bool isWhole = lines.isEmpty();
    if (id == "stage"_L1)
        isWhole ? m_controller.stage({file.path()}) : m_controller.stageLines(file, lines);
    else if (id == "unstage"_L1)
        isWhole ? m_controller.unstage({file.path()}) : m_controller.unstageLines(file, lines);
    else if (id == "discard"_L1)
        isWhole ? m_controller.discard({file.path()}) : m_controller.discardLines(file, lines);
}
