// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/askdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "base/text.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

AskDialog::AskDialog(const Question &question, const QString &doing, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_answer(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const int unit = Theme::unit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    addPlace(doing, column);
    addQuestion(column);
    m_answer->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_answer->setEchoMode(question.prompt.kind == Git::AskKind::UserName ? QLineEdit::Normal
                                                                         : QLineEdit::Password);
    m_answer->setAccessibleName(sentence());
    m_answer->setVisible(isTyped());
    column->addWidget(m_answer);
    addButtons(column);
    setWindowTitle(sentence());
}

bool AskDialog::isTyped() const
{
    return m_question.prompt.kind != Git::AskKind::HostKey && m_question.prompt.kind != Git::AskKind::Confirm;
}

QString AskDialog::sentence() const
{
    switch (m_question.prompt.kind) {
    case Git::AskKind::UserName:
        return tr("User name");
    case Git::AskKind::Password:
        return tr("Password or access token");
    case Git::AskKind::Passphrase:
        return tr("Passphrase of a key");
    case Git::AskKind::HostKey:
        return tr("Unknown host");
    case Git::AskKind::Confirm:
        return tr("Allow this");
    case Git::AskKind::Notice:
    case Git::AskKind::Other:
        return tr("Question of a program");
    }
    return {};
}

void AskDialog::addPlace(const QString &doing, QLayout *column)
{
    auto *title = new PlainLabel(sentence(), this);
    title->setFont(Theme::title(font()));
    column->addWidget(title);
    //: %1: "Fetching from origin", %2: an address
    const QString both = tr("%1, %2").arg(doing, m_question.address);
    auto *place = new PlainLabel(m_question.address.isEmpty() ? doing : both, this);
    place->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(place);
    if (!m_question.host.isEmpty()) {
        //: %1: a computer
        auto *host = new PlainLabel(tr("Host: %1").arg(m_question.host), this);
        host->setSelectable(true);
        column->addWidget(host);
    }
    if (!m_question.prompt.isOtherHost)
        return;
    const QString other = displayPath(m_question.prompt.host);
    column->addWidget(new StatusChip(StatusShape::NotEqual, Theme::Token::Warn,
                                     //: %1: a computer
                                     tr("The question names another host: %1").arg(firstLine(other, 100)),
                                     this));
}

void AskDialog::addQuestion(QLayout *column)
{
    const Git::AskPrompt &prompt = m_question.prompt;
    const auto addLine = [&](const QString &text, const QFont &how) {
        auto *line = new PlainLabel(text, this);
        line->setWraps(true);
        line->setFont(how);
        line->setSelectable(true);
        line->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
        column->addWidget(line);
    };
    switch (prompt.kind) {
    case Git::AskKind::Password:
        if (!prompt.user.isEmpty())
            //: %1: a user's name
            addLine(tr("User name: %1").arg(displayPath(prompt.user)), font());
        break;
    case Git::AskKind::Passphrase:
        addLine(displayPath(prompt.key), Theme::fixedFont());
        break;
    case Git::AskKind::HostKey:
        addLine(tr("This host was never talked to from here. Compare its fingerprint with one from a source "
                   "that you trust; whoever answers in its place would see what you send."),
                font());
        addLine(QString::fromLatin1(prompt.fingerprint), Theme::fixedFont());
        break;
    case Git::AskKind::UserName:
        break;
    case Git::AskKind::Confirm:
    case Git::AskKind::Notice:
    case Git::AskKind::Other:
        addLine(tr("A program that Git started asks, in its own words:"), font());
        addLine(firstLine(displayText(prompt.words).replace(u'\n', u' '), 1000), Theme::fixedFont());
        break;
    }
}

void AskDialog::addButtons(QLayout *column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const QString text = m_question.prompt.kind == Git::AskKind::HostKey   ? tr("Trust this host")
                         : m_question.prompt.kind == Git::AskKind::Confirm ? tr("Allow")
                                                                           : tr("Answer");
    auto *act = buttons->addButton(text, QDialogButtonBox::AcceptRole);
    act->setObjectName(u"act"_s);
    act->setDefault(isTyped());
    auto *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(!isTyped());
    act->setEnabled(!isTyped());
    connect(m_answer, &QLineEdit::textChanged, act,
            [act](const QString &answer) { act->setEnabled(!answer.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    if (isTyped())
        m_answer->setFocus();
    else
        cancel->setFocus();
}

QByteArray AskDialog::takeAnswer()
{
    switch (m_question.prompt.kind) {
    case Git::AskKind::HostKey:
        return m_question.prompt.fingerprint; // so what was seen is what is accepted
    case Git::AskKind::Confirm:
        return "yes"_ba;
    default:
        break;
    }
    const QByteArray answer = m_answer->text().toUtf8();
    m_answer->clear();
    return answer;
}
