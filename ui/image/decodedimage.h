// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QImage>

/// One side of an image difference, as far as it can be shown.
struct DecodedImage
{
    QImage image;                  ///< null: there is a problem
    QSize size;                    ///< pixels, also of one that is too large; empty: not known
    qint64 bytes = 0;              ///< of the file
    QString format;                ///< "PNG"
    bool isFirstOfSeveral = false; ///< of an animation
    QString problem;               ///< one sentence
};

namespace ImageFiles {

inline constexpr qint64 kMostPixels = 16'000'000; ///< what is larger is not decoded
inline constexpr int kMostMegabytes = 256;        ///< that decoding one may take

/// By its name alone: whether a file is shown as an image. SVG is text.
bool isImage(const QByteArray &path);

/// Decodes raster formats only, whatever the file is called; nothing else is loaded with it. The size is
/// looked at before the content. Any thread.
DecodedImage decode(const QByteArray &content);

} // namespace ImageFiles
