// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace FaultTest {

using Words = QList<QByteArray>;

/// Opens a trusted repository and gives what carries out operations of ours there: the name of one and what
/// it is about. It says how that ended as one line of JSON.
std::function<QByteArray(const Words &)> driverOf(const QString &repository);

} // namespace FaultTest
