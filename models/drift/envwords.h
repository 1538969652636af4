// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace Drift {

/// What in one environment's text is there because of its name.
class EnvironmentWords
{
public:
    /// plainNames: names that overlays gave to objects -> the names without what they added.
    EnvironmentWords(const QByteArray &name, QHash<QByteArray, QByteArray> plainNames);

    /// The text with the environment's name, and other spellings of it, as {env}: db.prod.local ->
    /// db.{env}.local
    QByteArray equalised(const QByteArray &text) const;
    /// A name without the environment's word: web-prod -> web.
    QByteArray stripped(const QByteArray &name) const;

private:
    bool isOurs(QByteArrayView word) const;

    QByteArray m_name, m_canonical;
    QHash<QByteArray, QByteArray> m_plainNames;
};

} // namespace Drift
