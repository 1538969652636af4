// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/gotoline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

GoToLine::GoToLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    const int unit = Theme::unit(font());
    m_edit->setPlaceholderText(tr("Go to: id, branch, tag, HEAD~3"));
    m_edit->setAccessibleName(tr("Go to a commit"));
    m_edit->installEventFilter(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    m_edit->setCompleter(m_completer);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->setSpacing(2 * unit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_problem, 2);
    m_completer->popup()->installEventFilter(this); // behind the completer's own, so that it is asked first
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_next = -1;
        setProblem({});
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &GoToLine::takeSuggestion);
    setFocusProxy(m_edit);
    hide();
}

void GoToLine::open(const QList<RefEntry> &refs)
{
    QStringList names{u"HEAD"_s};
    names.reserve(refs.size() + 1);
    m_targets = {Git::ObjectId()};
    m_next = -1;
    for (const RefEntry &ref : refs) {
        if (ref.section == RefSection::Worktrees || ref.target.isNull())
            continue;
        names += ref.text;
        m_targets += ref.target;
    }
    m_names->setStringList(names);
    setProblem({});
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void GoToLine::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
}

void GoToLine::refuse(const QString &sentence)
{
    const int next = std::exchange(m_next, -1);
    next < 0 ? setProblem(sentence) : want(next);
}

int GoToLine::nameOf(const QModelIndex &suggestion) const
{
    const auto *found = qobject_cast<QAbstractProxyModel *>(m_completer->completionModel());
    return suggestion.isValid() && found ? found->mapToSource(suggestion).row() : -1;
}

// By its commit: a name that is shown may stand for several refs, or not be the ref's in every letter.
void GoToLine::want(int name)
{
    const QString text = m_names->stringList().value(name);
    m_edit->setText(text);
    const Git::ObjectId target = m_targets.value(name);
    Q_EMIT wanted(target.isNull() ? text : QString::fromLatin1(target.toHex()));
}

void GoToLine::takeSuggestion(const QModelIndex &suggestion)
{
    m_next = -1;
    if (const int name = nameOf(suggestion); name >= 0)
        want(name);
    else
        takeTyped();
}

void GoToLine::takeTyped()
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        setProblem(tr("Nothing is written to go to"));
    else
        Q_EMIT wanted(typed);
}

bool GoToLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    QAbstractItemView *popup = m_completer->popup();
    const bool isSuggesting = popup->isVisible();
    if (!isKey || watched != (isSuggesting ? static_cast<QObject *>(popup) : m_edit))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && (isSuggesting || key != Qt::Key_Escape))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isEnter) {
        Q_EMIT closed();
        return true;
    }
    const QModelIndex chosen = isSuggesting ? popup->currentIndex() : QModelIndex();
    m_next = isSuggesting ? nameOf(m_completer->completionModel()->index(0, 0)) : -1;
    const int name = nameOf(chosen);
    popup->hide();
    if (name >= 0) {
        m_next = -1;
        want(name);
    } else {
        takeTyped();
    }
    return true;
}
