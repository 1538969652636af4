// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "ui/image/decodedimage.h"
#include "workspace/sidesreader.h"

#include <QWidget>

class DiffView;
class ImageDiff;
class PlainLabel;

/// A difference view, and below it both images of the file that is chosen, or that is there alone; of a
/// pointer of Git LFS the images or lines of what it stands for. Then the view is as high as what it says of
/// the file, and keeps its buttons and keys. Nothing is decoded without trust.
class ImagePane final : public QWidget
{
    Q_OBJECT

public:
    /// Becomes the parent of view. repository must outlive this.
    ImagePane(RepositoryController &repository, DiffView *view, QWidget *parent = nullptr);

    void follow();                       ///< after the view got other files
    void choose(const QByteArray &path); ///< of several files; empty: none
    bool isSettled() const;
    DiffView *lines() const { return m_lines; } ///< of what a pointer stands for; null: none was shown yet
    ImageDiff *images() const { return m_images; }

Q_SIGNALS:
    void settledChanged();

private:
    struct Pair
    {
        std::optional<DecodedImage> before, after;
    };

    void take(const Git::FileSides &sides);
    void decode(const Git::FileSides &sides);
    void showLines(const Diff::FileDiff &file);
    void showNotice(const QString &text);
    void fit();
    const Diff::FileDiff *shown() const; ///< null: the view says all there is

    RepositoryController &m_repository;
    DiffView *m_view;
    ImageDiff *m_images;
    PlainLabel *m_note;
    DiffView *m_lines = nullptr; ///< made when first needed
    QByteArray m_chosen;
    QByteArray m_path; ///< of the image that is there
    SidesReader m_reader;
    LatestTask<Pair> m_decode;
};
