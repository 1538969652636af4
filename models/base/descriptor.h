// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

#include <unistd.h>

#include <utility>

/// Owns a file descriptor; a negative number is none.
class Descriptor
{
    Q_DISABLE_COPY(Descriptor)

public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {}
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { reset(-1); }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    void reset(int number)
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = number;
    }
    /// False when closing says that something was not written.
    bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};
