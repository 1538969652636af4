// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trustbanner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "workspace/repositorycontroller.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace {

struct TrustBannerText
{
    Q_DECLARE_TR_FUNCTIONS(TrustBanner)
};

QString explanation(const QStringList &hooks)
{
    const QString found =
        hooks.isEmpty()
            ? TrustBannerText::tr("There are no active hooks in its Git folder.")
            //: %1 names such as "pre-commit, pre-push"
            : TrustBannerText::tr("Hooks in its Git folder: %1.").arg(hooks.join(QStringLiteral(", ")));
    return TrustBannerText::tr(
               "Once trusted, your actions here may start programs that this repository names: its Git "
               "hooks, clean "
               "and smudge filters, signing and merge programs from its configuration, and kustomize "
               "for rendering. "
               "They run with your rights. History, differences and environments are shown without any "
               "of them. "
               "Trust what you or your team made, not what you only want to look at.") +
           u'\n' + found;
}

} // namespace

TrustBanner::TrustBanner(RepositoryController &repository, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_sentence(new PlainLabel(this))
    , m_explanation(new PlainLabel(this))
    , m_fold(new QToolButton(this))
    , m_trust(new QPushButton(tr("Trust this repository"), this))
    , m_keep(new QPushButton(tr("Keep reading only"), this))
{
    const int u = Theme::unit(font());
    m_sentence->setWraps(true);
    m_explanation->setWraps(true);
    m_fold->setText(tr("What could run"));
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_trust->setAutoDefault(false);
    m_keep->setAutoDefault(false);

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * u);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_fold);
    row->addWidget(m_keep);
    row->addWidget(m_trust);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * u, u, 2 * u, u + 1);
    column->setSpacing(u);
    column->addLayout(row);
    column->addWidget(m_explanation);

    connect(m_fold, &QToolButton::toggled, this, &TrustBanner::setExplained);
    connect(m_trust, &QPushButton::clicked, this, [this] { m_repository.setTrust(Git::Trust::Trusted); });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_isPutAway = true;
        m_repository.setTrust(Git::Trust::Restricted);
        apply();
    });
    connect(qApp, &QApplication::focusChanged, this, &TrustBanner::noteFocus);
    for (const auto news : {&RepositoryController::infoChanged, &RepositoryController::trustChanged})
        connect(&repository, news, this, &TrustBanner::apply);
    setExplained(false);
    apply();
}

TrustBanner::~TrustBanner()
{
    // Its buttons go after it, and one of them may have the focus.
    disconnect(qApp, nullptr, this, nullptr);
}

void TrustBanner::ask()
{
    m_isPutAway = false;
    apply();
    show();
    m_fold->setChecked(!m_repository.isTrusted());
    // Not on the button that trusts: the next key, meant for the page, would press it.
    m_fold->setFocus(Qt::OtherFocusReason);
}

void TrustBanner::noteFocus(QWidget *before, QWidget *now)
{
    if (now && before && isAncestorOf(now) && !isAncestorOf(before) && before->window() == window())
        m_focusBefore = before;
}

void TrustBanner::apply()
{
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    m_explanation->setText(explanation(m_repository.hooks()));
    const QStringList &reasons = m_repository.info().readOnlyReasons;
    const Git::Trust trust = m_repository.location().trust;
    const bool canTrust = trust != Git::Trust::Trusted;
    QStringList lines = reasons;
    if (canTrust)
        lines.prepend(
            tr("Reading only. Until you trust this repository, staging, committing, hooks, filters and "
               "rendering are off."));
    m_sentence->setText(lines.join(u'\n'));
    const bool offersToKeep = canTrust && !m_isPutAway;
    m_isPutAway = m_isPutAway || trust == Git::Trust::Restricted;
    const bool isAsking = canTrust && !m_isPutAway;
    // Before the button goes: the next in the order of widgets is not where the user was.
    if (hadFocus && !isAsking)
        Q_EMIT focusReturned(m_focusBefore);
    for (QWidget *part : {static_cast<QWidget *>(m_fold), static_cast<QWidget *>(m_trust)})
        part->setVisible(canTrust);
    m_keep->setVisible(offersToKeep);
    if (!canTrust)
        m_fold->setChecked(false);
    setVisible(!reasons.isEmpty() || isAsking);
}

void TrustBanner::setExplained(bool isExplained)
{
    m_explanation->setVisible(isExplained);
    m_fold->setArrowType(isExplained ? Qt::DownArrow : Qt::RightArrow);
}

void TrustBanner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
}

void TrustBanner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(!isHidden());
}

void TrustBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = Theme::color(Theme::Token::Info, palette());
    const int thick = std::max(2, Theme::unit(font()) / 2);
    painter.fillRect(QRect(isRightToLeft() ? width() - thick : 0, 0, thick, height()), ground);
    ground.setAlphaF(0.10F);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::hairline(palette()));
}
