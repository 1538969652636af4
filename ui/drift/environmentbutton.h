// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QAbstractButton>

/// Chooses an environment and says how it stands: name, shape, word or count.
class EnvironmentButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnvironmentButton(const QString &name, QWidget *parent = nullptr);

    void setVerdict(Drift::Verdict verdict, int drifts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name, m_word;
    Drift::Verdict m_verdict = Drift::Verdict::Unknown;
};
