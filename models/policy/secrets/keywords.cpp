// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/keywords.h"

namespace Policy {

KeywordFilter::KeywordFilter(std::vector<Keyword> keywords)
    : m_keywords(std::move(keywords))
{
    m_keywords.insert(m_keywords.begin(), Keyword{});
    m_next.resize(m_keywords.size());
    for (size_t i = 1; i < m_keywords.size(); ++i) {
        Q_ASSERT(m_keywords[i].text.size() >= 3);
        quint32 word = 0;
        std::memcpy(&word, m_keywords[i].text.data(), 3);
        const quint32 hash = hashOf(word);
        m_bits[hash >> 6] |= quint64(1) << (hash & 63);
        m_next[i] = m_heads[hash];
        m_heads[hash] = static_cast<quint16>(i);
    }
}

} // namespace Policy
