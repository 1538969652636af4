// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lockoffers.h"

#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"

#include "workspace/lockremoval.h"

#include <QPointer>
#include <QPushButton>

namespace {

/// The offer in one banner, as long as it shows that error.
class LockOffer final : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(LockOffer)

public:
    LockOffer(RepositoryContext &context, ErrorBanner *banner)
        : QObject(banner)
        , m_context(context)
        , m_banner(banner)
        , m_removal(context.repository())
    {
        connect(&m_removal, &LockRemoval::found, this, &LockOffer::show);
        connect(&m_removal, &LockRemoval::removed, this, &LockOffer::tell);
        connect(&m_removal, &LockRemoval::failed, m_banner, &ErrorBanner::setError);
        connect(banner, &ErrorBanner::errorChanged, this, &LockOffer::withdraw);
        m_removal.find(banner->error());
    }
    ~LockOffer() override { takeBack(); }

private:
    void show()
    {
        m_button = m_banner->addButton(tr("Remove lock…"));
        connect(m_button, &QPushButton::clicked, this, &LockOffer::ask);
    }

    void ask()
    {
        m_dialog = new ConfirmDialog(tr("Remove lock"), m_removal.question(), tr("Remove lock"), m_banner);
        connect(m_dialog, &QDialog::accepted, this, [this] {
            m_button->setEnabled(false);
            m_removal.remove();
        });
        m_dialog->open();
    }

    void tell()
    {
        m_button->hide();
        m_banner->setHint(tr("The lock is removed. Do again what did not work."));
        m_context.showMessage(tr("Removed the lock"));
    }

    void withdraw()
    {
        takeBack();
        deleteLater();
    }

    void takeBack()
    {
        delete m_dialog;
        delete m_button;
    }

    RepositoryContext &m_context;
    ErrorBanner *m_banner;
    LockRemoval m_removal;
    QPointer<QPushButton> m_button;
    QPointer<QDialog> m_dialog;
};

} // namespace

LockOffers::LockOffers(RepositoryContext &context, QWidget *top)
    : QObject(top)
    , m_context(context)
{
    top->installEventFilter(this);
}

bool LockOffers::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != ErrorShown::kind())
        return QObject::eventFilter(watched, event);
    offer(static_cast<ErrorShown *>(event)->banner);
    event->accept();
    return true;
}

void LockOffers::offer(ErrorBanner *banner)
{
    if (banner->error().kind == ErrorKind::Conflict)
        new LockOffer(m_context, banner);
}
