// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

class QLineEdit;

/// Offers the field names of a query line for the word that is written, at its place.
class FieldCompleter final : public QCompleter
{
    Q_OBJECT

public:
    explicit FieldCompleter(QLineEdit *line);

private:
    void offer();
    void insert(const QString &field);
    qsizetype wordStart() const;

    QLineEdit *m_line;
};
