// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/authorrow.h"

#include "ui/changes/personedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/people.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTime>
#include <QToolButton>

using namespace Qt::StringLiterals;

AuthorRow::AuthorRow(People &people, QWidget *parent)
    : QWidget(parent)
    , m_author(new PersonEdit(people, this))
    , m_date(new QLineEdit(this))
    , m_reset(new QCheckBox(tr("Me, now"), this))
{
    m_author->setAccessibleName(tr("Author of the commit"));
    m_date->setAccessibleName(tr("Date of the commit"));
    m_date->setPlaceholderText(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
    m_reset->setToolTip(tr("Replace the author of the last commit by you, and its date by now"));
    m_reset->hide();
    layOut();
    connect(m_author, &QLineEdit::textChanged, this, &AuthorRow::changed);
    connect(m_date, &QLineEdit::textChanged, this, &AuthorRow::changed);
    connect(m_reset, &QCheckBox::toggled, this, [this](bool isOn) {
        m_author->setEnabled(!isOn);
        m_date->setEnabled(!isOn);
        Q_EMIT changed();
    });
    setFocusProxy(m_author);
    hide();
}

void AuthorRow::layOut()
{
    const int unit = Theme::unit(font());
    auto *authorLabel = new PlainLabel(tr("Author"), this);
    auto *dateLabel = new PlainLabel(tr("Date"), this);
    for (PlainLabel *label : {authorLabel, dateLabel}) {
        label->setElideMode(Qt::ElideNone);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_date->setFixedWidth(fontMetrics().horizontalAdvance(u"2026-12-28 20:28 +02:00 "_s) + 4 * unit);
    auto *close = new QToolButton(this);
    close->setIcon(Theme::icon(u"window-close"_s, palette()));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Leave author and date to Git"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &AuthorRow::clear);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4 * unit, unit, 2 * unit, 0);
    row->setSpacing(2 * unit);
    row->addWidget(authorLabel);
    row->addWidget(m_author, 1);
    row->addWidget(dateLabel);
    row->addWidget(m_date);
    row->addWidget(m_reset);
    row->addWidget(close);
}

void AuthorRow::setAmends(bool amends)
{
    m_reset->setVisible(amends);
    if (!amends)
        m_reset->setChecked(false);
}

QString AuthorRow::problem() const
{
    if (isHidden() || m_reset->isChecked())
        return {};
    if (!m_author->isBlank() && !m_author->person())
        return tr("Write the author as Name <address>");
    if (!m_date->text().trimmed().isEmpty() &&
        !Drafting::parseMoment(m_date->text(), QTimeZone::systemTimeZone()))
        return tr("Write the date as %1").arg(m_date->placeholderText());
    return {};
}

void AuthorRow::addTo(CommitOptions *options) const
{
    if (isHidden())
        return;
    options->resetsAuthor = options->amends && m_reset->isChecked();
    if (options->resetsAuthor)
        return;
    options->author = m_author->person();
    options->authored = Drafting::parseMoment(m_date->text(), QTimeZone::systemTimeZone());
}

void AuthorRow::clear()
{
    hide();
    m_author->clear();
    m_date->clear();
    m_reset->setChecked(false);
    Q_EMIT changed();
}
