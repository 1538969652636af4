// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/overwritedialog.h"

#include "ui/theme/theme.h"

#include "base/lookalike.h"
#include "base/text.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

QString lostText(const OverwriteLoss &loss)
{
    QStringList lines;
    for (const Git::Commit &commit : loss.newest)
        lines += commit.id.abbreviated() + u"  "_s + visibleText(firstLine(commit.subject, 200)) + u"  – "_s +
                 visibleName(firstLine(commit.author.name, 100));
    if (const qsizetype more = loss.count - loss.newest.size(); more > 0)
        lines += OverwriteDialog::tr("and %n more", nullptr, static_cast<int>(more));
    return lines.join(u'\n');
}

QString sentence(const OverwriteLoss &loss, const QString &target)
{
    if (loss.there.isNull())
        //: %1: a branch of a remote
        return OverwriteDialog::tr("%1 is not there any more. Pushing makes it anew.").arg(target);
    if (loss.count == 0)
        //: %1: a branch of a remote
        return OverwriteDialog::tr("Your branch has everything that %1 has: nothing is lost.").arg(target);
    //: %1: a branch of a remote
    return OverwriteDialog::tr(
               "%n commit(s) will be on %1 no more, for everybody. Nothing is overwritten when "
               "something else is there by then.",
               nullptr, static_cast<int>(loss.count))
        .arg(target);
}

QString actionText(const OverwriteLoss &loss)
{
    return loss.count == 0
               ? OverwriteDialog::tr("Push")
               : OverwriteDialog::tr("Overwrite %n commit(s)", nullptr, static_cast<int>(loss.count));
}

} // namespace

OverwriteDialog::OverwriteDialog(const OverwriteLoss &loss, const QString &target, QWidget *parent)
    //: %1: a branch of a remote
    : ConfirmDialog(tr("Overwrite %1").arg(target), sentence(loss, target), actionText(loss), parent)
{
    auto *lost = new QPlainTextEdit(this);
    lost->setReadOnly(true);
    lost->setTabChangesFocus(true);
    lost->setLineWrapMode(QPlainTextEdit::NoWrap);
    lost->setFont(Theme::fixedFont());
    lost->setPlainText(lostText(loss));
    lost->setAccessibleName(tr("Commits that are lost at the remote"));
    lost->setFixedHeight(fontMetrics().height() *
                         static_cast<int>(std::clamp<qsizetype>(loss.count, 2, 10) + 2));
    lost->setVisible(loss.count > 0);
    addBelowText(lost);
}
