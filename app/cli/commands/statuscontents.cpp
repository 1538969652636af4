// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/statuscontents.h"

#include "git/work/workdiff.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString omissionWord(Diff::Omission omission)
{
    switch (omission) {
    case Diff::Omission::None:
        break;
    case Diff::Omission::Binary:
        return u"binary"_s;
    case Diff::Omission::TooLarge:
        return u"too large"_s;
    case Diff::Omission::Submodule:
        return u"submodule"_s;
    case Diff::Omission::Missing:
        return u"missing"_s;
    case Diff::Omission::Unreadable:
        return u"unreadable"_s;
    }
    return {};
}

QJsonValue pointerJson(const std::optional<Diff::LfsPointer> &pointer)
{
    if (!pointer)
        return QJsonValue::Null;
    return QJsonObject{{u"sha256"_s, QString::fromLatin1(pointer->hash)}, {u"size"_s, pointer->size}};
}

QJsonArray hiddenJson(const QMap<char32_t, qsizetype> &hidden)
{
    QJsonArray array;
    for (const auto &[character, count] : hidden.asKeyValueRange())
        array += QJsonObject{{u"character"_s, u"U+%1"_s.arg(uint(character), 4, 16, QChar(u'0')).toUpper()},
                             {u"count"_s, count}};
    return array;
}

} // namespace

Result<QHash<QByteArray, FileContents>> readContents(const Git::Program &git, Git::DiffSides sides,
                                                     const QList<QByteArray> &paths)
{
    const Git::DiffRequest request{.sides = sides, .paths = paths};
    const auto files = sides == Git::DiffSides::IndexToWorkTree ? Git::readWorkDiff(git, request, {})
                                                                : Git::readDiff(git.location(), request, {});
    if (!files)
        return std::unexpected(files.error());
    const auto findings = Diff::readFindings(*files, {});
    if (!findings)
        return std::unexpected(findings.error());
    QHash<QByteArray, FileContents> contents;
    for (qsizetype at = 0; at < files->size(); ++at)
        contents.insert(files->at(at).path(),
                        {Diff::countLines(files->at(at)), files->at(at).omission, findings->files.value(at)});
    return contents;
}

void insertContents(QJsonObject &object, const FileContents &contents)
{
    object.insert(u"added"_s, contents.counts.added);
    object.insert(u"removed"_s, contents.counts.removed);
    if (contents.omission != Diff::Omission::None)
        object.insert(u"notShown"_s, omissionWord(contents.omission));
    const Diff::FileFindings &found = contents.findings;
    const auto name = [](Diff::TextEncoding encoding) {
        return QString::fromLatin1(Diff::encodingName(encoding));
    };
    if (contents.omission == Diff::Omission::None)
        object.insert(u"text"_s,
                      QJsonObject{{u"old"_s, name(found.oldEncoding)}, {u"new"_s, name(found.newEncoding)}});
    if (found.oldPointer || found.newPointer)
        object.insert(u"lfs"_s, QJsonObject{{u"old"_s, pointerJson(found.oldPointer)},
                                            {u"new"_s, pointerJson(found.newPointer)}});
    if (!found.hidden.isEmpty())
        object.insert(u"hidden"_s, hiddenJson(found.hidden));
    if (found.movedLines > 0)
        object.insert(u"moved"_s, found.movedLines);
    if (!found.whitespaceHunks.isEmpty())
        object.insert(u"onlyWhitespace"_s, found.whitespaceHunks.size());
}

} // namespace Cli
