// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/objectoverview.h"

#include "base/text.h"
#include "items/findingitems.h"
#include "ui/drift/driftstatus.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

ObjectOverview::ObjectOverview(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QGridLayout(this))
    , m_verdict(new StatusChip(this))
{
    const int unit = Theme::unit(font());
    m_rows->setContentsMargins(0, unit, 0, 0);
    m_rows->setHorizontalSpacing(4 * unit);
    m_rows->setVerticalSpacing(unit);
    m_kind = addRow(tr("Kind"));
    m_name = addRow(tr("Name"));
    m_nameSpace = addRow(tr("Namespace"));
    auto *verdict = new PlainLabel(tr("State"), this);
    verdict->setForegroundRole(QPalette::PlaceholderText);
    m_rows->addWidget(verdict, m_rows->rowCount(), 0);
    m_rows->addWidget(m_verdict, m_rows->rowCount() - 1, 1, Qt::AlignLeading);
    m_reason = addRow(tr("Why"));
    m_differing = addRow(tr("Differing"));
    m_tolerated = addRow(tr("Tolerated"));
    m_git = addRow(tr("In Git"));
    m_snapshot = addRow(tr("In the snapshot"));
    for (PlainLabel *place : {m_git, m_snapshot})
        place->setFont(Theme::fixedFont());
    m_rows->setColumnStretch(1, 1);
    m_rows->setRowStretch(m_rows->rowCount(), 1);
    setObject(nullptr);
}

PlainLabel *ObjectOverview::addRow(const QString &name)
{
    auto *title = new PlainLabel(name, this);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setElideMode(Qt::ElideNone);
    auto *value = new PlainLabel(this);
    value->setAccessibleName(name);
    title->setBuddy(value);
    const int row = m_rows->rowCount();
    m_rows->addWidget(title, row, 0);
    m_rows->addWidget(value, row, 1);
    return value;
}

void ObjectOverview::fill(PlainLabel *value, const QString &text)
{
    int row = 0, column = 0, rows = 0, columns = 0;
    m_rows->getItemPosition(m_rows->indexOf(value), &row, &column, &rows, &columns);
    value->setText(text);
    value->setVisible(!text.isEmpty());
    m_rows->itemAtPosition(row, 0)->widget()->setVisible(!text.isEmpty());
}

void ObjectOverview::setObject(const Drift::ObjectReport *object)
{
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        part->setVisible(object != nullptr);
    if (!object)
        return;
    const Drift::ResourceKey &key = object->object;
    const QString kind = displayPath(key.kind);
    //: %1 the kind of a Kubernetes object, %2 the API group that has it
    fill(m_kind, key.group.isEmpty() ? kind : tr("%1 (%2)").arg(kind, displayPath(key.group)));
    fill(m_name, displayPath(key.name));
    fill(m_nameSpace, key.nameSpace.isEmpty() ? tr("none") : displayPath(key.nameSpace));
    const DriftStatus status = statusOf(object->verdict);
    m_verdict->setStatus(status.shape, status.token, FindingItems::verdictWord(object->verdict));
    const bool isWhole =
        object->verdict == Drift::Verdict::Missing || object->verdict == Drift::Verdict::Extra;
    const bool isUnknown = object->verdict == Drift::Verdict::Unknown;
    fill(m_reason, isUnknown ? visibleText(object->reason) : QString());
    fill(m_differing, isWhole                              ? tr("the whole object")
                      : isUnknown && object->findings == 0 ? QString()
                                                           : tr("%n field(s)", nullptr, object->findings));
    fill(m_tolerated, object->tolerated == 0 ? QString() : tr("%n field(s)", nullptr, object->tolerated));
    const bool isExtra = object->verdict == Drift::Verdict::Extra;
    const QString place = placeText(object->where);
    fill(m_git, isExtra ? tr("not there") : place);
    fill(m_snapshot, isExtra ? place : QString());
}

QString ObjectOverview::placeText(const Drift::Place &place)
{
    const QString file = displayPath(place.file);
    return place.line > 0 && !file.isEmpty() ? QString(file + u':' + QString::number(place.line)) : file;
}
