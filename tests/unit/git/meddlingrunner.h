// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

/// Runs programs, and lets somebody else do something once, right before one that has the word among its
/// arguments.
class MeddlingRunner final : public ProcessRunner
{
public:
    MeddlingRunner(QString word, std::function<void()> meddle)
        : m_word(std::move(word))
        , m_meddle(std::move(meddle))
    {}

    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        if (request.arguments.contains(m_word) && !std::exchange(m_hasMeddled, true))
            m_meddle();
        return m_runner.run(request, cancel);
    }

    bool hasMeddled() const { return m_hasMeddled; }

private:
    SystemProcessRunner m_runner;
    QString m_word;
    std::function<void()> m_meddle;
    mutable bool m_hasMeddled = false;
};

/// Runs programs, but says of those that have the word among their arguments, or words in their input, that
/// they crashed.
class CrashingRunner final : public ProcessRunner
{
public:
    explicit CrashingRunner(QString word)
        : m_word(std::move(word))
    {}

    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        auto result = m_runner.run(request, cancel);
        const bool isMeant = m_word.contains(u' ') ? request.input.contains(m_word.toUtf8())
                                                   : request.arguments.contains(m_word);
        if (!isMeant)
            return result;
        return fail(ErrorKind::External, QStringLiteral("git ended unexpectedly"));
    }

private:
    SystemProcessRunner m_runner;
    QString m_word;
};
