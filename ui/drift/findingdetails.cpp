// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/findingdetails.h"

#include "base/text.h"
#include "items/when.h"
#include "ui/drift/objectoverview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/boundedtext.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *makeText(const QString &name, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setFont(Theme::fixedFont());
    text->setAccessibleName(name);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    return text;
}

void tint(QPlainTextEdit *text, Theme::Token token, bool isTinted)
{
    const QPalette plain = text->parentWidget()->palette();
    QPalette colors = plain;
    if (isTinted)
        colors.setColor(QPalette::Base, Theme::color(token, plain));
    text->setPalette(colors);
}

QStringList factsOf(const Drift::ObjectReport *object, const Drift::Finding *finding)
{
    QStringList facts;
    if (finding && !finding->manager.isEmpty()) {
        const QString manager = displayText(finding->manager);
        facts += finding->since.isValid()
                     ? FindingDetails::tr("Last written by %1, %2").arg(manager, exactTime(finding->since))
                     : FindingDetails::tr("Last written by %1").arg(manager);
    }
    if (finding && !finding->note.isEmpty())
        facts += finding->note;
    if (finding && object && object->verdict == Drift::Verdict::Unknown)
        facts += visibleText(object->reason);
    if (finding && !finding->where.file.isEmpty())
        facts += ObjectOverview::placeText(finding->where);
    return facts;
}

} // namespace

FindingDetails::FindingDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_facts(new PlainLabel(this))
    , m_overview(new ObjectOverview(this))
    , m_desiredTitle(new PlainLabel(this))
    , m_liveTitle(new PlainLabel(this))
    , m_desired(makeText(tr("Desired"), this))
    , m_live(makeText(tr("Live"), this))
{
    const int unit = Theme::unit(font());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setSelectable(true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_title->setAccessibleName(tr("Field"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWraps(true);
    auto *grid = new QGridLayout;
    grid->setSpacing(unit);
    for (PlainLabel *label : {m_desiredTitle, m_liveTitle}) {
        label->setFont(Theme::small(font()));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    grid->addWidget(m_desiredTitle, 0, 0);
    grid->addWidget(m_liveTitle, 0, 1);
    grid->addWidget(m_desired, 1, 0);
    grid->addWidget(m_live, 1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 3 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_overview, 1);
    layout->addLayout(grid, 1);
    colorSides();
    setSides(tr("Git"), tr("live"));
    setFinding(nullptr, nullptr);
}

void FindingDetails::setSides(const QString &desired, const QString &live)
{
    m_desiredTitle->setText(desired);
    m_liveTitle->setText(live);
}

void FindingDetails::setFinding(const Drift::ObjectReport *object, const Drift::Finding *finding)
{
    QString title = object ? displayPath(object->object.text()) : QString();
    if (finding && !finding->path.isEmpty())
        title += u"  "_s + displayPath(finding->path);
    m_title->setText(title);
    const QStringList facts = factsOf(object, finding);
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
    for (QWidget *part : std::initializer_list<QWidget *>{m_desiredTitle, m_liveTitle, m_desired, m_live})
        part->setVisible(finding != nullptr);
    m_overview->setVisible(!finding);
    m_overview->setObject(finding ? nullptr : object);
    if (!finding)
        return;
    const auto orNothing = [](const QByteArray &text) {
        return text.isEmpty() ? tr("(nothing)") : boundedText(displayText(text));
    };
    m_desired->setPlainText(orNothing(finding->desired));
    m_live->setPlainText(orNothing(finding->live));
    m_hasDesired = !finding->desired.isEmpty();
    m_hasLive = !finding->live.isEmpty();
    colorSides();
}

void FindingDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorSides();
}

void FindingDetails::colorSides()
{
    tint(m_desired, Theme::Token::Removed, m_hasDesired);
    tint(m_live, Theme::Token::Added, m_hasLive);
}
