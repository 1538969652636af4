// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/diff/filewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace FileWords {

namespace {

struct FileNotesText
{
    Q_DECLARE_TR_FUNCTIONS(FileNotes)
};

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString sizes(const Diff::FileDiff &file)
{
    if (file.oldMode == 0 || file.oldSize == 0)
        return sizeText(file.newSize);
    if (file.newMode == 0 || file.newSize == 0)
        return sizeText(file.oldSize);
    //: %1 and %2 are sizes before and after, such as 12 kB
    return FileNotesText::tr("%1 → %2").arg(sizeText(file.oldSize), sizeText(file.newSize));
}

QString shortId(const QByteArray &id)
{
    return displayText(QByteArrayView(id).first(std::min<qsizetype>(id.size(), 10)));
}

QString submoduleNote(const Diff::FileDiff &file)
{
    const bool isKept =
        !file.oldId.isEmpty() && !file.newId.isEmpty() && file.oldMode != 0 && file.newMode != 0;
    if (isKept && file.oldId == file.newId)
        return FileNotesText::tr("Only files in the submodule are changed; they are committed in it");
    if (isKept)
        //: %1 and %2 are abbreviated commit ids
        return FileNotesText::tr("Submodule moved from %1 to %2")
            .arg(shortId(file.oldId), shortId(file.newId));
    if (file.newMode != 0 && file.oldMode == 0)
        return FileNotesText::tr("Submodule added at %1").arg(shortId(file.newId));
    if (file.newMode == 0 && file.oldMode != 0)
        return FileNotesText::tr("Submodule removed, was at %1").arg(shortId(file.oldId));
    return FileNotesText::tr("Submodule changed");
}

QString omissionNote(const Diff::FileDiff &file, bool ignoresWhitespace)
{
    switch (file.omission) {
    case Diff::Omission::Binary:
        return (file.hunks.isEmpty()
                    ? FileNotesText::tr("Binary file, %1")
                    //: %1: the size of the file
                    : FileNotesText::tr(
                          "Text that Git takes for binary, %1: staged and discarded as a whole"))
            .arg(sizes(file));
    case Diff::Omission::TooLarge:
        return FileNotesText::tr("Too large to show, %1").arg(sizes(file));
    case Diff::Omission::Submodule:
        return submoduleNote(file);
    case Diff::Omission::Missing:
        return FileNotesText::tr("The content is not in this clone");
    case Diff::Omission::Unreadable:
        return file.omissionReason.isEmpty() ? FileNotesText::tr("The content cannot be read")
                                             : FileNotesText::tr("The content cannot be read: %1")
                                                   .arg(displayText(file.omissionReason));
    case Diff::Omission::None:
        break;
    }
    if (file.status == Diff::FileStatus::Renamed)
        return FileNotesText::tr("Renamed without changing the content");
    if (file.status == Diff::FileStatus::Copied)
        return FileNotesText::tr("Copied without changing the content");
    if (file.oldMode != 0 && file.newMode != 0 && file.oldMode != file.newMode)
        return FileNotesText::tr("Only the mode changed: %1 → %2")
            .arg(QString::number(file.oldMode, 8), QString::number(file.newMode, 8));
    if (file.oldMode == 0 || file.newMode == 0 || file.status == Diff::FileStatus::Untracked)
        return FileNotesText::tr("Empty file");
    return ignoresWhitespace ? FileNotesText::tr("Only whitespace differs")
                             : FileNotesText::tr("No lines differ");
}

QString pointerNote(const Diff::FileFindings &found)
{
    const auto text = [](const Diff::LfsPointer &pointer) {
        return QString(sizeText(pointer.size) + u" ("_s + shortId(pointer.hash) + u')');
    };
    if (!found.oldPointer && !found.newPointer)
        return {};
    //: %1 is the size of a file that Git LFS keeps, with its abbreviated id
    if (!found.oldPointer)
        return FileNotesText::tr("Git LFS pointer to %1").arg(text(*found.newPointer));
    if (!found.newPointer)
        return FileNotesText::tr("No longer a Git LFS pointer, was to %1").arg(text(*found.oldPointer));
    return found.oldPointer == found.newPointer
               ? FileNotesText::tr("Git LFS pointer to %1").arg(text(*found.newPointer))
               : FileNotesText::tr("Git LFS pointer from %1 to %2")
                     .arg(text(*found.oldPointer), text(*found.newPointer));
}

QString readAs(const Diff::Reading &reading)
{
    if (reading.oldEncoding.isEmpty() && reading.newEncoding.isEmpty())
        return {};
    const auto name = [](const QByteArray &encoding) {
        return encoding.isEmpty() ? u"UTF-8"_s : displayText(encoding);
    };
    const QString older = name(reading.oldEncoding), newer = name(reading.newEncoding);
    const QString both = older == newer ? newer : QString(older + u" → "_s + newer);
    //: %1: an encoding such as Windows-1252, or two with an arrow; nothing but the bytes says that it is this
    return reading.isGuess ? FileNotesText::tr("read as %1").arg(both) : both;
}

QString problemNote(const Diff::Reading &reading)
{
    if (reading.problems == 0)
        return {};
    const auto count = static_cast<int>(reading.problems);
    const QByteArray &name = reading.newEncoding.isEmpty() ? reading.oldEncoding : reading.newEncoding;
    //: %1: an encoding such as UTF-8
    return FileNotesText::tr("%n place(s) that %1 has no character for", nullptr, count)
        .arg(name.isEmpty() ? u"UTF-8"_s : displayText(name));
}

QString hiddenNote(const Diff::FileFindings &found)
{
    constexpr qsizetype mostNamed = 6;
    if (found.hidden.isEmpty())
        return {};
    QStringList named;
    qsizetype count = 0;
    for (auto each = found.hidden.cbegin(); each != found.hidden.cend(); ++each) {
        count += each.value();
        if (named.size() == mostNamed)
            continue;
        const QString code = QString::number(each.key(), 16).toUpper().rightJustified(4, u'0');
        named.append(u"U+"_s + code + u" × "_s + QLocale().toString(each.value()));
    }
    if (found.hidden.size() > mostNamed)
        named.append(u"…"_s);
    return FileNotesText::tr("%n character(s) that hide or reorder text: ", nullptr,
                             static_cast<int>(count)) +
           named.join(u", "_s);
}

} // namespace

QString note(const Diff::FileDiff &file, const Diff::FileFindings &found, bool ignoresWhitespace)
{
    QStringList parts;
    if (Diff::hasNote(file))
        parts.append(omissionNote(file, ignoresWhitespace));
    for (const QString &part : {problemNote(file.reading), hiddenNote(found), pointerNote(found)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u" · "_s);
}

QStringList facts(const Diff::FileDiff &file, const Diff::FileFindings &found, bool ignoresWhitespace)
{
    QStringList facts;
    const auto name = [](Diff::TextEncoding encoding) {
        const QByteArray known = Diff::encodingName(encoding);
        return known.isEmpty() ? FileNotesText::tr("unknown encoding") : QString::fromLatin1(known);
    };
    if (const QString encodings = readAs(file.reading); !encodings.isEmpty())
        facts.append(encodings);
    else if (file.reading.problems == 0 && found.oldEncoding != found.newEncoding)
        facts.append(name(found.oldEncoding) + u" → "_s + name(found.newEncoding));
    else if (file.reading.problems == 0 && found.newEncoding != Diff::TextEncoding::Utf8)
        facts.append(name(found.newEncoding));
    if (found.movedLines > 0)
        facts.append(FileNotesText::tr("%n line(s) moved", nullptr, static_cast<int>(found.movedLines)));
    if (ignoresWhitespace)
        facts.append(FileNotesText::tr("whitespace ignored"));
    return facts;
}

QString whitespaceOnly()
{
    return FileNotesText::tr("only whitespace");
}

QString moved()
{
    return FileNotesText::tr("moved");
}

QString more()
{
    return FileNotesText::tr("The file may go on here");
}

} // namespace FileWords
