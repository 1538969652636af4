// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/mergedialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

MergeDialog::MergeDialog(const QString &name, const QString &into, const Git::MergeWay &usual,
                         QWidget *parent)
    : QDialog(parent)
    , m_name(name)
    , m_into(into)
    , m_forward(new QRadioButton(tr("&Fast-forward where that is enough"), this))
    , m_always(new QRadioButton(tr("&Always a merge commit"), this))
    , m_only(new QRadioButton(tr("Fast-forward &only"), this))
    , m_squash(new QRadioButton(tr("&Squash: stage the changes"), this))
    , m_meaning(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge branch"));
    QRadioButton *chosen = usual.squashes                                ? m_squash
                           : usual.fastForward == Git::FastForward::No   ? m_always
                           : usual.fastForward == Git::FastForward::Only ? m_only
                                                                         : m_forward;
    chosen->setChecked(true);
    //: %1 and %2: branches
    layOut(tr("%1 into %2").arg(name, into));
    for (QRadioButton *choice : {m_forward, m_always, m_only, m_squash})
        connect(choice, &QRadioButton::toggled, this, &MergeDialog::explain);
    explain();
    chosen->setFocus();
}

void MergeDialog::layOut(const QString &title)
{
    const int unit = Theme::unit(font());
    auto *what = new PlainLabel(title, this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    what->setFont(strong);
    m_meaning->setWraps(true);
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    m_meaning->setMinimumHeight(3 * fontMetrics().height()); // so that nothing moves when it changes
    m_meaning->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *merge = buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);
    merge->setObjectName(u"act"_s);
    merge->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    for (QWidget *part :
         std::initializer_list<QWidget *>{what, m_forward, m_always, m_only, m_squash, m_meaning, buttons})
        column->addWidget(part);
}

void MergeDialog::explain()
{
    //: %1 and %2: branches
    m_meaning->setText(
        (m_squash->isChecked() ? tr("What %1 changed is staged and left for you to commit. %2 does not move, "
                                    "and Git will not know that it was merged.")
         : m_always->isChecked() ? tr("A commit with both as its parents is made, also where %2 could just "
                                      "move forward to %1.")
         : m_only->isChecked()
             ? tr("%2 moves forward to %1. Where %2 has commits of its own, nothing is done.")
             : tr("%2 moves forward to %1. Where %2 has commits of its own, a merge commit "
                  "is made."))
            .arg(m_name, m_into));
}

Git::MergeWay MergeDialog::way() const
{
    return {.fastForward = m_always->isChecked() ? Git::FastForward::No
                           : m_only->isChecked() ? Git::FastForward::Only
                                                 : Git::FastForward::Auto,
            .squashes = m_squash->isChecked()};
}
