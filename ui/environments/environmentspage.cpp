// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/environmentspage.h"

#include "base/text.h"
#include "ui/environments/celldetails.h"
#include "ui/environments/matrixdelegate.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/paddedheader.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>

using namespace Qt::StringLiterals;

EnvironmentsPage::EnvironmentsPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository(),
                   QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/plumbline"_s)
    , m_table(new QTableView(this))
    , m_details(new CellDetails(*context.services().clock, this))
    , m_problems(new PlainLabel(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setUpTable();
    layOut();
    QAction *show = addCommand(declaredCommands().first());
    connect(show, &QAction::triggered, this, [this] {
        const Environments::Cell *cell = m_controller.matrix().cellAt(m_table->currentIndex());
        if (cell && cell->since)
            showCommit(cell->since->commit);
    });
    connect(&m_controller, &EnvironmentsController::catalogueChanged, this, &EnvironmentsPage::showCatalogue);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EnvironmentsPage::showCell);
    connect(m_table, &QTableView::activated, show, &QAction::trigger);
    connect(m_details, &CellDetails::commitRequested, this, &EnvironmentsPage::showCommit);
    connect(m_rows, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showCatalogue();
}

QList<PageCommand> EnvironmentsPage::declaredCommands()
{
    return {{u"environments.showCommit"_s, tr("Show the commit in &History"),
             QKeySequence(Qt::CTRL | Qt::Key_L)}};
}

void EnvironmentsPage::setUpTable()
{
    m_table->setHorizontalHeader(new PaddedHeader(Qt::Horizontal, m_table));
    m_table->setVerticalHeader(new PaddedHeader(Qt::Vertical, m_table));
    m_table->setModel(&m_controller.matrix());
    m_table->setItemDelegate(new MatrixDelegate(m_table));
    m_table->setAccessibleName(tr("Units by environment"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 2.9));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 18);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void EnvironmentsPage::layOut()
{
    const int unit = Theme::unit(font());
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    m_problems->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    m_problems->setWraps(true);
    m_problems->setSelectable(true);
    m_problems->setAccessibleName(tr("What could not be read"));
    topLayout->addWidget(m_problems);
    topLayout->addWidget(m_table, 1);
    m_rows->addWidget(top);
    m_rows->addWidget(m_details);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setSizes({60 * unit, 40 * unit});
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);

    auto *stack = new StateStack(m_controller, m_rows, this);
    stack->setLoadingText(tr("Looking for environments"));
    stack->emptyState()->setTitle(tr("No environments found"));
    stack->emptyState()->setExplanation(
        tr("Environments show here when folders or files differ by an environment's name alone, such as "
           "overlays/staging and overlays/production, or values-staging.yaml and values-production.yaml."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
    setFocusProxy(m_table);
}

void EnvironmentsPage::showCatalogue()
{
    const Environments::Catalogue &catalogue = m_controller.matrix().catalogue();
    QStringList lines;
    for (const Environments::Problem &problem :
         catalogue.problems.first(qMin(catalogue.problems.size(), qsizetype(3))))
        lines +=
            u"%1:%2: %3"_s.arg(displayPath(problem.path), QString::number(problem.line), problem.sentence);
    if (catalogue.problems.size() > 3)
        lines += tr("and %n more", nullptr, static_cast<int>(catalogue.problems.size()) - 3);
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
    if (!m_table->currentIndex().isValid() && m_controller.matrix().rowCount() > 0)
        m_table->setCurrentIndex(m_controller.matrix().index(0, 1));
    fitColumns();
    showCell();
}

// Few environments share the width. Many keep theirs and scroll; then the units stand in the vertical header,
// which does not scroll away.
void EnvironmentsPage::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int letter = fontMetrics().averageCharWidth();
    const bool isMany = header->count() > 6;
    m_table->setColumnHidden(0, isMany);
    m_table->verticalHeader()->setVisible(isMany);
    header->setSectionResizeMode(isMany ? QHeaderView::Interactive : QHeaderView::Stretch);
    for (int section = 1; isMany && section < header->count(); ++section)
        header->resizeSection(section, letter * 34);
    if (!isMany && header->count() > 0) {
        header->setSectionResizeMode(0, QHeaderView::Interactive);
        header->resizeSection(0, letter * 26);
    }
}

void EnvironmentsPage::showCell()
{
    m_details->setCell(m_controller.matrix().catalogue(),
                       m_controller.matrix().cellAt(m_table->currentIndex()));
}

void EnvironmentsPage::showCommit(const Git::ObjectId &commit)
{
    m_context.openPage(u"history"_s, commit.toHex());
}

QJsonObject EnvironmentsPage::saveState() const
{
    return {{u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())}};
}

void EnvironmentsPage::restoreState(const QJsonObject &state)
{
    m_rows->restoreState(QByteArray::fromBase64(state.value("rows"_L1).toString().toLatin1()));
    m_rows->setHandleWidth(1);
}
