// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/textproposals.h"

#include "base/text.h"
#include "drafting/leafreader.h"
#include "drafting/phrases.h"
#include "drafting/secrets.h"
#include "drafting/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

// The heading that begins the largest added part of a document.
QString addedHeading(const Diff::FileDiff &file)
{
    static const QRegularExpression marks(u"^(?:#{1,6}|={1,6})\\s+(.+?)\\s*#*$"_s);
    QString best, current;
    qsizetype bestSize = 0, size = 0;
    const auto close = [&] {
        if (!current.isEmpty() && size > bestSize) {
            best = current;
            bestSize = size;
        }
    };
    for (const Diff::Line &line : file.lines.first(qMin<qsizetype>(file.lines.size(), 4'000))) {
        const auto match = line.origin == Diff::LineOrigin::Added && line.length < 200
                               ? marks.match(displayText(file.content(line)))
                               : QRegularExpressionMatch();
        const bool isHeading = line.origin == Diff::LineOrigin::Added && match.hasMatch();
        if (isHeading || line.origin != Diff::LineOrigin::Added) {
            close();
            current = isHeading ? match.captured(1) : QString();
            size = 0;
        }
        size += line.length + 1;
    }
    close();
    best = visibleText(best.remove(u'`').simplified());
    if (best.size() > 1 && best.front().isUpper() && !best[1].isUpper())
        best.front() = best.front().toLower();
    while (best.endsWith(u'.') || best.endsWith(u':'))
        best.chop(1);
    return containsSecret(best) ? QString() : best;
}

QString documentName(const QByteArray &path)
{
    const QByteArray name = fileName(path);
    const qsizetype dot = name.lastIndexOf('.');
    return shownText(dot > 0 ? name.first(dot) : name);
}

// TestDriftIgnoresStatus, test_drift_ignores_status, it('ignores status')
QString addedTest(const Diff::FileDiff &file)
{
    static const QRegularExpression names(
        uR"(^\s*(?:func Test(\w+)\(|def test_(\w+)\(|(?:it|test)\(\s*['"`](.+?)['"`]|void (\w+)\(\)\s*$|TEST(?:_F)?\(\w+,\s*(\w+)\)))"_s);
    for (const Diff::Line &line : file.lines.first(qMin<qsizetype>(file.lines.size(), 4'000))) {
        if (line.origin != Diff::LineOrigin::Added || line.length > 200)
            continue;
        const auto match = names.match(displayText(file.content(line)));
        if (!match.hasMatch())
            continue;
        QString spaced;
        for (const QChar c : match.captured(match.lastCapturedIndex())) {
            const bool startsWord = c.isUpper() && !spaced.isEmpty() && spaced.back().isLower();
            spaced += c == u'_' ? u" "_s : startsWord ? QString(u' ' + c.toLower()) : QString(c);
        }
        spaced = visibleText(spaced.simplified());
        if (!spaced.isEmpty() && !containsSecret(spaced)) {
            spaced.front() = spaced.front().toLower();
            return spaced;
        }
    }
    return {};
}

} // namespace

std::optional<Proposal> proposeDocuments(const Survey &survey, const Habits &)
{
    if (!survey.areAll(PathClass::Docs))
        return {};
    Proposal proposal{.type = u"docs"_s,
                      .certainty = 0.85,
                      .readsOnlyPaths = true,
                      .reasons = {Text::tr("Only documents changed.")}};
    const FileFacts *largest = *std::ranges::max_element(
        survey.significant, {}, [](const FileFacts *file) { return file->lines.added; });
    const Diff::FileDiff &file = largest->change->file;
    const QString name = documentName(file.path());
    const QString heading = addedHeading(file);
    if (survey.areAll(Diff::FileStatus::Deleted))
        proposal.subjects = {u"remove "_s + (survey.significant.size() == 1
                                                 ? name
                                                 : counted(survey.significant.size(), u"document"_s))};
    else if (!heading.isEmpty())
        proposal.subjects = {u"document "_s + heading, u"update "_s + name};
    else if (survey.significant.size() == 1)
        proposal.subjects = {(file.status == Diff::FileStatus::Added ? u"add "_s : u"update "_s) + name,
                             u"update documentation"_s};
    else
        proposal.subjects = {u"update "_s + counted(survey.significant.size(), u"document"_s)};
    return proposal;
}

std::optional<Proposal> proposeTests(const Survey &survey, const Habits &)
{
    if (!survey.areAll(PathClass::Test))
        return {};
    Proposal proposal{
        .type = u"test"_s, .certainty = 0.7, .readsOnlyPaths = true, .scope = survey.commonComponent()};
    proposal.reasons = {Text::tr("Only tests changed.")};
    const Diff::FileDiff &first = survey.significant.first()->change->file;
    const QString test = addedTest(first);
    const QString name = documentName(first.path());
    if (!test.isEmpty())
        proposal.subjects = {u"cover "_s + test, u"cover more cases in "_s + name};
    else if (survey.areAll(Diff::FileStatus::Deleted))
        proposal.subjects = {u"remove "_s + counted(survey.significant.size(), u"test file"_s)};
    else if (survey.significant.size() == 1)
        proposal.subjects = {(first.status == Diff::FileStatus::Added ? u"add "_s : u"update "_s) + name,
                             u"update tests"_s};
    else
        proposal.subjects = {u"update "_s + counted(survey.significant.size(), u"test file"_s)};
    return proposal;
}

} // namespace Drafting
