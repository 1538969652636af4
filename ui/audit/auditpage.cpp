// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "ui/shell/repositorycontext.h"
#include "ui/widgets/boundedtext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include "base/lookalike.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

AuditPage::AuditPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_words(new QLineEdit(this))
    , m_period(new QComboBox(this))
    , m_everywhere(new QCheckBox(tr("Of every repository"), this))
    , m_chip(new StatusChip(this))
    , m_verdict(new PlainLabel(this))
    , m_remarks(new PlainLabel(this))
    , m_note(new PlainLabel(this))
    , m_error(new ErrorBanner(this))
    , m_list(new QTreeView(this))
    , m_detail(new QPlainTextEdit(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    layOutList();
    layOut();
    connectParts();
    keepChoice();
    showVerdict();
    showNote();
}

QString AuditPage::pageId()
{
    return u"audit"_s;
}

QList<PageCommand> AuditPage::declaredCommands()
{
    return {{u"audit.filter"_s, tr("Filter the audit trail")}, // Ctrl+F
            {u"audit.verify"_s, tr("Verify again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)},
            {u"audit.export"_s, tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_S)},
            {u"audit.copy"_s, tr("Copy the record"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
            {u"audit.copyHead"_s, tr("Copy the end, to be noted down")},
            {u"audit.close"_s, tr("Close the audit trail"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
}

void AuditPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    connect(addCommand(declared[0]), &QAction::triggered, this, &AuditPage::startSearch);
    m_verify = addCommand(declared[1]);
    m_export = addCommand(declared[2]);
    addCommandSeparator();
    m_copy = addCommand(declared[3]);
    m_copyHead = addCommand(declared[4]);
    m_copyHead->setToolTip(plainToolTip(tr(
        "Kept elsewhere, it shows later that nothing was cut off or replaced: ai-cli audit verify --head")));
    m_close = addCommand(declared[5]);
    connect(m_verify, &QAction::triggered, &m_controller, &AuditController::refresh);
    connect(m_export, &QAction::triggered, this, &AuditPage::chooseExport);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (const Audit::Record *record = current())
            QGuiApplication::clipboard()->setText(QString::fromUtf8(record->line));
    });
    connect(m_copyHead, &QAction::triggered, this, &AuditPage::copyHead);
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

void AuditPage::connectParts()
{
    connect(m_words, &QLineEdit::textChanged, this, &AuditPage::applyFilter);
    connect(m_period, &QComboBox::currentIndexChanged, this, &AuditPage::applyFilter);
    connect(m_everywhere, &QCheckBox::toggled, this, &AuditPage::applyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPage::showRecord);
    connect(&m_controller.items(), &QAbstractItemModel::modelReset, this, &AuditPage::keepChoice);
    connect(&m_controller, &AuditController::verificationChanged, this, &AuditPage::showVerdict);
    connect(&m_controller, &AuditController::recordsChanged, this, &AuditPage::showNote);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(&m_controller, &AuditController::exported, this, [this](const QString &path, qsizetype count) {
        m_error->hide();
        //: %1: a file's name
        m_context.showMessage(tr("%n record(s) exported to %1", nullptr, int(count)).arg(visibleName(path)));
    });
    connect(&m_controller, &AuditController::exportFailed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(m_rows, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
}

void AuditPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

// Records are made on other pages and by other programs.
void AuditPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_wasShown, true))
        m_controller.refresh();
}

void AuditPage::startSearch()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void AuditPage::applyFilter()
{
    m_controller.setChoice({.words = m_words->text().split(u' ', Qt::SkipEmptyParts),
                            .isEverywhere = m_everywhere->isChecked(),
                            .days = m_period->currentData().toInt()});
}

const Audit::Record *AuditPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_controller.items().record(index.row()) : nullptr;
}

void AuditPage::keepChoice()
{
    if (!current() && m_controller.items().rowCount() > 0)
        m_list->setCurrentIndex(m_controller.items().index(0, 0));
    showRecord();
}

void AuditPage::showRecord()
{
    const Audit::Record *record = current();
    m_copy->setEnabled(record);
    m_detail->setVisible(record);
    m_detail->setPlainText(record ? boundedText(detailText(*record)) : QString());
}

void AuditPage::showVerdict()
{
    const auto &found = m_controller.verification();
    const bool isProblem = !m_controller.verificationProblem().isEmpty();
    if (found && found->isIntact())
        m_chip->setStatus(StatusShape::Check, Theme::Token::Good, tr("Intact"));
    else if (found)
        m_chip->setStatus(StatusShape::Cross, Theme::Token::Bad, tr("Broken"));
    else
        m_chip->setStatus(StatusShape::Question, Theme::Token::Unknown, tr("Not verified"));
    m_chip->setVisible(found || isProblem);
    m_verdict->setText(m_controller.verdict());
    m_remarks->setText(m_controller.remarks().join(u"  ·  "_s));
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    m_copyHead->setEnabled(found && found->isIntact() && found->head.number > 0);
}

void AuditPage::showNote()
{
    QStringList notes;
    if (m_controller.hasMore())
        notes += tr("The newest %n are shown", nullptr, int(AuditController::kMostShown));
    if (m_controller.unreadable() > 0)
        notes += tr("%n line(s) are no records", nullptr, int(m_controller.unreadable()));
    m_note->setText(notes.join(u"  ·  "_s));
    m_note->setVisible(!notes.isEmpty());
    m_export->setEnabled(m_controller.items().rowCount() > 0);
}

void AuditPage::copyHead()
{
    if (const auto &found = m_controller.verification())
        QGuiApplication::clipboard()->setText(found->head.text());
}

void AuditPage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the audit trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("json"_L1) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, &m_controller, &AuditController::exportTo);
    dialog->open();
}

QJsonObject AuditPage::saveState() const
{
    return {{u"rows"_s, QString::fromLatin1(m_rows->saveState().toBase64())},
            {u"everywhere"_s, m_everywhere->isChecked()},
            {u"days"_s, m_period->currentData().toInt()}};
}

void AuditPage::restoreState(const QJsonObject &state)
{
    m_rows->restoreState(QByteArray::fromBase64(state.value("rows"_L1).toString().toLatin1()));
    m_everywhere->setChecked(state.value("everywhere"_L1).toBool());
    m_period->setCurrentIndex(std::max(0, m_period->findData(state.value("days"_L1).toInt())));
}
