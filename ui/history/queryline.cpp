// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/queryline.h"

#include "ui/history/fieldcompleter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QueryLine::QueryLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_symbol(m_edit->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_menu(new QToolButton(this))
    , m_status(new PlainLabel(this))
    , m_words(new PlainLabel(this))
    , m_busy(new BusyBar(this))
    , m_completer(new FieldCompleter(m_edit))
{
    const int unit = Theme::unit(font());
    m_edit->setPlaceholderText(tr("Search: words, author: path: message: content: before: after: branch:"));
    m_edit->setAccessibleName(tr("Search history"));
    setPlainToolTip(m_edit,
                    tr("Words are searched for in messages, authors and ids. Fields: message: author: "
                       "committer: path: content: before: after: id: branch: or ref:. In quotes a word "
                       "with a colon is text; - before a word or field leaves out what has it. path:f is "
                       "the f of the topmost folder, path:**/f one in any; * stands for folders, too. "
                       "branch:next is origin/next if there is no other."));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_edit->setMinimumWidth(30 * unit);
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAccessibleName(tr("Order and filters"));
    setPlainToolTip(m_menu, tr("Order and filters"));
    for (PlainLabel *label : {m_status, m_words})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_words->setWraps(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * unit);
    row->addWidget(m_edit, 1);
    row->addWidget(m_status);
    row->addWidget(m_menu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addLayout(row);
    layout->addWidget(m_words);
    layout->addWidget(m_busy);
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &QueryLine::say);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_delay.start(); });
    connect(m_busy, &BusyBar::cancelRequested, this, &QueryLine::searchCancelled);
    setFocusProxy(m_edit);
    clearResult();
    applyIcons();
}

void QueryLine::applyIcons()
{
    m_symbol->setIcon(Theme::icon(u"search-symbolic"_s, palette()));
    m_menu->setIcon(Theme::icon(u"view-filter"_s, palette()));
}

void QueryLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcons();
}

QString QueryLine::text() const
{
    return m_edit->text();
}

void QueryLine::setText(const QString &text)
{
    m_edit->setText(text);
    m_delay.stop();
}

void QueryLine::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
}

void QueryLine::setFiltered(bool isFiltered)
{
    m_menu->setAutoRaise(!isFiltered);
    m_menu->setDown(false);
    const QString name = isFiltered ? tr("Order and filters: not the usual ones") : tr("Order and filters");
    m_menu->setAccessibleName(name);
    setPlainToolTip(m_menu, name);
}

void QueryLine::say()
{
    m_delay.stop();
    Q_EMIT queryChanged(m_edit->text().trimmed());
}

void QueryLine::setProblem(const QString &sentence, qsizetype position, qsizetype length)
{
    const bool isProblem = !sentence.isEmpty();
    m_problem = sentence;
    m_problemAt = position;
    m_problemLength = length;
    if (isProblem) {
        m_busy->stop();
        m_status->setText({});
        m_words->setText(sentence);
    }
    m_words->setForegroundRole(isProblem ? QPalette::WindowText : QPalette::PlaceholderText);
    m_words->setVisible(isProblem);
    mark();
}

// A line edit shows formats only as an input method would give them.
void QueryLine::mark()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (!m_problem.isEmpty()) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Theme::color(Theme::Token::Bad, palette()));
        format.setForeground(Theme::color(Theme::Token::Bad, palette()));
        const qsizetype start = qMin(m_problemAt, qMax(qsizetype(0), m_edit->text().size() - 1));
        attributes += {QInputMethodEvent::TextFormat, static_cast<int>(start) - m_edit->cursorPosition(),
                       static_cast<int>(qMax(qsizetype(1), m_problemLength)), format};
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_edit, &event);
}

void QueryLine::setProgress(const Progress &progress)
{
    const QLocale locale;
    const bool isDone = !progress.isRunning && progress.searched >= progress.all;
    const QString found = isDone && progress.hits == 0 ? tr("Nothing found")
                                                       : tr("%1 found").arg(locale.toString(progress.hits));
    const QString part =
        tr("%1 of %2 searched").arg(locale.toString(progress.searched), locale.toString(progress.all));
    m_status->setText(isDone ? found : QString(found + u" · "_s + part));
    if (!progress.isRunning) {
        m_busy->stop();
        return;
    }
    if (!m_busy->isRunning())
        m_busy->start(tr("Searching history"), true);
    m_busy->setProgress(progress.searched, progress.all);
}

void QueryLine::setNotes(const QStringList &notes, const QString &problem)
{
    if (!m_problem.isEmpty())
        return;
    QStringList sentences = notes;
    if (!problem.isEmpty())
        sentences.prepend(problem);
    m_words->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    m_words->setText(sentences.join(u' '));
    m_words->setVisible(!sentences.isEmpty());
}

void QueryLine::clearResult()
{
    m_busy->stop();
    m_status->setText({});
    if (m_problem.isEmpty())
        m_words->hide();
}

void QueryLine::start()
{
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool QueryLine::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        m_edit->text().isEmpty() ? Q_EMIT listWanted() : Q_EMIT cleared();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        say();
        Q_EMIT listWanted();
        return true;
    default:
        return false;
    }
}

bool QueryLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_edit || !isKey || m_completer->popup()->isVisible())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return takeKey(key->key());
    if (key->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::eventFilter(watched, event);
}
