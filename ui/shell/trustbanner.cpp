// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trustbanner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "base/text.h"
#include "settings/truststore.h"
#include "workspace/repositorycontroller.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct TrustBannerText
{
    Q_DECLARE_TR_FUNCTIONS(TrustBanner)
};

constexpr qsizetype kMostNamed = 12;
constexpr qsizetype kMostOthers = 100; // by name alone
constexpr qsizetype kLongestCommand = 120;
constexpr int kLongestButton = 60; // characters

QString lineOf(const Git::Executable &program)
{
    const QString line =
        displayPath(program.name) + u": "_s + firstLine(displayText(program.command), kLongestCommand);
    //: %1: something that a repository could run, and by which setting
    return program.isNew ? TrustBannerText::tr("new: %1").arg(line) : line;
}

/// What is new first.
QString listOf(QList<Git::Executable> programs)
{
    if (programs.isEmpty())
        return TrustBannerText::tr("It names nothing now: no hooks, filters or programs of its own.");
    std::ranges::stable_partition(programs, &Git::Executable::isNew);
    QStringList lines{TrustBannerText::tr("It names now:")};
    for (const Git::Executable &program : programs.first(std::min(programs.size(), kMostNamed)))
        lines += lineOf(program);
    const QList<Git::Executable> rest = programs.sliced(std::min(programs.size(), kMostNamed));
    QStringList names; // so that nothing hides behind many others
    for (const Git::Executable &program : rest.first(std::min(rest.size(), kMostOthers)))
        names += displayPath(program.name);
    if (!names.isEmpty())
        //: %1: settings or hooks
        lines += TrustBannerText::tr("and %n more: %1", nullptr, static_cast<int>(rest.size()))
                     .arg(names.join(u", "_s) + (rest.size() > names.size() ? u"…"_s : QString()));
    return lines.join(u'\n');
}

QString explanation(const QList<Git::Executable> &programs)
{
    return TrustBannerText::tr(
               "Once trusted, your actions here may start programs that this repository names: its Git "
               "hooks, clean "
               "and smudge filters, signing and merge programs from its configuration, and kustomize "
               "for rendering. "
               "They run with your rights. History, differences and environments are shown without any "
               "of them. "
               "Trust what you or your team made, not what you only want to look at.") +
           u'\n' + listOf(programs);
}

QString sentenceFor(const QList<Git::Executable> &programs)
{
    QStringList news;
    for (const Git::Executable &program : programs)
        if (program.isNew && news.size() < 3)
            news += displayPath(program.name);
    if (news.isEmpty())
        return TrustBannerText::tr(
            "Reading only. Until you trust this repository, staging, committing, hooks, filters and "
            "rendering are off.");
    //: %1: settings or hooks, such as "core.fsmonitor, hooks/pre-push"
    return TrustBannerText::tr("Reading only again: since you trusted this repository, it names something "
                               "new that could run: %1.")
        .arg(news.join(u", "_s));
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
    , m_trustAround(new QPushButton(this))
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
    m_trustAround->setAutoDefault(false);

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
    column->addWidget(m_trustAround, 0, Qt::AlignLeft);
    setTabOrder({m_fold, m_keep, m_trust, m_trustAround});

    connect(m_fold, &QToolButton::toggled, this, &TrustBanner::setExplained);
    connect(m_trust, &QPushButton::clicked, this, [this] { m_repository.setTrust(Git::Trust::Trusted); });
    connect(m_trustAround, &QPushButton::clicked, this, [this] {
        m_repository.setTrust(Git::Trust::Trusted, TrustStore::folderAround(m_repository.location()));
    });
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
    const QList<Git::Executable> &programs = m_repository.programs();
    m_explanation->setText(explanation(programs));
    showFolderAround();
    const QStringList &reasons = m_repository.info().readOnlyReasons;
    const Git::Trust trust = m_repository.location().trust;
    const bool canTrust = trust != Git::Trust::Trusted;
    QStringList lines = reasons;
    if (canTrust)
        lines.prepend(sentenceFor(programs));
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

void TrustBanner::showFolderAround()
{
    const QByteArray folder = TrustStore::folderAround(m_repository.location());
    //: %1: a folder
    const QString text = tr("Trust every repository in %1").arg(displayPath(folder));
    m_trustAround->setText(withoutMnemonic(
        fontMetrics().elidedText(text, Qt::ElideMiddle, fontMetrics().averageCharWidth() * kLongestButton)));
    setPlainToolTip(m_trustAround, text);
    m_trustAround->setAccessibleName(text);
    m_trustAround->setVisible(m_fold->isChecked() && !folder.isEmpty());
}

void TrustBanner::setExplained(bool isExplained)
{
    m_explanation->setVisible(isExplained);
    showFolderAround();
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
