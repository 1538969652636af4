// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/celldetails.h"

#include "base/text.h"
#include "items/matrixitems.h"
#include "items/when.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCommitRole = Qt::UserRole + 1;
constexpr int kMostEvents = 200;

} // namespace

CellDetails::CellDetails(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new PlainLabel(this))
    , m_places(new PlainLabel(this))
    , m_since(new PlainLabel(this))
    , m_commit(new QToolButton(this))
    , m_events(new QTreeWidget(this))
{
    const int unit = Theme::unit(font());
    m_title->setFont(Theme::title(font()));
    m_places->setSelectable(true);
    m_places->setWraps(true);
    m_places->setFont(Theme::fixedFont());
    m_places->setAccessibleName(tr("Where the version is written"));
    m_commit->setAutoRaise(true);
    m_commit->setFont(Theme::fixedFont());
    connect(m_commit, &QToolButton::clicked, this, [this] { Q_EMIT commitRequested(m_id); });
    m_events->setAccessibleName(tr("Versions of this unit, newest first"));
    m_events->setHeaderLabels(
        {tr("Environment"), tr("Before"), tr("After"), tr("When"), tr("By"), tr("Commit")});
    m_events->setRootIsDecorated(false);
    m_events->setUniformRowHeights(true);
    m_events->setFrameShape(QFrame::NoFrame);
    m_events->header()->setStretchLastSection(true);
    connect(m_events, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT commitRequested(item->data(0, kCommitRole).value<Git::ObjectId>());
    });

    auto *since = new QHBoxLayout;
    since->setSpacing(2 * unit);
    since->addWidget(m_since, 1);
    since->addWidget(m_commit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_title);
    layout->addLayout(since);
    layout->addWidget(m_places);
    layout->addSpacing(unit);
    layout->addWidget(m_events, 1);
}

void CellDetails::setCell(const Environments::Catalogue &catalogue, const Environments::Cell *cell)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_places, m_since, m_events})
        part->setVisible(cell != nullptr);
    m_commit->setVisible(cell && cell->since);
    if (!cell)
        return;
    m_title->setText(tr("%1 in %2: %3")
                         .arg(displayPath(catalogue.units[cell->unit].name),
                              displayPath(catalogue.environments[cell->environment].name),
                              versionText(*cell)));
    QStringList places;
    for (const Environments::VersionValue &value : cell->versions) {
        const QString from = value.isInherited ? tr(" (shared with other environments)") : QString();
        places += displayPath(value.path) + u':' + QString::number(value.line) + from;
    }
    m_places->setText(places.join(u'\n'));
    if (cell->since) {
        m_id = cell->since->commit;
        m_since->setText(
            tr("Since %1 by %2: %3")
                .arg(exactTime(cell->since->time.toDateTime()), cell->since->by.name, cell->since->subject));
        m_commit->setText(m_id.abbreviated());
        m_commit->setAccessibleName(tr("Show commit %1 in History").arg(m_id.abbreviated()));
    } else {
        m_since->setText(catalogue.hasHistory ? tr("Since when is not known") : tr("Reading history"));
    }
    showEvents(catalogue, *cell);
}

void CellDetails::showEvents(const Environments::Catalogue &catalogue, const Environments::Cell &cell)
{
    m_events->clear();
    const QByteArray &unit = catalogue.units[cell.unit].name;
    QList<QTreeWidgetItem *> items;
    for (const Environments::ChangeEvent &event : catalogue.events) {
        if (event.unit != unit || items.size() >= kMostEvents)
            continue;
        const auto orNothing = [](const QByteArray &text) {
            return text.isEmpty() ? u"–"_s : displayPath(text);
        };
        auto *item = new QTreeWidgetItem(
            {displayPath(event.environment), orNothing(event.from), orNothing(event.to),
             relativeTime(event.arrival.time.toDateTime(), m_clock.now()), visibleText(event.arrival.by.name),
             event.arrival.commit.abbreviated() + u' ' + visibleText(firstLine(event.arrival.subject, 200))});
        item->setData(0, kCommitRole, QVariant::fromValue(event.arrival.commit));
        items += item;
    }
    m_events->addTopLevelItems(items);
    const int letter = fontMetrics().averageCharWidth();
    const int widths[] = {16, 12, 12, 8, 22};
    for (int column = 0; column < 5; ++column)
        m_events->setColumnWidth(column, widths[column] * letter);
}
