// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stash/stashdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace {

qsizetype lineCount(const StashOffer &offer)
{
    qsizetype count = 0;
    for (const Git::ChosenLines &chosen : offer.lines)
        count += chosen.lines.size();
    return count;
}

} // namespace

StashDialog::StashDialog(StashOffer offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_message(new QLineEdit(this))
    , m_all(new QRadioButton(tr("All changes"), this))
    , m_files(new QRadioButton(this))
    , m_lines(new QRadioButton(this))
    , m_untracked(new QCheckBox(tr("Untracked files too"), this))
    , m_keepsStaged(new QCheckBox(tr("What is staged also stays staged"), this))
    , m_meaning(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Stash changes"));
    m_files->setText(StashDialog::tr("The %n chosen file(s)", nullptr, static_cast<int>(m_offer.fileCount)));
    m_files->setVisible(m_offer.fileCount > 0);
    m_files->setEnabled(!m_offer.hasStagedGone);
    m_lines->setText(
        StashDialog::tr("The %n selected line(s)", nullptr, static_cast<int>(lineCount(m_offer))));
    m_lines->setVisible(!m_offer.lines.isEmpty());
    m_all->setVisible(m_offer.fileCount > 0 || !m_offer.lines.isEmpty());
    (m_offer.prefersLines && !m_offer.lines.isEmpty() ? m_lines : m_all)->setChecked(true);
    layOut();
    for (QRadioButton *choice : {m_all, m_files, m_lines})
        connect(choice, &QRadioButton::toggled, this, &StashDialog::explain);
    for (QCheckBox *box : {m_untracked, m_keepsStaged})
        connect(box, &QCheckBox::toggled, this, &StashDialog::explain);
    explain();
    m_message->setFocus();
}

void StashDialog::layOut()
{
    const int unit = Theme::unit(font());
    m_message->setAccessibleName(tr("Message of the stash"));
    m_message->setPlaceholderText(tr("Message; without one Git names the commit it was made on"));
    m_message->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_meaning->setWraps(true);
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    m_meaning->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves when it changes
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *stash = buttons->addButton(tr("Stash"), QDialogButtonBox::AcceptRole);
    stash->setObjectName(u"act"_s);
    stash->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addWidget(m_message);
    column->addWidget(m_all);
    column->addWidget(m_files);
    if (m_offer.hasStagedGone) {
        auto *why = new PlainLabel(
            tr("What is staged as deleted or renamed can only be stashed with all else."), this);
        why->setForegroundRole(QPalette::PlaceholderText);
        why->setWraps(true);
        column->addWidget(why);
    }
    column->addWidget(m_lines);
    column->addWidget(m_untracked);
    column->addWidget(m_keepsStaged);
    column->addWidget(m_meaning);
    column->addWidget(buttons);
}

void StashDialog::explain()
{
    const bool isOfLines = m_lines->isChecked(), isOfFiles = m_files->isChecked();
    m_untracked->setEnabled(m_all->isChecked());
    m_keepsStaged->setEnabled(!isOfLines);
    if (isOfLines) {
        m_meaning->setText(tr("The lines are taken out of the work tree. What is staged stays and is not in "
                              "the stash."));
        return;
    }
    const bool keeps = m_keepsStaged->isChecked();
    const bool takesUntracked = isOfFiles ? m_offer.hasUntracked : m_untracked->isChecked();
    m_meaning->setText(keeps            ? tr("What is staged goes into the stash and stays where it is; all "
                                                        "else is taken out of the work tree.")
                       : takesUntracked ? tr("The work tree is then as the last commit; untracked files go "
                                             "into the stash, ignored ones stay.")
                       : isOfFiles      ? tr("These files are then as in the last commit.")
                                        : tr("The work tree is then as the last commit; untracked and "
                                                  "ignored files stay."));
    if (isOfFiles && takesUntracked && !keeps)
        m_meaning->setText(tr("These files are then as in the last commit; those that are not tracked go "
                              "into the stash."));
}

QString StashDialog::message() const
{
    return m_message->text().simplified();
}

bool StashDialog::isOfLines() const
{
    return m_lines->isChecked();
}

Git::StashRequest StashDialog::request() const
{
    const bool isOfFiles = m_files->isChecked();
    const bool takesUntracked = isOfFiles ? m_offer.hasUntracked : m_untracked->isChecked();
    return {.message = message().toUtf8(),
            .untracked = takesUntracked ? Git::Untracked::Too : Git::Untracked::Stay,
            .staged = m_keepsStaged->isChecked() ? Git::Staged::Keep : Git::Staged::Too,
            .paths = isOfFiles ? m_offer.paths : QList<QByteArray>()};
}

void askAndStash(StashActionsController &actions, const StashOffer &offer, QWidget *page)
{
    auto *dialog = new StashDialog(offer, page);
    QObject::connect(dialog, &QDialog::accepted, &actions, [dialog, &actions, lines = offer.lines] {
        if (dialog->isOfLines())
            actions.stashLines(dialog->message(), lines);
        else
            actions.stash(dialog->request());
    });
    dialog->open();
}
