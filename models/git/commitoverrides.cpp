// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitoverrides.h"

#include "base/text.h"
#include "git/commitparse.h"
#include "git/layout.h"
#include "git/looserefs.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr int kDeepestReplacement = 5;
constexpr QByteArrayView kReplace = "refs/replace/";

bool usesReplacements(git_repository *repository)
{
    git_config *raw = nullptr;
    if (git_repository_config_snapshot(&raw, repository) < 0)
        return true;
    const ConfigHandle config(raw);
    int isUsed = 1;
    return git_config_get_bool(&isUsed, raw, "core.usereplacerefs") < 0 || isUsed != 0;
}

bool isGraftSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

QByteArrayView withoutTrailingSpace(QByteArrayView line)
{
    while (!line.isEmpty() && isGraftSpace(line.back()))
        line.chop(1);
    return line;
}

/// A commit and the parents it is to have, with one space between two. Empty: it is something else.
QList<ObjectId> graftOf(QByteArrayView line)
{
    constexpr qsizetype kDigits = 40;
    QList<ObjectId> ids;
    for (qsizetype at = 0; at <= line.size(); at += kDigits + 1) {
        const bool isApart = at == 0 || isGraftSpace(line[at - 1]);
        const auto id = isApart && line.size() - at >= kDigits ? ObjectId::fromHex(line.sliced(at, kDigits))
                                                               : std::nullopt;
        if (!id)
            return {};
        ids += *id;
    }
    return (line.size() + 1) % (kDigits + 1) == 0 ? ids : QList<ObjectId>();
}

} // namespace

CommitOverrides CommitOverrides::read(const RepoLocation &where, git_repository *repository,
                                      const CancelToken &cancel)
{
    CommitOverrides overrides;
    overrides.readGrafts(where, cancel);
    overrides.readShallow(where);
    overrides.readReplacements(where, repository, cancel);
    return overrides;
}

// What is no graft to git is none here; the first one for a commit holds.
void CommitOverrides::readGrafts(const RepoLocation &where, const CancelToken &cancel)
{
    const QByteArray file = where.commonDir + "/info/grafts";
    const auto content = readRegularFile(file, kLargestList, cancel);
    if (!content) {
        if (content.error().kind != ErrorKind::NotFound)
            m_problems += content.error().message;
        return;
    }
    const auto lines = content->split('\n');
    qsizetype firstBad = -1;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QByteArrayView line = withoutTrailingSpace(lines[at]);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<ObjectId> ids = graftOf(line);
        if (ids.isEmpty())
            firstBad = firstBad < 0 ? at : firstBad;
        else if (!m_parents.contains(ids.first()))
            m_parents.insert(ids.first(), ids.sliced(1));
    }
    if (firstBad >= 0) {
        m_problems += Text::tr("Line %1 of %2 is no graft and is left out, as Git does.")
                          .arg(QString::number(firstBad + 1), displayPath(file));
    }
}

void CommitOverrides::readShallow(const RepoLocation &where)
{
    auto shallow = readShallowFile(where);
    if (!shallow) {
        m_problems += shallow.error().message;
        return;
    }
    m_shallow = *std::move(shallow);
    for (const ObjectId &commit : std::as_const(m_shallow))
        m_parents.insert(commit, {});
}

// Asking libgit2 means reading every ref, which few repositories need; and it follows any link.
bool CommitOverrides::mayHaveReplacements(const RepoLocation &where, const CancelToken &cancel)
{
    const auto loose = listLooseRefs(where, "refs/replace", cancel);
    if (!loose) {
        if (loose.error().kind != ErrorKind::Cancelled)
            m_problems += loose.error().message;
        return false;
    }
    if (!loose->isEmpty())
        return true;
    const auto packed = readRegularFile(where.commonDir + "/packed-refs", kLargestList, cancel);
    if (!packed && packed.error().kind != ErrorKind::NotFound && packed.error().kind != ErrorKind::Cancelled)
        m_problems += packed.error().message;
    return packed && packed->contains(kReplace);
}

void CommitOverrides::readReplacements(const RepoLocation &where, git_repository *repository,
                                       const CancelToken &cancel)
{
    if (!mayHaveReplacements(where, cancel) || !usesReplacements(repository))
        return;
    git_reference_iterator *raw = nullptr;
    if (git_reference_iterator_glob_new(&raw, repository, "refs/replace/*") < 0)
        return;
    const ReferenceIterator iterator(raw);
    QHash<ObjectId, ObjectId> steps;
    git_reference *next = nullptr;
    while (git_reference_next(&next, raw) == 0) {
        const ReferenceHandle reference(next);
        const auto replaced =
            ObjectId::fromHex(QByteArrayView(git_reference_name(next)).sliced(kReplace.size()));
        const git_oid *target = git_reference_target(next);
        if (replaced && target)
            steps.insert(*replaced, toId(target));
    }
    for (auto step = steps.cbegin(); step != steps.cend(); ++step) {
        ObjectId content = step.value();
        for (int depth = 1; depth < kDeepestReplacement && steps.contains(content); ++depth)
            content = steps.value(content);
        m_replacements.insert(step.key(), content);
    }
}

QByteArray CommitOverrides::print() const
{
    if (isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](char kind, const auto &values, auto &&addValue) {
        auto ids = values.keys();
        std::ranges::sort(ids);
        for (const ObjectId &id : std::as_const(ids)) {
            hash.addData(QByteArray(QByteArray(1, kind) + id.toHex()));
            addValue(*values.constFind(id));
        }
    };
    const auto addId = [&hash](const ObjectId &id) { hash.addData(id.toHex()); };
    add('p', m_parents, [&](const QList<ObjectId> &parents) { std::ranges::for_each(parents, addId); });
    add('r', m_replacements, addId);
    return hash.result();
}

QList<ObjectId> CommitOverrides::commits() const
{
    QList<ObjectId> commits = m_parents.keys();
    for (auto it = m_replacements.keyBegin(); it != m_replacements.keyEnd(); ++it) {
        if (!m_parents.contains(*it))
            commits += *it;
    }
    return commits;
}

ObjectId CommitOverrides::contentOf(const ObjectId &commit) const
{
    return m_replacements.isEmpty() ? commit : m_replacements.value(commit, commit);
}

const QList<ObjectId> *CommitOverrides::parentsOf(const ObjectId &commit) const
{
    const auto found = m_parents.constFind(commit);
    return found == m_parents.cend() ? nullptr : &*found;
}

Result<CommitDetails> readShownCommit(const OpenedObjects &opened, const CommitOverrides &overrides,
                                      const ObjectId &id)
{
    auto details = readParsedCommit(opened.database.get(), overrides.contentOf(id));
    if (!details)
        return details;
    details->commit.id = id;
    if (const QList<ObjectId> *parents = overrides.parentsOf(id))
        details->commit.parents = *parents;
    return details;
}

Result<TreeHandle> openShownTree(const OpenedObjects &opened, const CommitOverrides &overrides,
                                 const ObjectId &commit)
{
    const auto details = readShownCommit(opened, overrides, commit);
    return details ? openTree(opened.repository.get(), details->commit.tree)
                   : std::unexpected(details.error());
}

} // namespace Git
