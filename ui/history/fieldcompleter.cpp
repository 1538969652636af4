// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/fieldcompleter.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace {

const QStringList &fields()
{
    static const QStringList names{u"after:"_s,   u"author:"_s, u"before:"_s,  u"branch:"_s, u"committer:"_s,
                                   u"content:"_s, u"id:"_s,     u"message:"_s, u"path:"_s,   u"ref:"_s};
    return names;
}

} // namespace

FieldCompleter::FieldCompleter(QLineEdit *line)
    : QCompleter(line)
    , m_line(line)
{
    setModel(new QStringListModel(fields(), this));
    setWidget(line);
    setCaseSensitivity(Qt::CaseInsensitive);
    setModelSorting(CaseInsensitivelySortedModel);
    connect(line, &QLineEdit::textEdited, this, &FieldCompleter::offer);
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &FieldCompleter::insert);
}

qsizetype FieldCompleter::wordStart() const
{
    const QStringView before = QStringView(m_line->text()).first(m_line->cursorPosition());
    qsizetype start = before.lastIndexOf(u' ') + 1;
    while (start < before.size() && (before[start] == u'-' || before[start] == u'!'))
        ++start;
    return start;
}

void FieldCompleter::offer()
{
    const qsizetype start = wordStart();
    const QString word = m_line->text().sliced(start, m_line->cursorPosition() - start);
    const bool isInQuotes = QStringView(m_line->text()).first(start).count(u'"') % 2 == 1;
    setCompletionPrefix(word);
    if (word.isEmpty() || isInQuotes || word.contains(u':') || completionCount() == 0) {
        popup()->hide();
        return;
    }
    complete(m_line->rect());
}

void FieldCompleter::insert(const QString &field)
{
    const qsizetype start = wordStart();
    QString text = m_line->text();
    text.replace(start, m_line->cursorPosition() - start, field);
    m_line->setText(text);
    m_line->setCursorPosition(static_cast<int>(start + field.size()));
}
