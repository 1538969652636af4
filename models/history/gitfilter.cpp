// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/gitfilter.h"

#include "base/text.h"
#include "history/text.h"

using namespace Qt::StringLiterals;

namespace History {

namespace {

constexpr qsizetype kLongestShown = 60; // of a pattern in a sentence

QString pickaxe(const Term &content)
{
    return (content.isPattern ? u"-G"_s : u"-S"_s) + content.text;
}

bool hasUpper(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isUpper(); });
}

QStringList argumentsOf(const GitFilter &filter, const SearchScope &scope)
{
    // Full history: a side branch counts although what it did was undone before it was merged.
    QStringList arguments = {u"log"_s,
                             u"--no-color"_s,
                             u"--no-ext-diff"_s,
                             u"--no-textconv"_s,
                             u"--no-notes"_s,
                             u"--format=%H"_s,
                             u"--no-show-signature"_s,
                             u"--full-history"_s,
                             scope.isByDate ? u"--date-order"_s : u"--topo-order"_s};
    if (scope.firstParentOnly)
        arguments += u"--first-parent"_s;
    if (filter.content) {
        arguments += pickaxe(*filter.content);
        if (!hasUpper(filter.content->text))
            arguments += u"--regexp-ignore-case"_s;
    }
    return arguments + QStringList{u"--stdin"_s};
}

/// Ids, one a line, in pieces of any size.
class IdLines
{
public:
    QList<Git::ObjectId> take(QByteArrayView piece)
    {
        m_rest += piece;
        QList<Git::ObjectId> ids;
        qsizetype start = 0;
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', start)) {
            if (const auto id = Git::ObjectId::fromHex(QByteArrayView(m_rest).sliced(start, end - start)))
                ids.append(*id);
            start = end + 1;
        }
        m_rest.remove(0, start);
        return ids;
    }

private:
    QByteArray m_rest;
};

} // namespace

bool isPathPattern(const Term &term)
{
    return std::ranges::any_of(term.text, [](QChar c) { return c == u'*' || c == u'?' || c == u'['; });
}

QList<GitFilter> makeGitFilters(const Query &query)
{
    QList<GitFilter> contents, paths;
    for (const Term &term : query.terms) {
        if (term.field == Field::Content)
            contents.append({.content = term, .isNegated = term.isNegated});
        else if (term.field == Field::Path)
            paths.append({.path = term, .isNegated = term.isNegated});
    }
    const auto isWanted = [](const GitFilter &filter) { return !filter.isNegated; };
    const auto path = std::ranges::find_if(paths, isWanted);
    if (std::ranges::count_if(paths, isWanted) == 1 && std::ranges::count_if(contents, isWanted) == 1) {
        std::ranges::find_if(contents, isWanted)->path = path->path;
        paths.erase(path);
    }
    return contents + paths;
}

Result<void> readFiltered(const Git::Program &git, const GitFilter &filter, const SearchScope &scope,
                          const std::function<void(QList<Git::ObjectId>)> &sink, const CancelToken &cancel)
{
    IdLines lines;
    Git::Program::Run run{.arguments = argumentsOf(filter, scope),
                          .timeout = std::chrono::milliseconds(0),
                          .kind = Git::Program::Kind::Read,
                          .config = {u"log.showRoot=true"_s, u"log.follow=false"_s},
                          .keepsOutput = false};
    for (const Git::ObjectId &tip : scope.tips)
        run.input += tip.toHex() + '\n';
    if (filter.path) {
        run.path = filter.path->text.toUtf8();
        if (isPathPattern(*filter.path)) {
            run.path.prepend(run.path.contains("**") ? ":(top,glob)" : ":(top)");
            run.environment = {u"GIT_LITERAL_PATHSPECS=0"_s};
        }
    }
    run.onOutput = [&](OutputChannel channel, QByteArrayView piece) {
        if (channel != OutputChannel::Output || cancel.isCancelled())
            return;
        if (QList<Git::ObjectId> ids = lines.take(piece); !ids.isEmpty())
            sink(std::move(ids));
    };
    const auto ran = git.run(run, cancel);
    if (ran)
        return {};
    if (filter.content && ran.error().detail.contains("invalid regex"_L1))
        return fail(ErrorKind::Invalid,
                    Text::tr("Git cannot read the regular expression “%1”.")
                        .arg(visibleText(filter.content->text.left(kLongestShown))),
                    ran.error().detail);
    return std::unexpected(ran.error());
}

} // namespace History
