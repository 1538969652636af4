// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QAbstractButton>

/// Chooses an environment and says how it stands: name, shape, word or count.
class EnvironmentButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EnvironmentButton(QWidget *parent = nullptr);

    void setStatus(const QByteArray &environment, Drift::Verdict verdict, int drifts);
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    QString m_whole, m_name, m_word; ///< m_name: m_whole, shortened
    Drift::Verdict m_verdict = Drift::Verdict::Unknown;
};
