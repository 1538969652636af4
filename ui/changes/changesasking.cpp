// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/changes/changespage.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kNamed = 8; // files; the others are counted

QString listOfNames(const QStringList &names)
{
    QStringList lines = names.first(std::min(kNamed, names.size()));
    if (names.size() > kNamed)
        lines += ChangesPage::tr("and %n more", nullptr, static_cast<int>(names.size() - kNamed));
    return lines.join(u'\n');
}

} // namespace

void ChangesPage::connectAsking()
{
    connect(&m_controller, &ChangesController::largeFilesFound, this, &ChangesPage::askLargeFiles);
    connect(&m_controller, &ChangesController::lineEndsRefused, this, &ChangesPage::askLineEnds);
    connect(&m_controller, &ChangesController::discardAllPlanned, this, &ChangesPage::askDiscardAll);
    connect(m_discardAll, &QAction::triggered, this, [this] {
        if (mayWrite())
            m_controller.planDiscardAll();
    });
}

void ChangesPage::ask(const QString &title, const QString &text, const QString &action,
                      const std::function<void()> &whenYes)
{
    auto *dialog = new ConfirmDialog(title, text, action, this);
    connect(dialog, &QDialog::accepted, this, whenYes);
    dialog->open();
}

void ChangesPage::askLargeFiles(const QList<Git::LargeFile> &files, const QList<QByteArray> &paths)
{
    QStringList names;
    for (const Git::LargeFile &file : files)
        names += displayPath(file.path) + u"   "_s + QLocale().formattedDataSize(file.size);
    const int count = static_cast<int>(files.size());
    ask(tr("Large files"),
        tr("%n file(s) would make the repository larger for good, for everybody who clones it. Git LFS keeps "
           "such files elsewhere.",
           nullptr, count) +
            u"\n\n"_s + listOfNames(names),
        tr("Stage %n large file(s)", nullptr, count),
        [this, paths] { m_controller.stage(paths, {.takesLargeFiles = true}); });
}

void ChangesPage::askLineEnds(const Error &error, const QList<QByteArray> &paths)
{
    ask(tr("Line ends"),
        error.message + u"\n\n"_s +
            tr("The files stay as they are. What is staged has the line ends that the attributes ask for, "
               "and "
               "the next checkout writes the files with those."),
        tr("Stage with other line ends"),
        [this, paths] { m_controller.stage(paths, {.convertsLineEnds = true, .takesLargeFiles = true}); });
}

void ChangesPage::askDiscardAll(const Git::DiscardPlan &plan)
{
    const int reverted = static_cast<int>(plan.reverted.size());
    const int deleted = static_cast<int>(plan.deleted.size());
    if (reverted + deleted == 0) {
        m_context.showMessage(tr("There is nothing that can be discarded here"));
        return;
    }
    QStringList sentences;
    if (reverted > 0)
        sentences += tr("%n tracked file(s) go back to what is staged.", nullptr, reverted);
    if (deleted > 0)
        sentences += tr("%n untracked file(s) are deleted.", nullptr, deleted);
    sentences += tr("Ignored files stay. All of it can be undone.");
    if (!plan.left.isEmpty()) {
        QStringList names;
        for (const QByteArray &path : plan.left)
            names += displayPath(path);
        sentences += u'\n' + tr("Left as they are: conflicts, submodules and repositories of their own:") +
                     u'\n' + listOfNames(names);
    }
    ask(tr("Discard all"), sentences.join(u'\n'), tr("Discard %n file(s)", nullptr, reverted + deleted),
        [this, paths = plan.paths()] { m_controller.discard(paths); });
}
