// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraphcheck.h"

#include "base/text.h"
#include "git/commitlevels.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using Files = std::span<const std::unique_ptr<CommitGraphFile>>;

constexpr CommitPosition kAhead = 24; // commits

enum class Verdict { Fine, Outside, NotRising };

/// The lists of three and more parents of one file, which follow each other and share nothing.
bool areEdgesInside(const CommitGraphFile &file, quint32 start, quint32 &left)
{
    for (quint32 at = start; at < file.edgeCount() && left > 0; ++at) {
        --left;
        if ((file.edge(at) & CommitGraphFile::kHighBit) != 0)
            return true;
    }
    return false;
}

/// Are the parents of the commits of one file where they may be, and their generations lower?
template<class Number>
Verdict checkFile(const CommitGraphFile &file, CommitPosition first, const Number *generations)
{
    const CommitPosition limit = first + file.count();
    quint32 edgesLeft = file.edgeCount();
    bool isRising = true;
    for (CommitPosition index = 0; index < file.count(); ++index) {
        // Parents lie anywhere, so memory is asked for theirs in good time.
        const CommitPosition ahead = std::min(index + kAhead, file.count() - 1);
        if (const quint32 parent = file.firstParent(ahead); parent < limit)
            __builtin_prefetch(&generations[parent]);
        const quint32 second = file.secondParent(index);
        const bool hasNone = file.firstParent(index) == CommitGraphFile::kNoParent;
        const bool hasList = (second & CommitGraphFile::kHighBit) != 0;
        if (hasNone && second != CommitGraphFile::kNoParent)
            return Verdict::Outside;
        if (hasList && !areEdgesInside(file, second & ~CommitGraphFile::kHighBit, edgesLeft))
            return Verdict::Outside;
        const Number own = generations[first + index];
        const bool areInside = forEachParent(file, index, [&](quint32 parent) {
            if (parent >= limit)
                return false;
            isRising &= generations[parent] < own;
            return true;
        });
        if (!areInside)
            return Verdict::Outside;
    }
    return isRising ? Verdict::Fine : Verdict::NotRising;
}

class Check
{
public:
    Check(Files files, const CancelToken &cancel)
        : m_files(files)
        , m_cancel(cancel)
    {
        for (const auto &file : files)
            m_count += file->count();
    }

    Result<Generations> run();

private:
    template<class Number> Verdict verdict(const LargeArray<Number> &generations) const;
    template<class Number> LargeArray<Number> correctedDates() const;
    LargeArray<quint32> storedLevels(bool &areKnown) const;
    LargeArray<quint32> ownLevels() const;
    Result<Generations> runWithLevels() const;
    std::unexpected<Error> damaged(const QString &detail) const;

    Files m_files;
    CancelToken m_cancel;
    CommitPosition m_count = 0;
};

template<class Number> Verdict Check::verdict(const LargeArray<Number> &generations) const
{
    auto worst = Verdict::Fine;
    CommitPosition first = 0;
    for (const auto &file : m_files) {
        const Verdict one = checkFile(*file, first, generations.get());
        if (one == Verdict::Outside)
            return one;
        worst = std::max(worst, one);
        first += file->count();
    }
    return worst;
}

/// Null: one is damaged or does not fit.
template<class Number> LargeArray<Number> Check::correctedDates() const
{
    auto dates = makeLargeArray<Number>(m_count);
    Number *out = dates.get();
    for (const auto &file : m_files) {
        if (!file->hasCorrectedDates())
            return nullptr;
        for (CommitPosition index = 0; index < file->count(); ++index) {
            const auto date = file->correctedDate(index);
            if (!date || *date > std::numeric_limits<Number>::max())
                return nullptr;
            *out++ = static_cast<Number>(*date);
        }
    }
    return dates;
}

LargeArray<quint32> Check::storedLevels(bool &areKnown) const
{
    auto levels = makeLargeArray<quint32>(m_count);
    quint32 *out = levels.get();
    areKnown = true;
    for (const auto &file : m_files) {
        for (CommitPosition index = 0; index < file->count(); ++index) {
            *out = file->level(index);
            areKnown &= *out++ != 0;
        }
    }
    return levels;
}

LargeArray<quint32> Check::ownLevels() const
{
    std::vector<std::pair<CommitPosition, const CommitGraphFile *>> starts;
    CommitPosition first = 0;
    for (const auto &file : m_files) {
        starts.emplace_back(first, file.get());
        first += file->count();
    }
    const auto parents = [&starts](CommitPosition commit, ParentPositions &out) {
        const auto found = std::ranges::find_if(
            starts, [commit](const auto &start) { return commit < start.first + start.second->count(); });
        out.clear();
        forEachParent(*found->second, commit - found->first, [&out](quint32 parent) {
            out.append(parent);
            return true;
        });
    };
    return topologicalLevels(m_count, parents, m_cancel);
}

std::unexpected<Error> Check::damaged(const QString &detail) const
{
    return fail(ErrorKind::Invalid,
                Text::tr("Git's commit graph in %1 is damaged and was not used.")
                    .arg(displayPath(m_files.back()->path())),
                detail);
}

Result<Generations> Check::runWithLevels() const
{
    bool areKnown = false;
    Generations generations{.narrow = storedLevels(areKnown)};
    const Verdict one = verdict(generations.narrow);
    if (one == Verdict::Outside)
        return damaged(u"a parent is outside"_s);
    if (one == Verdict::NotRising && areKnown)
        return damaged(u"a generation is not above that of a parent"_s);
    // Git before 2.19 wrote no levels; then nothing has ruled out a cycle yet.
    if (!areKnown)
        generations.narrow = ownLevels();
    if (m_cancel.isCancelled())
        return failCancelled();
    if (!generations.narrow)
        return damaged(u"a commit is its own ancestor"_s);
    return generations;
}

Result<Generations> Check::run()
{
    Generations generations{.narrow = correctedDates<quint32>()};
    if (!generations.narrow)
        generations.wide = correctedDates<quint64>();
    if (m_cancel.isCancelled())
        return failCancelled();
    if (!generations.narrow && !generations.wide)
        return runWithLevels();
    const Verdict one = generations.narrow ? verdict(generations.narrow) : verdict(generations.wide);
    if (one == Verdict::Outside)
        return damaged(u"a parent is outside"_s);
    if (one == Verdict::NotRising)
        return runWithLevels();
    generations.areCorrectedDates = true;
    return generations;
}

} // namespace

Result<Generations> checkCommitGraph(Files files, const CancelToken &cancel)
{
    return Check(files, cancel).run();
}

} // namespace Git
