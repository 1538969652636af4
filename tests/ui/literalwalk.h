// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/accessiblewalk.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QToolTip>

/// Finds where text of a repository is taken for something else.
namespace Tests {

constexpr QChar kOverride(0x202e);

inline bool isMarkup(const QString &text)
{
    return text.contains(QLatin1String("<b>")) || text.contains(QLatin1String("<i>")) ||
           text.contains(QLatin1String("<img"));
}

/// Stands in hostile texts: nothing may be put in place of what arg() looks for.
inline const QByteArray kPlaces = "Q7%1%2Q8";

inline bool lostPlaces(const QString &text)
{
    for (qsizetype at = text.indexOf(QLatin1String("Q7")); at >= 0;
         at = text.indexOf(QLatin1String("Q7"), at + 2)) {
        const QString found = text.mid(at, kPlaces.size());
        const bool isCut = found.size() < kPlaces.size() || found.contains(QChar(0x2026));
        if (!isCut && found != QLatin1String(kPlaces))
            return true;
    }
    return false;
}

inline QStringList faultsOfWidgets(QWidget *root)
{
    QStringList faults;
    const auto add = [&](const char *what, const QString &where) {
        faults += QLatin1String(what) + QStringLiteral(": ") + where.left(120);
    };
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text()))
            add("label may be markup", label->text());
        if (label->text().contains(kOverride))
            add("label reorders", label->text());
    }
    for (const QWidget *widget : root->findChildren<QWidget *>())
        if (isMarkup(widget->toolTip()) || widget->toolTip().contains(kOverride))
            add("tool tip is markup", widget->toolTip());
    if (!root->findChildren<QTextEdit *>().isEmpty())
        faults += QStringLiteral("a box for rich text");
    for (const QPlainTextEdit *box : root->findChildren<QPlainTextEdit *>())
        if (box->toPlainText().contains(kOverride))
            add("text box reorders", box->accessibleName());
    for (const QString &text : spokenTexts(root)) {
        if (text.contains(kOverride))
            add("spoken text reorders", text);
        if (lostPlaces(text))
            add("something was put into a text", text);
    }
    return faults;
}

inline QStringList faultsOfModel(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList faults;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
                const QString text = index.data(role).toString();
                if (text.contains(kOverride))
                    faults += QStringLiteral("item reorders: ") + text.left(80);
                if (lostPlaces(text))
                    faults += QStringLiteral("something was put into an item: ") + text.left(160);
            }
            if (isMarkup(index.data(Qt::ToolTipRole).toString()))
                faults += QStringLiteral("item's tool tip is markup: ") +
                          index.data(Qt::ToolTipRole).toString().left(80);
        }
        faults += faultsOfModel(model, model.index(row, 0, parent));
    }
    return faults;
}

inline QStringList faultsOfToolTips(QAbstractItemView *view)
{
    QStringList faults;
    for (int y = 2; y < view->viewport()->height(); y += 12) {
        for (int x = 4; x < view->viewport()->width(); x += 120) {
            const QPoint at(x, y);
            QHelpEvent event(QEvent::ToolTip, at, view->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view->viewport(), &event);
            if (isMarkup(QToolTip::text()) || QToolTip::text().contains(kOverride))
                faults += QStringLiteral("tool tip of an item is markup: ") + QToolTip::text().left(120);
        }
    }
    QToolTip::hideText();
    return faults;
}

} // namespace Tests
