// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Text for a person or a log, with what looks like a secret replaced by "•••": passwords in addresses,
/// Authorization headers, values of names such as password or token, and access tokens by their shape. It is
/// a second net, not the first: what is secret should not come here. Pure, O(length).
QString maskSecrets(const QString &text);

/// The same for the arguments of a program, where a value may be the argument behind its name.
QStringList maskSecrets(const QStringList &arguments);
