// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/commitrun.h"

#include <QWidget>

class People;
class PersonEdit;
class PlainLabel;
class QCheckBox;
class QLineEdit;

/// In whose name and with which date a commit is made. What is left empty stays as Git would have it.
class AuthorRow final : public QWidget
{
    Q_OBJECT

public:
    /// people must outlive this.
    explicit AuthorRow(People &people, QWidget *parent = nullptr);

    void setAmends(bool amends); ///< then the author can be made the user
    QString problem() const;     ///< one sentence; empty: none
    void addTo(CommitOptions *options) const;
    void clear(); ///< and hides

Q_SIGNALS:
    void changed();

private:
    void layOut();

    PersonEdit *m_author;
    QLineEdit *m_date;
    QCheckBox *m_reset;
};
