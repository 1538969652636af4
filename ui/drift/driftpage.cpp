// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/driftpage.h"

#include "base/text.h"
#include "items/when.h"
#include "ui/drift/driftstatus.h"
#include "ui/drift/environmentbutton.h"
#include "ui/drift/findingdetails.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

// No environments: their names hold no slash.
const QByteArray kChooseFile = "/choose"_ba, kChosenFile = "/chosen"_ba;

int driftsOf(const std::optional<Drift::Report> &report)
{
    if (!report)
        return 0;
    return static_cast<int>(std::ranges::count_if(
        report->findings, [](const Drift::Finding &finding) { return Drift::isDrift(finding.kind); }));
}

Drift::Verdict verdictOf(const std::optional<Drift::Report> &report)
{
    return report ? report->verdict : Drift::Verdict::Unknown;
}

} // namespace

DriftPage::DriftPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_chooseFile(addCommand(declaredCommands().first()))
    , m_environments(new QButtonGroup(this))
    , m_comparison(new QComboBox(this))
    , m_summary(new PlainLabel(this))
    , m_problems(new PlainLabel(this))
    , m_error(new ErrorBanner(this))
    , m_tree(new QTreeView(this))
    , m_details(new FindingDetails(this))
    , m_nothing(new EmptyState(this))
    , m_body(new QStackedWidget(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    layOut();
    connect(m_chooseFile, &QAction::triggered, this, &DriftPage::chooseFile);
    connect(m_environments, &QButtonGroup::idClicked, &m_controller, &DriftController::select);
    connect(m_comparison, &QComboBox::activated, this, &DriftPage::compare);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DriftPage::showFinding);
    connect(&m_controller, &DriftController::resultsChanged, this, &DriftPage::showResults);
    connect(&m_controller, &DriftController::currentChanged, this, &DriftPage::showCurrent);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_rows, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showResults();
    showCurrent();
}

QList<PageCommand> DriftPage::declaredCommands()
{
    return {{u"drift.chooseSnapshot"_s, tr("Compare with a &snapshot file…"),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}};
}

int DriftPage::badge() const
{
    int count = 0;
    for (const DriftResult &result : m_controller.results())
        count += driftsOf(result.standing());
    return count;
}

void DriftPage::showResults()
{
    const QList<DriftResult> &results = m_controller.results();
    QList<QAbstractButton *> buttons = m_environments->buttons();
    for (; buttons.size() > results.size(); buttons.removeLast())
        delete buttons.last();
    for (int at = 0; at < results.size(); ++at) {
        if (at == buttons.size()) {
            buttons += new EnvironmentButton(this);
            m_environments->addButton(buttons[at], at);
            m_environmentBar->insertWidget(at, buttons[at]);
            if (at > 0)
                QWidget::setTabOrder(buttons[at - 1], buttons[at]);
        }
        static_cast<EnvironmentButton *>(buttons[at])
            ->setStatus(results[at].environment, verdictOf(results[at].standing()),
                        driftsOf(results[at].standing()));
    }
    if (!buttons.isEmpty())
        QWidget::setTabOrder(buttons.last(), m_comparison);
    if (QAbstractButton *current = m_environments->button(m_controller.current()))
        current->setChecked(true);
    Q_EMIT badgeChanged();
}

void DriftPage::fillComparison()
{
    const DriftResult *current = m_controller.currentResult();
    m_comparison->clear();
    m_comparison->setEnabled(current != nullptr);
    if (!current)
        return;
    m_comparison->addItem(tr("Recorded snapshot"), QVariant());
    for (const DriftResult &other : m_controller.results()) {
        if (other.environment != current->environment)
            m_comparison->addItem(displayPath(other.environment), other.environment);
    }
    m_comparison->addItem(tr("Snapshot file…"), kChooseFile);
    if (current->isChosenFile) {
        const QString name = visibleText(QFileInfo(current->snapshot).fileName());
        m_comparison->insertItem(0, tr("Snapshot %1").arg(name), kChosenFile);
    }
    m_comparison->setCurrentIndex(current->against.isEmpty() ? 0 : m_comparison->findData(current->against));
}

void DriftPage::compare(int index)
{
    const QByteArray choice = m_comparison->itemData(index).toByteArray();
    if (choice == kChooseFile)
        chooseFile();
    else if (choice == kChosenFile)
        m_controller.refresh();
    else if (choice.isEmpty())
        m_controller.compareWithSnapshot({});
    else
        m_controller.compareWithEnvironment(choice);
}

void DriftPage::chooseFile()
{
    if (!m_controller.currentResult())
        return;
    auto *dialog = new QFileDialog(
        this, tr("Snapshot of %1").arg(displayPath(m_controller.currentResult()->environment)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("YAML and JSON (*.yaml *.yml *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, &m_controller, &DriftController::compareWithSnapshot);
    connect(dialog, &QDialog::rejected, this, &DriftPage::fillComparison);
    dialog->open();
}

void DriftPage::showCurrent()
{
    fillComparison();
    const DriftResult *current = m_controller.currentResult();
    const bool hasError = current && !current->error.message.isEmpty();
    m_error->setVisible(hasError);
    if (hasError)
        m_error->setError(current->error);
    m_body->setCurrentIndex(current && current->report ? 0 : 1);
    m_problems->setVisible(false);
    if (!current || !current->report) {
        m_summary->setText({});
        m_nothing->setVisible(!hasError);
        showNothing(current ? displayPath(current->environment) : QString());
        return;
    }
    const Drift::Report &report = *current->report;
    const bool isBetween = !current->against.isEmpty();
    QStringList facts = {tr("%n object(s) compared", nullptr, static_cast<int>(report.objects.size())),
                         tr("%n difference(s)", nullptr, driftsOf(current->report))};
    if (!isBetween && report.liveTime.isValid())
        facts += tr("recorded %1 ago").arg(relativeTime(report.liveTime, m_context.services().clock->now()));
    if (report.unmanaged > 0)
        facts += tr("%n live object(s) not deployed from Git", nullptr, report.unmanaged);
    if (!report.notCompared.isEmpty())
        facts += tr("not compared: %1").arg(displayText(report.notCompared.join(", ")));
    m_summary->setText(facts.join(u" · "_s));
    m_details->setSides(isBetween ? displayPath(current->environment) : tr("Git"),
                        isBetween ? displayPath(current->against) : tr("live"));
    QStringList problems;
    for (const Drift::Problem &problem : report.problems.first(qMin(report.problems.size(), qsizetype(3))))
        problems += visibleText(problem.text());
    if (report.problems.size() > 3)
        problems += tr("and %n more", nullptr, static_cast<int>(report.problems.size()) - 3);
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    FindingItems &items = m_controller.findings();
    for (int row = 0; row < items.rowCount(); ++row)
        m_tree->setExpanded(items.index(row, 0),
                            items.index(row, 0).data(FindingItems::IsDriftRole).toBool());
    const QModelIndex first = items.index(0, 0);
    m_tree->setCurrentIndex(items.rowCount(first) > 0 ? items.index(0, 0, first) : first);
    showFinding();
}

void DriftPage::showNothing(const QString &environment)
{
    m_nothing->setTitle(environment.isEmpty() ? QString() : tr("No snapshot of %1").arg(environment));
    //: %1 an environment, as in .plumbline/snapshots/production.yaml
    m_nothing->setExplanation(
        tr("Record what runs there into .plumbline/snapshots/%1.yaml:\n"
           "kubectl get deployments,services,configmaps --output yaml --show-managed-fields\n"
           "Or choose another file, or compare with another environment above. Until then it is not known "
           "whether it is in sync.")
            .arg(environment));
}

void DriftPage::showFinding()
{
    const QModelIndex index = m_tree->currentIndex();
    m_details->setFinding(m_controller.findings().objectAt(index), m_controller.findings().findingAt(index));
}

QJsonObject DriftPage::saveState() const
{
    return {{u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())}};
}

void DriftPage::restoreState(const QJsonObject &state)
{
    m_rows->restoreState(QByteArray::fromBase64(state.value("rows"_L1).toString().toLatin1()));
    m_rows->setHandleWidth(1);
}
