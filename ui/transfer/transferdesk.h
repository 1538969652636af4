// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transfer/transferbar.h"
#include "workspace/transfer/transferscontroller.h"

#include <QPointer>

class AskDialog;
class TransferBanner;
class QWidget;

/// Everything a window needs to fetch, pull and push: the buttons, the banner, and the questions on the way.
class TransferDesk final : public QObject
{
    Q_OBJECT

public:
    /// place: over which dialogs open; becomes the parent of the bar and the banner. repository and place
    /// must outlive this.
    TransferDesk(RepositoryController &repository, QWidget *place);
    ~TransferDesk() override;

    TransfersController &transfers() { return m_transfers; }
    TransferBar *bar() const { return m_bar; }          ///< to be laid out by the place
    TransferBanner *banner() const { return m_banner; } ///< hidden until needed; to be laid out by the place

    void start(TransferKind kind); ///< asks where to, when that is not known
    void pull(Git::PullWay way);   ///< whatever is configured
    void pushWithTags();           ///< annotated ones of what is pushed
    void pushTag(const QByteArray &remote, const QByteArray &tag);
    /// Removes a branch or a tag at the remote, after asking. expected: of a branch, where it was seen;
    /// ownCommits: which nothing else here has.
    void removeThere(const QByteArray &remote, const QByteArray &ref, const Git::ObjectId &expected,
                     qsizetype ownCommits);
    void fetchAll();
    void fetch(const QByteArray &remote, bool prunes); ///< prunes: drops branches that are gone there
    void pushElsewhere();                              ///< always asks where to
    void overwrite();                                  ///< shows first what would be lost

Q_SIGNALS:
    void messageShown(const QString &text);
    void changesWanted();

private:
    void connectBanner();
    void choose(TransferKind kind, std::optional<Git::PullWay> way = {}, bool takesTags = false);
    void askToSkipHook();
    void goOn(TransferKind kind, TransferWay way);
    void askOverwrite(const OverwriteLoss &loss);
    void ask(const Question &question);
    void withdraw(quint64 number);
    bool isAllowed(TransferKind kind); ///< says why not

    TransfersController m_transfers;
    QWidget *m_place;
    QPointer<TransferBar> m_bar;
    TransferBanner *m_banner;
    QList<QPointer<AskDialog>> m_asking;
    std::optional<TransferTarget> m_last; ///< of the push or pull that ran last
};
