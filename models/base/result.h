// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

/// What went wrong, by what the caller can do about it.
enum class ErrorKind {
    Cancelled, ///< asked for; shown to nobody
    Invalid,   ///< input or configuration of the user
    NotFound,  ///< not there, or there and unusable: damaged, of an unknown format
    Denied,    ///< policy, permission, credentials, trust
    Conflict,  ///< moved ref, lock, changed file
    Offline,
    Timeout,
    External, ///< a program that was started failed
    Internal, ///< a bug here
};

/// An error as it travels from the place it happened to the page or stream that shows it.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< one translated sentence for a person
    QString detail;  ///< raw tool output: plain text, never markup, never a secret
    QString hint;    ///< what to try next; may be empty

    bool operator==(const Error &) const = default;
};

template<class T = void> using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, QString message, QString detail = {},
                                                 QString hint = {})
{
    return std::unexpected(Error{kind, std::move(message), std::move(detail), std::move(hint)});
}
