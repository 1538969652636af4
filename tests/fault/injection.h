// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

/// Programs whose calls of the system are made to fail one after the other.
namespace FaultTest {

enum class Fault {
    None,          ///< nothing is watched or counted
    DiskFull,      ///< one write or new file ends with ENOSPC
    DiskStaysFull, ///< and all that come after it
    SyncFails,     ///< one fsync ends with EIO
    Refused,       ///< one new file, new name or removal ends with EACCES
    Killed,        ///< who renames or links is killed before it is done
    AllKilled,     ///< before any of these calls, and so is whoever makes the next one: the machine stops
    Meanwhile,     ///< something else is done before a new file or name is made, and nothing fails
};

struct Injection
{
    Fault fault = Fault::None;
    int at = 1;        ///< which of the calls that the fault is about, from 1
    QByteArray folder; ///< absolute; writes elsewhere do not count
    std::function<void()> meanwhile = {};
};

struct Outcome
{
    bool isOver = false;    ///< false: it was still running after a minute
    bool wasKilled = false; ///< by somebody else: a crash is none
    int exitCode = -1;
    QByteArray output;
    int calls = 0; ///< that the fault is about
    bool wasInjected(const Injection &injection) const { return calls >= injection.at; }
};

/// Does work in a process of its own, under the injection, also for whatever that starts; output is what work
/// returns. Calls are counted over all of its processes in the order in which they come: `strace -e inject`
/// counts for every process on its own, so that the calls of a later one would never be reached. That process
/// is a copy of this one, since loading a program costs more than most operations: no other thread of this
/// one may hold what work needs.
Outcome runInjected(const std::function<QByteArray()> &work, const Injection &injection);

/// Why the system does not let us do this; empty: it does.
QByteArray injectionProblem();

} // namespace FaultTest
