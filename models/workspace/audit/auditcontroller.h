// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "workspace/audit/audititems.h"
#include "workspace/repositorycontroller.h"

/// Which records are shown.
struct AuditChoice
{
    QStringList words;         ///< all of them, in any case
    bool isEverywhere = false; ///< of every repository, and of none
    int days = 0;              ///< only those of the last so many; 0: all
    bool operator==(const AuditChoice &) const = default;
};

/// What was recorded, and whether it still is what was written. State: Ready, Empty when nothing fits, Failed
/// when the trail cannot be read. Both are read by refresh(). GUI thread only.
class AuditController final : public PageController
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostShown = 2'000;

    /// repository must outlive this.
    explicit AuditController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override
    {
        return m_read.isRunning() || m_verify.isRunning() || m_export.isRunning();
    }

    AuditItems &items() { return m_items; }
    const AuditItems &items() const { return m_items; }
    void setChoice(const AuditChoice &choice);
    const AuditChoice &choice() const { return m_choice; }
    bool hasMore() const { return m_found.isMore; }             ///< older ones are not shown
    qsizetype unreadable() const { return m_found.unreadable; } ///< lines that are no records

    /// Nothing: not known yet, or there is no trail.
    const std::optional<Audit::Verification> &verification() const { return m_verification; }
    QString verdict() const;                                        ///< in one sentence; empty: not known
    QStringList remarks() const;                                    ///< what else there is to say
    QString verificationProblem() const { return m_verifyProblem; } ///< why it could not be verified

    /// Writes what fits into a file of mode 0600, all of it: JSON when its name ends so, else comma-separated
    /// values. Then exported() or exportFailed().
    void exportTo(const QString &path);

Q_SIGNALS:
    void recordsChanged();
    void verificationChanged();
    void exported(const QString &path, qsizetype count);
    void exportFailed(const Error &error);

private:
    Audit::Filter filter() const;
    void read();
    void verify();

    RepositoryController &m_repository;
    QString m_folder;
    AuditItems m_items;
    AuditChoice m_choice;
    Audit::Records m_found;
    std::optional<Audit::Verification> m_verification;
    QString m_verifyProblem;
    LatestTask<Audit::Records> m_read;
    LatestTask<Audit::Verification> m_verify;
    LatestTask<qsizetype> m_export;
};
