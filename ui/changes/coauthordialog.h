// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QDialog>

class People;
class PersonEdit;

/// Asks who else wrote what is committed. accepted() with somebody chosen.
class CoAuthorDialog final : public QDialog
{
    Q_OBJECT

public:
    /// people must outlive this.
    CoAuthorDialog(People &people, QWidget *parent);

    Git::Person person() const;

private:
    PersonEdit *m_person;
};
