// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>
#include <unordered_map>

namespace Policy {

/// What the name of a key, variable or field says of its value.
enum class NameClass : quint8 {
    Plain,    ///< nothing
    Secret,   ///< a secret, or the name of one: token, client_secret, apiKey
    Password, ///< a secret, whatever it looks like
};

/// DB_PASSWORD, dbPassword, db-password.prod; not secretName, passwordKey, token_endpoint, existingSecret.
/// Pure, O(length).
NameClass classifyName(std::string_view name);

/// The same, remembered. Names live as long as this.
class NameClasses
{
public:
    NameClass of(std::string_view name)
    {
        if (m_known.size() >= kMostNames)
            return classifyName(name);
        const auto [place, isNew] = m_known.try_emplace(name, NameClass::Plain);
        if (isNew)
            place->second = classifyName(name);
        return place->second;
    }

private:
    static constexpr size_t kMostNames = 100'000;

    std::unordered_map<std::string_view, NameClass> m_known;
};

} // namespace Policy
