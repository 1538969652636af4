// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/transferwords.h"

#include "base/secrets.h"
#include "base/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct TransferWordsText
{
    Q_DECLARE_TR_FUNCTIONS(TransfersController)
};

QString phaseName(Git::TransferPhase phase)
{
    switch (phase) {
    case Git::TransferPhase::Other:
        return {};
    case Git::TransferPhase::Enumerating:
        return TransferWordsText::tr("Enumerating objects");
    case Git::TransferPhase::Counting:
        return TransferWordsText::tr("Counting objects");
    case Git::TransferPhase::Compressing:
        return TransferWordsText::tr("Compressing objects");
    case Git::TransferPhase::Receiving:
        return TransferWordsText::tr("Receiving objects");
    case Git::TransferPhase::Unpacking:
        return TransferWordsText::tr("Unpacking objects");
    case Git::TransferPhase::Resolving:
        return TransferWordsText::tr("Resolving deltas");
    case Git::TransferPhase::Writing:
        return TransferWordsText::tr("Sending objects");
    case Git::TransferPhase::Checking:
        return TransferWordsText::tr("Checking connectivity");
    case Git::TransferPhase::Updating:
        return TransferWordsText::tr("Updating files");
    case Git::TransferPhase::Filtering:
        return TransferWordsText::tr("Filtering content");
    }
    return {};
}

bool isBehindRemote(const QByteArray &reason)
{
    return reason.contains("non-fast-forward") || reason.contains("fetch first");
}

bool isStaleLease(const QByteArray &reason)
{
    return reason.contains("stale info") || reason.contains("remote ref updated since checkout");
}

QString reasonLines(const QList<Git::RefUpdate> &refs)
{
    QStringList lines;
    for (const Git::RefUpdate &update : refs) {
        if (update.kind == Git::RefUpdateKind::Rejected)
            lines += maskSecrets(QString(displayPath(update.ref) + u": "_s + displayText(update.reason)));
    }
    return lines.join(u'\n');
}

} // namespace

QString transferPhaseText(const Git::TransferProgress &progress)
{
    const QString name = phaseName(progress.phase);
    if (name.isEmpty() || progress.total <= 0)
        return name;
    const qint64 percent = std::clamp<qint64>(progress.done * 100 / progress.total, 0, 100);
    //: %1: such as "Receiving objects", %2: a number
    return TransferWordsText::tr("%1, %2 %").arg(name, QLocale().toString(percent));
}

TransferFailure pushRefusal(const QList<Git::RefUpdate> &refs, const QString &to, const QString &words)
{
    const auto refusedFor = [&](bool (*is)(const QByteArray &)) {
        return std::ranges::any_of(refs, [&](const Git::RefUpdate &update) {
            return update.kind == Git::RefUpdateKind::Rejected && is(update.reason);
        });
    };
    TransferFailure failure{.kind = TransferKind::Push,
                            .error = {.kind = ErrorKind::Conflict, .detail = reasonLines(refs)}};
    if (!words.isEmpty())
        failure.error.detail += u'\n' + words;
    if (refusedFor(isBehindRemote)) {
        //: %1: a branch of a remote
        failure.error.message =
            TransferWordsText::tr("%1 has commits that your branch does not have.").arg(to);
        failure.error.hint =
            TransferWordsText::tr("Pull brings them in. Overwriting takes them off the remote's branch; "
                                  "which they are is shown before.");
        failure.ways = {TransferWay::Pull, TransferWay::Overwrite};
    } else if (refusedFor(isStaleLease)) {
        failure.error.message =
            //: %1: a branch of a remote
            TransferWordsText::tr("%1 has changed since you looked; nothing was overwritten.").arg(to);
        failure.error.hint = TransferWordsText::tr("Look again at what would be lost.");
        failure.ways = {TransferWay::Overwrite};
    } else {
        //: %1: a branch of a remote
        failure.error.message = TransferWordsText::tr("The remote refused the push to %1.").arg(to);
        failure.error.hint = TransferWordsText::tr("Its words are in the details.");
        failure.ways = {TransferWay::Choose};
    }
    return failure;
}

TransferFailure otherPushRefusal(const QList<Git::RefUpdate> &refs, const QString &what, const QString &words)
{
    TransferFailure failure = pushRefusal(refs, what, words);
    const auto is = [&](bool (*isReason)(const QByteArray &)) {
        return std::ranges::any_of(refs,
                                   [&](const Git::RefUpdate &update) { return isReason(update.reason); });
    };
    failure.ways = {TransferWay::Retry};
    if (is(isStaleLease)) {
        failure.error.message =
            //: %1: a branch of a remote, or a tag there
            TransferWordsText::tr("%1 is not what it was when you looked; nothing was deleted.").arg(what);
        failure.error.hint = TransferWordsText::tr("Fetch to see what is there now.");
    } else if (is([](const QByteArray &reason) { return reason.contains("already exists"); })) {
        //: %1: a remote
        failure.error.message = TransferWordsText::tr("%1 has another tag of this name.").arg(what);
        failure.error.hint = TransferWordsText::tr("It is left as it is.");
    }
    return failure;
}

Error hookRefusal(Error error)
{
    error.kind = ErrorKind::External;
    error.message = TransferWordsText::tr("The pre-push hook refused, so nothing was pushed.");
    error.hint = TransferWordsText::tr("Its words are in the details.");
    return error;
}

QString integrationText(const IntegrationEnd &end, const QString &from)
{
    const int behind = static_cast<int>(end.apart.behind);
    switch (end.outcome) {
    case IntegrationOutcome::UpToDate:
        //: %1: a branch of a remote
        return TransferWordsText::tr("There is nothing new in %1").arg(from);
    case IntegrationOutcome::Forwarded:
        //: %1: a branch of a remote
        return TransferWordsText::tr("Pulled %n commit(s) from %1", nullptr, behind).arg(from);
    case IntegrationOutcome::Merged:
        //: %1: a branch of a remote
        return TransferWordsText::tr("Merged %n commit(s) of %1", nullptr, behind).arg(from);
    case IntegrationOutcome::Rebased:
        return TransferWordsText::tr("Rebased %n commit(s) onto %1", nullptr,
                                     static_cast<int>(end.apart.ahead))
            .arg(from);
    case IntegrationOutcome::Conflicts:
    case IntegrationOutcome::Apart:
        break;
    }
    return {};
}
