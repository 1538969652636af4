// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reflabels.h"

#include "base/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct RefLabelsText
{
    Q_DECLARE_TR_FUNCTIONS(RefLabels)
};

/// Local branches by their commit and short name, to find the remote ones that say nothing more.
class LocalNames
{
public:
    explicit LocalNames(const Git::Refs &refs)
    {
        for (const Git::Ref &ref : refs.all)
            if (ref.kind == Git::RefKind::LocalBranch)
                m_targets.insert(ref.shortName(), ref.target);
    }

    /// The remote's name when the branch has a local one of the same name at the same commit.
    QByteArray remoteOf(const Git::Ref &ref) const
    {
        if (ref.kind != Git::RefKind::RemoteBranch)
            return {};
        const QByteArray name = ref.shortName();
        for (qsizetype slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            const auto found = m_targets.constFind(name.sliced(slash + 1));
            if (found != m_targets.cend() && *found == ref.target)
                return name.first(slash);
        }
        return {};
    }

private:
    QHash<QByteArray, Git::ObjectId> m_targets;
};

bool isShown(const Git::Ref &ref)
{
    using enum Git::RefKind;
    if (ref.kind == RemoteBranch && ref.name.endsWith("/HEAD"))
        return false; // it names one of the remote's branches, which stands there itself
    return !ref.target.isNull() &&
           (ref.kind == LocalBranch || ref.kind == RemoteBranch || ref.kind == Tag || ref.kind == Stash);
}

QString folderName(const QByteArray &path)
{
    return displayPath(path.sliced(path.lastIndexOf('/') + 1));
}

RefLabel localLabel(const Git::Ref &ref, const Git::Refs &refs, const QHash<QByteArray, QByteArray> &trees)
{
    RefLabel label{displayPath(ref.shortName()), ref.kind};
    label.isCurrent = refs.head.state == Git::HeadState::Branch && ref.name == refs.head.branch;
    if (const auto tree = trees.constFind(ref.name); tree != trees.cend())
        label.worktree = folderName(*tree);
    return label;
}

void addMarks(RefLabels &labels, const RefSurroundings &around)
{
    for (const Deployment &deployment : around.deployments)
        labels[deployment.commit].append({.text = deployment.environment, .mark = LabelMark::Deployment});
    for (const OtherWorktree &tree : around.worktrees)
        if (!tree.target.isNull())
            labels[tree.target].append(
                {.text = u"HEAD"_s, .kind = Git::RefKind::Head, .worktree = folderName(tree.path)});
}

} // namespace

RefLabels labelsOf(const Git::Refs &refs, const RefSurroundings &around)
{
    RefLabels labels;
    if (refs.head.state == Git::HeadState::Detached)
        labels[refs.head.target] += RefLabel{u"HEAD"_s, Git::RefKind::Head, true};
    addMarks(labels, around);
    QHash<QByteArray, QByteArray> trees;
    for (const OtherWorktree &tree : around.worktrees)
        if (!tree.branch.isEmpty())
            trees.insert(tree.branch, tree.path);
    const LocalNames locals(refs);
    QHash<QByteArray, QStringList> merged; // by short name of the local branch
    for (const Git::Ref &ref : refs.all)
        if (const QByteArray remote = isShown(ref) ? locals.remoteOf(ref) : QByteArray(); !remote.isEmpty())
            merged[ref.shortName().sliced(remote.size() + 1)] += displayPath(remote);
    for (const Git::Ref &ref : refs.all) {
        if (!isShown(ref) || !locals.remoteOf(ref).isEmpty())
            continue;
        RefLabel label = ref.kind == Git::RefKind::LocalBranch
                             ? localLabel(ref, refs, trees)
                             : RefLabel{displayPath(ref.shortName()), ref.kind};
        if (ref.kind == Git::RefKind::LocalBranch)
            label.remotes = merged.value(ref.shortName()).join(u", "_s);
        QList<RefLabel> &list = labels[ref.target];
        label.isCurrent ? list.prepend(label) : list.append(label);
    }
    for (const Git::ObjectId &commit : around.cutOff)
        labels[commit].append({.text = RefLabelsText::tr("truncated"), .mark = LabelMark::CutOff});
    return labels;
}

QString spokenLabel(const RefLabel &label)
{
    if (label.mark == LabelMark::Deployment)
        return RefLabelsText::tr("last change of %1").arg(label.text);
    if (label.mark == LabelMark::CutOff)
        return RefLabelsText::tr("history is truncated here");
    QString text = label.text;
    if (label.kind == Git::RefKind::Tag)
        text = RefLabelsText::tr("tag %1").arg(text);
    if (label.isCurrent && label.kind != Git::RefKind::Head)
        text = RefLabelsText::tr("%1, checked out").arg(text);
    if (!label.remotes.isEmpty())
        text = RefLabelsText::tr("%1, the same on %2").arg(text, label.remotes);
    if (!label.worktree.isEmpty())
        text = RefLabelsText::tr("%1, checked out in %2").arg(text, label.worktree);
    return text;
}

QStringList spokenLabels(const QList<RefLabel> &labels, qsizetype most)
{
    QStringList spoken;
    for (const RefLabel &label : labels.first(qMin(labels.size(), most)))
        spoken += spokenLabel(label);
    if (labels.size() > most)
        spoken += RefLabelsText::tr("and %n more", nullptr, static_cast<int>(labels.size() - most));
    return spoken;
}
