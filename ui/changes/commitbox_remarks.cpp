// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/changes/commitbox.h"
#include "ui/changes/messageeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

/// Of a rule about a length; 0: there is none.
int limitOf(const Drafting::MessageRules &rules, const QString &name)
{
    if (!rules.lint)
        return 0;
    for (const Drafting::LintRule &rule : rules.lint->rules) {
        if (rule.name == name && !rule.isNever)
            return rule.limit;
    }
    return 0;
}

} // namespace

void CommitBox::validate()
{
    const QString text = m_editor->message();
    const bool isEmpty = text.trimmed().isEmpty();
    const QList<Drafting::Validation> remarks =
        isEmpty ? QList<Drafting::Validation>() : m_changes.validate(text);
    m_editor->setBodyWidth(limitOf(m_changes.rules(), u"body-max-line-length"_s));
    m_editor->setSubjectWidth(limitOf(m_changes.rules(), u"header-max-length"_s));
    m_editor->setRemarks(remarks);
    showLength(isEmpty ? QString() : text);
    if (isEmpty)
        m_remark->setText(QString());
    else if (remarks.isEmpty())
        showRules();
    else
        showRemarks(remarks);
    if (m_isWaitingForKey)
        waitForKey(); // other rules or colours say nothing of it
    updateButton();
}

void CommitBox::showLength(const QString &text)
{
    const int limit = limitOf(m_changes.rules(), u"header-max-length"_s);
    const QString length = QLocale().toString(text.section(u'\n', 0, 0).size());
    if (text.isEmpty())
        m_length->setText(QString());
    else if (limit > 0)
        //: %1: characters of a line; %2: how many it may have
        m_length->setText(tr("%1 of %2").arg(length, QLocale().toString(limit)));
    else
        m_length->setText(length);
}

// Nothing is wrong by the rules that are known; those that are not are never taken for kept.
void CommitBox::showRules()
{
    const Drafting::MessageRules &rules = m_changes.rules();
    QPalette colors = palette();
    if (!rules.problems.isEmpty()) {
        m_remark->setText(u"? "_s + rules.problems.first());
    } else if (!rules.notRead.isEmpty()) {
        //: %1: a file's name
        m_remark->setText(tr("? The rules in %1 are not read").arg(displayPath(rules.notRead.first())));
    } else if (rules.lint && !rules.lint->notUnderstood.isEmpty()) {
        //: %1: the name of a rule
        m_remark->setText(tr("? The rule %1 is not known here").arg(rules.lint->notUnderstood.first()));
    } else {
        m_remark->setText(tr("✓ fits the rules of this repository"));
        colors.setColor(QPalette::WindowText, Theme::color(Theme::Token::Good, palette()));
    }
    setPlainToolTip(m_remark, rules.source.isEmpty()
                                  ? tr("The usual rules: there is no configuration of commitlint")
                                  //: %1: a file's name
                                  : tr("Rules of %1").arg(displayPath(rules.source)));
    m_remark->setPalette(colors);
}

void CommitBox::showRemarks(const QList<Drafting::Validation> &remarks)
{
    const bool isError = std::ranges::any_of(remarks, [](const Drafting::Validation &remark) {
        return remark.severity == Drafting::Severity::Error;
    });
    const QString more =
        remarks.size() > 1 ? tr(" (and %n more)", nullptr, static_cast<int>(remarks.size()) - 1) : QString();
    m_remark->setText((isError ? u"✗ "_s : u"! "_s) + remarks.first().text + more);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    Theme::color(isError ? Theme::Token::Bad : Theme::Token::Warn, palette()));
    m_remark->setPalette(colors);
}

// Git does not say when its signing program asks for something: a hook that is silent looks the same.
void CommitBox::waitForKey()
{
    if (!m_changes.isCommitting())
        return;
    m_isWaitingForKey = true;
    m_remark->setText(tr("This commit is signed: your key may be waiting for a touch or its passphrase"));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Token::Info, palette()));
    m_remark->setPalette(colors);
}
