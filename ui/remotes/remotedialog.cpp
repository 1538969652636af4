// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remotes/remotedialog.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

RemoteDialog::RemoteDialog(const RemotesController &remotes, const Git::Remote *remote, QWidget *parent)
    : QDialog(parent)
    , m_remotes(remotes)
    , m_remote(remote ? std::optional(*remote) : std::nullopt)
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_push(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_remote ? tr("Addresses of %1").arg(displayPath(m_remote->name)) : tr("Add remote"));
    fill();
    layOut();
    for (QLineEdit *field : {m_name, m_address, m_push})
        connect(field, &QLineEdit::textChanged, this, &RemoteDialog::judge);
    judge();
    (m_remote ? m_address : m_name)->setFocus();
}

void RemoteDialog::fill()
{
    const QString same = tr("Where it is fetched from");
    m_address->setPlaceholderText(u"https://example.org/team/project.git"_s);
    m_push->setPlaceholderText(same);
    if (!m_remote) {
        const bool isFirst = m_remotes.nameProblem(u"origin"_s).isEmpty();
        m_name->setText(isFirst ? u"origin"_s : QString());
        return;
    }
    const bool pushesElsewhere = m_remote->pushUrl != m_remote->fetchUrl;
    m_addressBefore = RemotesController::editable(m_remote->fetchUrl);
    m_pushBefore = pushesElsewhere ? RemotesController::editable(m_remote->pushUrl) : QString();
    m_address->setText(m_addressBefore);
    m_push->setText(m_pushBefore);
    const auto keep = [](QLineEdit *field, const QByteArray &address) {
        //: %1: an address, its password masked
        field->setPlaceholderText(tr("%1, as it is").arg(Git::displayUrl(address)));
    };
    if (m_addressBefore.isEmpty() && !m_remote->fetchUrl.isEmpty())
        keep(m_address, m_remote->fetchUrl);
    if (pushesElsewhere && m_pushBefore.isEmpty())
        keep(m_push, m_remote->pushUrl);
}

void RemoteDialog::layOut()
{
    const int unit = Theme::unit(font());
    m_name->setAccessibleName(tr("Name of the remote"));
    m_address->setAccessibleName(tr("Address to fetch from"));
    m_push->setAccessibleName(tr("Address to push to"));
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *form = new QFormLayout;
    form->setSpacing(2 * unit);
    m_name->setVisible(!m_remote);
    if (!m_remote)
        form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Push to"), m_push);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(m_remote ? tr("Change") : tr("Add remote"), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(buttons);
}

QString RemoteDialog::name() const
{
    return m_name->text();
}

QString RemoteDialog::address() const
{
    return m_address->text().trimmed();
}

QString RemoteDialog::pushAddress() const
{
    return m_push->text().trimmed();
}

std::optional<QString> RemoteDialog::newAddress() const
{
    return address() == m_addressBefore ? std::nullopt : std::optional(address());
}

std::optional<QString> RemoteDialog::newPushAddress() const
{
    return pushAddress() == m_pushBefore ? std::nullopt : std::optional(pushAddress());
}

QString RemoteDialog::problem() const
{
    if (!m_remote && !name().isEmpty()) {
        if (const QString wrong = m_remotes.nameProblem(name()); !wrong.isEmpty())
            return wrong;
    }
    if (newAddress() && !address().isEmpty()) {
        if (const QString wrong = RemotesController::addressProblem(address()); !wrong.isEmpty())
            return wrong;
    }
    return newPushAddress() && !pushAddress().isEmpty() ? RemotesController::addressProblem(pushAddress())
                                                        : QString();
}

void RemoteDialog::judge()
{
    const QString wrong = problem();
    m_problem->setText(wrong);
    const bool isWhole = m_remote ? (newAddress() && !address().isEmpty()) || newPushAddress()
                                  : !name().isEmpty() && !address().isEmpty();
    const bool takesAddressAway = m_remote && newAddress() && address().isEmpty();
    m_act->setEnabled(wrong.isEmpty() && isWhole && !takesAddressAway);
}
