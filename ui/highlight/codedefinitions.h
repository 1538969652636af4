// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// The file name by which a syntax definition is looked up: the last part of the path, where endings that
/// wrap another language or that tools of this trade use are replaced by a common name of the same language.
/// "deploy/values.yaml.gotmpl" -> "values.yaml", "Chart.lock" -> "Chart.yaml".
QString syntaxFileName(QByteArrayView path);
