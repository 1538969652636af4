// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/repositoryheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "base/text.h"
#include "workspace/repositorycontroller.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct RepositoryHeaderText
{
    Q_DECLARE_TR_FUNCTIONS(RepositoryHeader)
};

QString operationWord(Git::Operation operation)
{
    switch (operation) {
    case Git::Operation::None:
        return {};
    case Git::Operation::Merge:
        return RepositoryHeaderText::tr("merging");
    case Git::Operation::Rebase:
        return RepositoryHeaderText::tr("rebasing");
    case Git::Operation::CherryPick:
        return RepositoryHeaderText::tr("cherry-picking");
    case Git::Operation::Revert:
        return RepositoryHeaderText::tr("reverting");
    case Git::Operation::Bisect:
        return RepositoryHeaderText::tr("bisecting");
    case Git::Operation::ApplyMailbox:
        return RepositoryHeaderText::tr("applying patches");
    }
    return {};
}

QString headText(const Git::Head &head)
{
    const Git::Ref branch{.name = head.branch, .kind = Git::RefKind::LocalBranch};
    switch (head.state) {
    case Git::HeadState::Branch:
        return displayText(branch.shortName());
    case Git::HeadState::Detached:
        //: %1 an abbreviated commit id
        return RepositoryHeaderText::tr("detached at %1").arg(head.target.abbreviated());
    case Git::HeadState::Unborn:
        //: %1 a branch name
        return RepositoryHeaderText::tr("%1 (no commits yet)").arg(displayText(branch.shortName()));
    case Git::HeadState::Broken:
        return RepositoryHeaderText::tr("HEAD cannot be read");
    }
    return {};
}

} // namespace

RepositoryHeader::RepositoryHeader(RepositoryController &repository, QWidget *parent)
    : QWidget(parent)
    , m_repository(repository)
    , m_name(new PlainLabel(this))
    , m_branchSymbol(new PlainLabel(this))
    , m_branch(new PlainLabel(this))
    , m_distance(new PlainLabel(this))
    , m_operation(new StatusChip(this))
{
    const int u = Theme::unit(font());
    m_name->setFont(Theme::title(font()));
    m_branchSymbol->setElideMode(Qt::ElideNone);
    m_distance->setElideMode(Qt::ElideNone);
    m_readOnly = addButton(tr("Reading only"));
    m_readOnly->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPlainToolTip(m_readOnly, tr("This repository is not trusted; nothing it names is started"));
    m_refresh = addButton(tr("Refresh"));
    m_palette = addButton(tr("Commands"));

    auto *row = new QHBoxLayout(this);
    m_row = row;
    row->setContentsMargins(4 * u, u, 2 * u, u + 1);
    row->setSpacing(u);
    row->addWidget(m_name);
    row->addSpacing(3 * u);
    row->addWidget(m_branchSymbol);
    row->addWidget(m_branch);
    row->addSpacing(u);
    row->addWidget(m_distance);
    row->addSpacing(u);
    row->addWidget(m_operation);
    row->addStretch(1);
    for (QWidget *button : {m_readOnly, m_refresh, m_palette})
        row->addWidget(button);

    connect(m_refresh, &QToolButton::clicked, &repository, &RepositoryController::refreshEverything);
    connect(m_palette, &QToolButton::clicked, this, &RepositoryHeader::paletteWanted);
    connect(m_readOnly, &QToolButton::clicked, this, &RepositoryHeader::trustWanted);
    for (const auto news : {&RepositoryController::infoChanged, &RepositoryController::refsChanged,
                            &RepositoryController::distanceChanged, &RepositoryController::trustChanged})
        connect(&repository, news, this, &RepositoryHeader::apply);
    drawSymbols();
    apply();
}

QToolButton *RepositoryHeader::addButton(const QString &text)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    setPlainToolTip(button, text);
    return button;
}

void RepositoryHeader::setShortcuts(const QKeySequence &refresh, const QKeySequence &palette)
{
    const auto show = [](QToolButton *button, const QKeySequence &keys) {
        const QString text = keys.toString(QKeySequence::NativeText);
        setPlainToolTip(button, text.isEmpty() ? button->text() : QString(button->text() + u"  "_s + text));
    };
    show(m_refresh, refresh);
    show(m_palette, palette);
}

void RepositoryHeader::apply()
{
    m_name->setText(m_repository.name());
    const Git::Head &head = m_repository.refs().head;
    m_branch->setText(headText(head));
    const QString word = operationWord(m_repository.info().operation);
    m_operation->setVisible(!word.isEmpty());
    m_operation->setStatus(StatusShape::Hourglass, Theme::Token::Warn, word);

    const auto distance = m_repository.aheadBehind();
    const bool isApart = distance && (distance->ahead > 0 || distance->behind > 0);
    m_distance->setVisible(isApart);
    if (isApart) {
        QStringList parts, words;
        if (distance->ahead > 0) {
            parts += u"↑"_s + locale().toString(distance->ahead);
            words += tr("%n commit(s) ahead of the upstream branch", nullptr, int(distance->ahead));
        }
        if (distance->behind > 0) {
            parts += u"↓"_s + locale().toString(distance->behind);
            words += tr("%n commit(s) behind the upstream branch", nullptr, int(distance->behind));
        }
        m_distance->setText(parts.join(u' '));
        m_distance->setAccessibleName(words.join(u", "_s));
        setPlainToolTip(m_distance, words.join(u'\n'));
    }
    m_readOnly->setVisible(!m_repository.canWrite() && !m_isBannerShown);
}

void RepositoryHeader::setBannerShown(bool isShown)
{
    m_isBannerShown = isShown;
    apply();
}

void RepositoryHeader::addTransfers(QWidget *bar)
{
    const int at = m_row->indexOf(m_operation) + 1;
    m_row->insertSpacing(at, Theme::unit(font()));
    m_row->insertWidget(at + 1, bar);
}

void RepositoryHeader::drawSymbols()
{
    const int side = fontMetrics().height();
    m_branchSymbol->setPixmap(
        Theme::icon(u"vcs-branch"_s, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_readOnly->setIcon(Theme::icon(u"object-locked"_s, palette()));
    m_refresh->setIcon(Theme::icon(u"view-refresh"_s, palette()));
    m_palette->setIcon(Theme::icon(u"search"_s, palette()));
}

void RepositoryHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSymbols();
}

void RepositoryHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::hairline(palette()));
}
