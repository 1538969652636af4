// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nothingfound.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "git/refs.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr int kMostWords = 8; // looked at
constexpr qsizetype kLongestName = 60;
constexpr qsizetype kShortestId = 4; // that a search takes a word for

bool isRef(const Git::Refs &refs, const QString &word)
{
    const QByteArray name = word.toUtf8();
    return name == "HEAD" || std::ranges::any_of(refs.all, [&](const Git::Ref &ref) {
               return ref.name == name || ref.shortName() == name;
           });
}

bool isRevision(const Git::RepoLocation &where, const QString &word)
{
    return !word.isEmpty() && Git::resolveRevision(where, word.toUtf8()).has_value();
}

QString shown(const QString &word)
{
    return visibleText(word.left(kLongestName));
}

bool isLikeId(const QString &word)
{
    return word.size() >= kShortestId && std::ranges::all_of(word, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
           });
}

/// Empty: the word names no revision, or one that was found.
QString hintFor(const Git::RepoLocation &where, const Git::Refs &refs, const QString &word, bool wasFound)
{
    const qsizetype dots = word.indexOf(".."_L1);
    if (dots > 0) {
        const QString without = word.first(dots), with = word.sliced(dots + 2);
        if (isRef(refs, without) && isRevision(where, with))
            return Text::tr("“%1” was searched for as text. What “%3” leads to and “%2” does not: ai-cli log "
                            "--from %3 -- -branch:%2")
                .arg(shown(word), shown(without), shown(with));
    }
    if (!isRevision(where, word))
        return {};
    if (!isLikeId(word) || isRef(refs, word))
        return Text::tr("“%1” was searched for as text. To start there: ai-cli log --from %1")
            .arg(shown(word));
    return wasFound
               ? QString()
               : Text::tr("There is a commit %1, but not in the history that was searched. To start there: "
                          "ai-cli log --from %1")
                     .arg(shown(word));
}

} // namespace

QString saidOfWords(const Git::RepoLocation &where, const Git::Refs &refs, const History::Query &query,
                    bool wasFound)
{
    QStringList said;
    if (!wasFound)
        said += Text::tr("Nothing was found.");
    int looked = 0;
    for (const History::Term &term : query.terms) {
        const bool isQuoted = term.length > term.text.size();
        if (term.field != History::Field::Any || term.isNegated || isQuoted || ++looked > kMostWords)
            continue;
        if (const QString hint = hintFor(where, refs, term.text, wasFound); !hint.isEmpty()) {
            said += hint;
            break;
        }
    }
    return said.join(u' ');
}

} // namespace Cli
