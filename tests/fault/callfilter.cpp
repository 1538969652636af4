// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfilter.h"

#include <QtTypes>

#include <cstddef>
#include <fcntl.h>

namespace FaultTest {

namespace {

constexpr auto kNumberAt = static_cast<quint32>(offsetof(seccomp_data, nr));
constexpr auto kArgumentsAt = static_cast<quint32>(offsetof(seccomp_data, args));

sock_filter statement(int code, quint32 value)
{
    return BPF_STMT(static_cast<quint16>(code), value);
}

sock_filter jump(int code, quint32 value, quint8 whenTrue, quint8 whenFalse)
{
    return BPF_JUMP(static_cast<quint16>(code), value, whenTrue, whenFalse);
}

} // namespace

std::vector<sock_filter> makeFilter()
{
    std::vector<sock_filter> filter;
    for (const Call &call : kCalls) {
        const bool hasFlags = call.flags >= 0;
        filter.push_back(statement(BPF_LD | BPF_W | BPF_ABS, kNumberAt));
        filter.push_back(
            jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<quint32>(call.number), 0, hasFlags ? 3 : 1));
        if (hasFlags) {
            filter.push_back(
                statement(BPF_LD | BPF_W | BPF_ABS, kArgumentsAt + static_cast<quint32>(call.flags) * 8U));
            filter.push_back(jump(BPF_JMP | BPF_JSET | BPF_K, O_CREAT, 0, 1));
        }
        filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF));
    }
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return filter;
}

} // namespace FaultTest
