// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What a program is given that is measured.
struct Command
{
    QStringList words;            ///< the program's absolute path first
    QString folder;               ///< where it starts
    QStringList environment = {}; ///< NAME=VALUE, above this process's own
    int mostSeconds = 0;          ///< if above 0, it is ended then
};

/// What one run of a program took, all of its threads and the children it waited for included.
struct Cost
{
    double cpu = 0, wall = 0; ///< milliseconds
    double first = -1;        ///< milliseconds to its first byte; -1: not looked at, or none came
    long peak = 0;            ///< KiB of memory, of the largest process
    int code = -1;            ///< exit code; -1: it did not start or did not end by itself
    bool isStopped = false;   ///< after Command::mostSeconds: all of it would have taken longer
    QByteArray output;
};

enum class OutputUse {
    Discarded, ///< goes to /dev/null
    Kept,      ///< a result of a few lines
    Timed,     ///< read from a pipe and forgotten, but for when it began
};

/// Blocking. The peak is never less than that of the calling process, which has to stay small.
Cost runOnce(const Command &command, OutputUse use = OutputUse::Kept);

/// The median, of an even number the upper one; values must not be empty.
double middle(QList<double> values);
