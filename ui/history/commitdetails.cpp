// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitdetails.h"

#include "base/lookalike.h"
#include "base/text.h"
#include "items/when.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QString personText(const Git::Person &person)
{
    return visibleName(person.name) + u" <"_s + visibleName(person.email) + u'>';
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
constexpr qsizetype kMostRefs = 12;      // that are named
constexpr qsizetype kLongestTitle = 300; // characters; a longer subject stands whole in the message

QString bodyOf(const Git::CommitDetails &details)
{
    if (details.commit.subject.size() > kLongestTitle)
        return details.message.trimmed();
    // Behind the first paragraph, which is the subject.
    QStringView rest = QStringView(details.message);
    bool isBegun = false;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf(u'\n');
        const bool isBlank = (end < 0 ? rest : rest.first(end)).trimmed().isEmpty();
        if (isBlank && isBegun)
            break;
        isBegun = isBegun || !isBlank;
        rest = end < 0 ? QStringView() : rest.sliced(end + 1);
    }
    return rest.trimmed().toString();
}

} // namespace

CommitDetailsView::CommitDetailsView(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_content(new QWidget)
    , m_subject(new WrappedText(tr("Subject"), m_content))
    , m_author(new WrappedText(tr("Author"), m_content))
    , m_committer(new WrappedText(tr("Committer"), m_content))
    , m_id(new WrappedText(tr("Commit id"), m_content))
    , m_refs(new WrappedText(tr("Refs at the commit"), m_content))
    , m_message(new WrappedText(tr("Message"), m_content))
    , m_authored(new PlainLabel(m_content))
    , m_committed(new PlainLabel(m_content))
    , m_signature(new PlainLabel(m_content))
    , m_parents(new QWidget(m_content))
    , m_parentButtons(new FlowLayout(m_parents))
{
    m_subject->setFont(Theme::title(font()));
    m_id->setFont(Theme::fixedFont());
    m_refs->setObjectName("commit.refs"_L1);
    m_refs->hide();
    for (PlainLabel *label : {m_authored, m_committed, m_signature})
        label->setWraps(true);
    for (PlainLabel *label : {m_authored, m_committed})
        label->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    for (WrappedText *text : {m_subject, m_author, m_committer, m_id, m_refs, m_message}) {
        connect(text, &WrappedText::cursorShown, this, [this, text](const QRect &area) {
            const QPoint at = text->viewport()->mapTo(m_content, area.center());
            m_area->ensureVisible(at.x(), at.y(), 0, area.height());
        });
    }
    setCommit(std::nullopt);
}

void CommitDetailsView::layOut()
{
    const int unit = Theme::unit(font());
    m_parentButtons->setContentsMargins(0, 0, 0, 0);
    m_parentButtons->setSpacing(unit);
    auto *parts = new QVBoxLayout(m_content);
    parts->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 2 * unit);
    parts->setSpacing(unit);
    parts->addWidget(m_subject);
    parts->addSpacing(unit);
    for (QWidget *part : std::initializer_list<QWidget *>{m_author, m_authored, m_committer, m_committed,
                                                          m_signature, m_id, m_refs, m_parents})
        parts->addWidget(part);
    parts->addSpacing(unit);
    parts->addWidget(m_message);
    parts->addStretch(1);
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // its texts are gone through
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    setMinimumWidth(m_content->minimumSizeHint().width() + m_area->verticalScrollBar()->sizeHint().width());
}

void CommitDetailsView::setCommit(const std::optional<Git::CommitDetails> &details, const Error &problem)
{
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_subject, m_author, m_authored, m_id, m_parents, m_message})
        part->setVisible(details.has_value());
    for (QWidget *part : std::initializer_list<QWidget *>{m_committer, m_committed, m_signature})
        part->hide();
    m_hasSignature = details && details->hasSignature;
    if (!details) {
        m_subject->setVisible(!problem.message.isEmpty());
        m_subject->setText(problem.message);
        return;
    }
    const Git::Commit &commit = details->commit;
    if (m_id->text() != commit.id.text())
        m_area->verticalScrollBar()->setValue(0);
    m_subject->setText(commit.subject.isEmpty() ? tr("(no message)")
                                                : firstLine(commit.subject, kLongestTitle));
    showPeople(commit);
    m_id->setText(commit.id.text());
    showParents(commit.parents);
    const QString body = bodyOf(*details);
    m_message->setText(body);
    m_message->setVisible(!body.isEmpty());
}

// Who amends or rebases what is one's own is its author at one time and commits it at another.
void CommitDetailsView::showPeople(const Git::Commit &commit)
{
    m_author->setText(personText(commit.author));
    m_authored->setText(exactTime(commit.authored.toDateTime()));
    const bool isOther = commit.committer != commit.author;
    const QString when = exactTime(commit.committed.toDateTime());
    m_committer->setText(tr("Committed by %1").arg(personText(commit.committer)));
    m_committer->setVisible(isOther);
    m_committed->setText(isOther ? when : tr("Committed %1").arg(when));
    m_committed->setVisible(isOther || commit.committed.seconds != commit.authored.seconds);
}

// In whole, for in the list their chips may be cut, or only counted.
void CommitDetailsView::setRefs(const QList<RefLabel> &refs)
{
    m_refs->setText(spokenLabels(refs, kMostRefs).join(u"; "_s));
    m_refs->setVisible(!refs.isEmpty());
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
