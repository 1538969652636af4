// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image/imagepane.h"

#include "ui/diff/diffview.h"
#include "ui/image/imagediff.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"
#include "diff/findings.h"

#include <QBoxLayout>

namespace {

/// The difference shows one side or both as a pointer, whole: that is a few short lines.
bool isOfPointers(const Diff::FileDiff &file)
{
    constexpr qsizetype most = 40, mostBytes = 4096; // lines may be long
    if (file.omission != Diff::Omission::None || file.lines.isEmpty() || file.lines.size() > most ||
        file.text.size() > mostBytes)
        return false;
    const auto found = Diff::readFindings({file}, {});
    return found && !found->files.isEmpty() &&
           (found->files.first().oldPointer || found->files.first().newPointer);
}

} // namespace

ImagePane::ImagePane(RepositoryController &repository, DiffView *view, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_view(view)
    , m_images(new ImageDiff(this))
    , m_note(new PlainLabel(this))
    , m_reader(repository)
    , m_decode(this, repository.services().reads)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view, 1);
    column->addWidget(m_note);
    column->addWidget(m_images, 1);
    const int unit = Theme::unit(font());
    m_note->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(tr("What Git LFS keeps; what is staged and committed is the pointer above"));
    m_note->hide();
    m_images->hide();
    connect(&m_reader, &SidesReader::sidesRead, this, &ImagePane::take);
    connect(&m_reader, &SidesReader::compared, this, &ImagePane::showLines);
    connect(&m_reader, &SidesReader::failed, this, [this](const Error &error) { showNotice(error.message); });
    connect(&repository, &RepositoryController::trustChanged, this, &ImagePane::follow);
}

bool ImagePane::isSettled() const
{
    return !m_reader.isReading() && !m_decode.isRunning() &&
           (!m_lines || m_lines->isHidden() || m_lines->isSettled());
}

// What git has no lines for, or lines of a pointer alone. A link or a pointer of a submodule is no image,
// whatever its name.
const Diff::FileDiff *ImagePane::shown() const
{
    const QList<Diff::FileDiff> &files = m_view->files();
    const auto chosen =
        files.size() == 1 ? files.cbegin() : std::ranges::find(files, m_chosen, &Diff::FileDiff::path);
    if (chosen == files.cend())
        return nullptr;
    const bool isImage = chosen->omission == Diff::Omission::Binary && ImageFiles::isImage(chosen->path());
    return isImage || isOfPointers(*chosen) ? &*chosen : nullptr;
}

void ImagePane::choose(const QByteArray &path)
{
    if (std::exchange(m_chosen, path) != path && m_view->files().size() > 1)
        follow();
}

void ImagePane::follow()
{
    const Diff::FileDiff *file = shown();
    const bool isImage = file && ImageFiles::isImage(file->path());
    const bool isSame = file && m_path == file->path();
    m_images->setVisible(isImage || (isSame && !m_images->isHidden()));
    if (m_lines && (!isSame || isImage))
        m_lines->hide();
    if (!isSame)
        m_note->hide();
    fit();
    m_decode.cancel();
    if (!file) {
        m_reader.cancel();
        m_path.clear();
        return;
    }
    if (isImage && !m_repository.isTrusted()) {
        m_path.clear();
        showNotice(tr("Images are shown once the repository is trusted"));
        return;
    }
    if (!isSame)
        m_images->setSides({}, {}); // another one's must not stand under this name
    m_path = file->path();
    m_reader.read(*file);
    Q_EMIT settledChanged();
}

void ImagePane::showNotice(const QString &text)
{
    if (m_lines)
        m_lines->hide();
    m_images->setNotice(text);
    m_images->show();
    Q_EMIT settledChanged();
}

void ImagePane::take(const Git::FileSides &sides)
{
    m_note->setVisible(sides.isOfLfs && !sides.lfsProblem);
    if (sides.lfsProblem)
        showNotice(QStringList{sides.lfsProblem->message, sides.lfsProblem->hint}.join(u' ').trimmed());
    else if (ImageFiles::isImage(m_path))
        decode(sides);
    else if (const Diff::FileDiff *file = shown())
        m_reader.compare(*file, sides);
}

void ImagePane::showLines(const Diff::FileDiff &file)
{
    m_images->hide();
    if (!m_lines) {
        m_lines = new DiffView(m_repository.services().reads, this);
        m_lines->setAccessibleName(tr("Differences of what Git LFS keeps"));
        static_cast<QVBoxLayout *>(layout())->addWidget(m_lines, 1);
        connect(m_lines, &DiffView::settledChanged, this, &ImagePane::settledChanged);
    }
    m_lines->setFiles({file});
    m_lines->show();
    Q_EMIT settledChanged();
}

void ImagePane::fit()
{
    const qint64 height = m_view->content().rows().height();
    const bool isAlone = shown() && m_view->files().size() == 1;
    m_view->setMaximumHeight(isAlone ? static_cast<int>(height) : QWIDGETSIZE_MAX);
}

void ImagePane::decode(const Git::FileSides &sides)
{
    if (m_lines)
        m_lines->hide();
    m_images->show();
    m_decode.start(
        [sides](const CancelToken &) -> Result<Pair> {
            Pair pair;
            if (sides.before)
                pair.before = ImageFiles::decode(*sides.before);
            if (sides.after)
                pair.after = ImageFiles::decode(*sides.after);
            return pair;
        },
        [this](const Result<Pair> &pair) {
            if (pair)
                m_images->setSides(pair->before, pair->after);
            else
                m_images->setNotice(pair.error().message);
            Q_EMIT settledChanged();
        });
}
