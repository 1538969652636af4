// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/image/decodedimage.h"

#include <QBuffer>
#include <QImageReader>
#include <QLocale>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageFiles)
};

const QByteArrayList &formats()
{
    static const QByteArrayList names{"png", "jpeg", "jpg", "gif", "bmp", "ico", "webp"};
    return names;
}

void setLimit()
{
    static std::once_flag once;
    std::call_once(once, [] { QImageReader::setAllocationLimit(ImageFiles::kMostMegabytes); });
}

} // namespace

bool ImageFiles::isImage(const QByteArray &path)
{
    const qsizetype dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') && formats().contains(path.sliced(dot + 1).toLower());
}

DecodedImage ImageFiles::decode(const QByteArray &content)
{
    setLimit();
    DecodedImage decoded{.bytes = content.size()};
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!formats().contains(reader.format())) {
        decoded.problem = content.isEmpty() ? Text::tr("The file is empty")
                                            : Text::tr("This is no image of a format that is shown");
        return decoded;
    }
    decoded.format = QString::fromLatin1(reader.format()).toUpper();
    decoded.size = reader.size();
    if (!decoded.size.isEmpty() &&
        qint64(decoded.size.width()) * decoded.size.height() > ImageFiles::kMostPixels) {
        decoded.problem = Text::tr("The image is too large to be shown");
        return decoded;
    }
    decoded.isFirstOfSeveral = reader.supportsAnimation() && reader.imageCount() != 1;
    if (!reader.read(&decoded.image)) {
        decoded.image = {};
        decoded.problem = Text::tr("The image is damaged or not whole");
        return decoded;
    }
    if (qint64(decoded.image.width()) * decoded.image.height() > ImageFiles::kMostPixels) {
        decoded.image = {};
        decoded.problem = Text::tr("The image is too large to be shown");
        return decoded;
    }
    decoded.size = decoded.image.size();
    decoded.image.convertTo(QImage::Format_ARGB32_Premultiplied);
    return decoded;
}
