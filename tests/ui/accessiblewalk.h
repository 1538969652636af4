// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace Tests {

/// Every visible widget below root that can take the focus but has no name for a screen reader, as a path of
/// class and object names. Empty is good.
inline QStringList unnamedFocusable(QWidget *root)
{
    QStringList unnamed;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : std::as_const(all)) {
        if (!widget->isVisibleTo(root) || !widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken && !spoken->text(QAccessible::Name).trimmed().isEmpty())
            continue;
        QStringList path;
        for (QWidget *step = widget; step && step != root->parentWidget(); step = step->parentWidget())
            path.prepend(QString::fromLatin1(step->metaObject()->className()) +
                         (step->objectName().isEmpty() ? QString() : QString(u'#' + step->objectName())));
        unnamed += path.join(u'/');
    }
    return unnamed;
}

/// The texts of all visible labels, buttons and the like below root, for "is shown literally" checks.
inline QStringList spokenTexts(QWidget *root)
{
    QStringList texts;
    for (QWidget *widget : root->findChildren<QWidget *>())
        if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            spoken && widget->isVisibleTo(root))
            texts += spoken->text(QAccessible::Name);
    return texts;
}

} // namespace Tests
