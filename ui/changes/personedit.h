// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QLineEdit>

class People;
class QStringListModel;

/// A person as Git writes one, "Ada Example <ada@example.org>". Offers whom the history knows by any part of
/// name or address; nobody whose name hides characters.
class PersonEdit final : public QLineEdit
{
    Q_OBJECT

public:
    /// people must outlive this.
    explicit PersonEdit(People &people, QWidget *parent = nullptr);

    bool isBlank() const { return text().trimmed().isEmpty(); }
    std::optional<Git::Person> person() const; ///< nothing while it is not of that form

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void offer();

    People &m_people;
    QStringListModel *m_names;
};
