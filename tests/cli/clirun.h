// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

#include <QJsonObject>
#include <QTemporaryDir>

/// Command lines of ai-cli and what they did.
namespace CliTest {

struct Run
{
    int code = -1;
    QByteArray results;  ///< standard output
    QByteArray messages; ///< standard error

    QJsonObject json() const;             ///< of the results; empty when they are no JSON object
    QList<QJsonObject> jsonLines() const; ///< of results that are one object a line
};

/// Runs a command in this process, with a state and cache folder of its own.
Run run(const QStringList &words, const QByteArray &input = {});
Run run(const QStringList &words, const ProcessRunner &processes, const QByteArray &input = {});

/// Why this is not how a command may end; empty: it is. Besides the exit code this holds for every run: on
/// failure standard output is empty and standard error is not, both are UTF-8, nothing that controls a
/// terminal is on either, and JSON has its schemaVersion, in each line if there is one object a line.
QByteArray problemOf(const Run &run, int code);

/// The sample repository, made by the command.
class Demo
{
public:
    Demo();
    QString path() const { return m_dir.path() + QStringLiteral("/sample"); }
    QByteArray git(const QStringList &arguments) const; ///< must succeed; its output
    void write(const QString &name, const QByteArray &content) const;
    /// In its folder.
    Run run(const QStringList &words) const;

private:
    QTemporaryDir m_dir;
};

} // namespace CliTest

#define VERIFY_EXIT(run, code)                                                                               \
    QVERIFY2(CliTest::problemOf(run, code).isEmpty(), CliTest::problemOf(run, code).constData())
