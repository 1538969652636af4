// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitdetails.h"

#include "base/text.h"
#include "items/when.h"
#include "ui/theme/theme.h"
#include "ui/widgets/boundedtext.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QString personText(const Git::Person &person)
{
    return person.name + u" <"_s + person.email + u'>';
}

struct CommitDetailsText
{
    Q_DECLARE_TR_FUNCTIONS(CommitDetailsView)
};

Theme::Token tokenOf(Git::SignatureState state)
{
    switch (state) {
    case Git::SignatureState::Good:
        return Theme::Token::Good;
    case Git::SignatureState::GoodUntrusted:
    case Git::SignatureState::Expired:
        return Theme::Token::Warn;
    case Git::SignatureState::Bad:
    case Git::SignatureState::Revoked:
        return Theme::Token::Bad;
    default:
        return Theme::Token::Unknown;
    }
}

// The sign says it without colour.
QString signatureText(const Git::Signature &signature)
{
    const QString who = firstLine(signature.signer.isEmpty() ? signature.key : signature.signer, 200);
    switch (signature.state) {
    case Git::SignatureState::Good:
        return CommitDetailsText::tr("✓ Good signature by %1").arg(who);
    case Git::SignatureState::GoodUntrusted:
        return CommitDetailsText::tr("✓ Good signature by %1, whose key nobody vouched for").arg(who);
    case Git::SignatureState::Expired:
        return CommitDetailsText::tr("! Good signature by %1, but expired").arg(who);
    case Git::SignatureState::Revoked:
        return CommitDetailsText::tr("✗ Signature by %1, whose key was revoked").arg(who);
    case Git::SignatureState::Bad:
        return CommitDetailsText::tr("✗ Bad signature: this is not what %1 signed").arg(who);
    case Git::SignatureState::UnknownKey:
        return CommitDetailsText::tr("? Signed with the key %1, which is not here")
            .arg(firstLine(signature.key, 200));
    case Git::SignatureState::None:
        break;
    }
    return CommitDetailsText::tr("? git finds no signature that it understands");
}

// Buttons show another font, in the middle of more room: puts the text of all on one line.
void alignBaselines(const QList<PlainLabel *> &labels, const QList<QToolButton *> &buttons)
{
    if (labels.isEmpty() || buttons.isEmpty())
        return;
    const auto baseline = [](const QWidget *part) { // in whole pixels, as glyphs are placed
        const QFontMetricsF metrics(part->font());
        return qRound((part->sizeHint().height() - metrics.height()) / 2 + metrics.ascent());
    };
    const int below = baseline(buttons.first()) - baseline(labels.first());
    const int height = buttons.first()->sizeHint().height();
    for (PlainLabel *label : labels)
        label->setContentsMargins(0, qMax(0, below), 0, 0);
    for (QToolButton *button : buttons)
        button->setMinimumHeight(height + 2 * qMax(0, -below));
}

constexpr qsizetype kMostParents = 20;   // that can be gone to with a button
constexpr qsizetype kLongestTitle = 300; // characters; a longer subject stands whole in the message

QString bodyOf(const Git::CommitDetails &details)
{
    if (details.commit.subject.size() > kLongestTitle)
        return details.message.trimmed();
    const qsizetype end = details.message.indexOf(u'\n');
    return end < 0 ? QString() : details.message.sliced(end + 1).trimmed();
}

} // namespace

CommitDetailsView::CommitDetailsView(QWidget *parent)
    : QWidget(parent)
    , m_subject(new PlainLabel(this))
    , m_author(new PlainLabel(this))
    , m_when(new PlainLabel(this))
    , m_committer(new PlainLabel(this))
    , m_signature(new PlainLabel(this))
    , m_id(new PlainLabel(this))
    , m_parents(new QWidget(this))
    , m_parentButtons(new FlowLayout(m_parents))
    , m_message(new QPlainTextEdit(this))
{
    const int unit = Theme::unit(font());
    m_subject->setFont(Theme::title(font()));
    m_subject->setWraps(true);
    m_subject->setSelectable(true);
    m_subject->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_subject->setAccessibleName(tr("Subject"));
    for (PlainLabel *label : {m_author, m_id}) {
        label->setSelectable(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    m_author->setAccessibleName(tr("Author"));
    m_id->setAccessibleName(tr("Commit id"));
    m_id->setFont(Theme::fixedFont());
    for (PlainLabel *label : {m_when, m_committer}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWraps(true);
    }
    m_signature->setWraps(true);
    m_signature->setAccessibleName(tr("Signature"));
    m_message->setReadOnly(true);
    m_message->setFrameShape(QFrame::NoFrame);
    m_message->setAccessibleName(tr("Message"));
    m_message->setTabChangesFocus(true);
    m_message->document()->setDocumentMargin(0);
    m_message->viewport()->setAutoFillBackground(false);
    m_parentButtons->setContentsMargins(0, 0, 0, 0);
    m_parentButtons->setSpacing(unit);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_subject);
    layout->addSpacing(unit);
    layout->addWidget(m_author);
    layout->addWidget(m_when);
    layout->addWidget(m_committer);
    layout->addWidget(m_signature);
    layout->addWidget(m_id);
    layout->addWidget(m_parents);
    layout->addSpacing(unit);
    layout->addWidget(m_message, 1);
    setCommit(std::nullopt);
}

void CommitDetailsView::setCommit(const std::optional<Git::CommitDetails> &details, const Error &problem)
{
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_subject, m_author, m_when, m_id, m_parents, m_message})
        part->setVisible(details.has_value());
    m_committer->hide();
    m_signature->hide();
    m_hasSignature = details && details->hasSignature;
    if (!details) {
        m_subject->setVisible(!problem.message.isEmpty());
        m_subject->setText(problem.message);
        return;
    }
    const Git::Commit &commit = details->commit;
    m_subject->setText(commit.subject.isEmpty() ? tr("(no message)")
                                                : firstLine(commit.subject, kLongestTitle));
    m_author->setText(personText(commit.author));
    m_when->setText(exactTime(commit.authored.toDateTime()));
    if (commit.committer != commit.author) {
        m_committer->setText(
            tr("Committed by %1, %2")
                .arg(personText(commit.committer), exactTime(commit.committed.toDateTime())));
        m_committer->show();
    }
    m_id->setText(commit.id.text());
    showParents(commit.parents);
    m_message->setPlainText(boundedText(visibleText(bodyOf(*details))));
    m_message->setVisible(true);
}

void CommitDetailsView::paintSignature(Theme::Token token)
{
    QPalette own = palette();
    own.setColor(QPalette::WindowText, Theme::color(token, palette()));
    m_signature->setPalette(own);
}

void CommitDetailsView::setSignature(const ChosenCommit &chosen, bool isTrusted)
{
    m_signature->setVisible(m_hasSignature);
    if (!m_hasSignature)
        return;
    const auto &checked = chosen.signature();
    const Error &problem = chosen.signatureError();
    paintSignature(checked ? tokenOf(checked->state) : Theme::Token::Unknown);
    if (checked)
        m_signature->setText(signatureText(*checked));
    else if (!isTrusted)
        m_signature->setText(tr("? Signed, not verified: the repository is not trusted"));
    else if (!problem.message.isEmpty())
        m_signature->setText(tr("? Signed, not verified: %1").arg(problem.message));
    else
        m_signature->setText(tr("Signed, verifying…"));
}

void CommitDetailsView::showParents(const QList<Git::ObjectId> &parents)
{
    while (QLayoutItem *item = m_parentButtons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    QList<PlainLabel *> labels;
    QList<QToolButton *> buttons;
    const auto add = [this](QWidget *part) { m_parentButtons->insertWidget(m_parentButtons->count(), part); };
    const auto addLabel = [&](const QString &text) {
        auto *label = new PlainLabel(text, m_parents);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setElideMode(Qt::ElideNone);
        add(label);
        labels += label;
    };
    addLabel(parents.isEmpty() ? tr("No parent: the first commit")
                               : tr("%n parent(s)", nullptr, static_cast<int>(parents.size())));
    for (const Git::ObjectId &parent : parents.first(qMin(parents.size(), kMostParents))) {
        auto *button = new QToolButton(m_parents);
        button->setText(parent.abbreviated());
        button->setFont(Theme::fixedFont());
        button->setAutoRaise(true);
        button->setAccessibleName(tr("Go to parent %1").arg(parent.abbreviated()));
        connect(button, &QToolButton::clicked, this, [this, parent] { Q_EMIT parentRequested(parent); });
        add(button);
        buttons += button;
    }
    if (parents.size() > kMostParents)
        addLabel(tr("and %n more", nullptr, static_cast<int>(parents.size() - kMostParents)));
    alignBaselines(labels, buttons);
}
