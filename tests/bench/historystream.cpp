// SPDX-License-Identifier: GPL-3.0-or-later
#include "historystream.h"

#include <algorithm>
#include <array>

namespace {

constexpr qsizetype kPortion = 1 << 20; // bytes
constexpr quint32 kAuthors = 300, kReleases = 60, kTags = 200;
constexpr std::array kWords = {"fix",    "add",   "drop",  "move",  "drift",  "overlay",
                               "probe",  "image", "chart", "gate",  "merge",  "limit",
                               "secret", "retry", "cache", "graph", "rollout"};

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray personOf(quint32 author)
{
    return "Author " + number(author) + " <author" + number(author) + "@example.org>";
}

} // namespace

// mt19937_64 gives the same numbers everywhere, the distributions of the standard library do not.
HistoryStream::HistoryStream(Shape shape)
    : m_shape(shape)
    , m_random(shape.commits * quint64{31} + shape.branches)
{
    m_out.reserve(kPortion + 4096);
    m_main = commit("refs/heads/main", {}, true);
}

QByteArray HistoryStream::next()
{
    while (m_out.size() < kPortion && m_count < m_shape.commits)
        grow();
    if (m_count >= m_shape.commits && !m_isFinished)
        finish();
    return std::exchange(m_out, {});
}

HistoryStream::Mark HistoryStream::commit(const QByteArray &ref, const std::vector<Mark> &parents,
                                          bool changesFile)
{
    const Mark mark = ++m_count;
    m_now += 1 + below(400);
    const qint64 when = happens(2) ? m_now - below(90'000) : m_now;                     // a clock that is off
    const quint32 rank = std::min({below(kAuthors), below(kAuthors), below(kAuthors)}); // few write most
    const QByteArray person = personOf(rank);
    const QByteArray text = QByteArray(kWords[below(kWords.size())]) + ' ' + kWords[below(kWords.size())] +
                            " #" + number(mark) + '\n';
    m_out += "commit " + ref + "\nmark :" + number(mark) + "\nauthor " + person + ' ' +
             number(when - below(9000)) + " +0000\ncommitter " + person + ' ' + number(when) +
             " +0000\ndata " + number(text.size()) + '\n' + text;
    for (size_t at = 0; at < parents.size(); ++at)
        m_out += (at == 0 ? "from :" : "merge :") + number(parents[at]) + '\n';
    if (changesFile) {
        const QByteArray content = "value: " + number(mark) + '\n';
        m_out += "M 100644 inline apps/app-" + number(mark % 97) + "/values-" + number(mark % 1009) +
                 ".yaml\ndata " + number(content.size()) + '\n' + content;
    }
    m_out += '\n';
    return mark;
}

void HistoryStream::point(const QByteArray &ref, Mark at)
{
    m_out += "reset " + ref + "\nfrom :" + number(at) + "\n\n";
}

void HistoryStream::grow()
{
    const quint32 dice = below(1000);
    if (dice < 240 && m_topics.size() < m_shape.branches)
        m_topics.push_back(commit("refs/heads/topic", {m_main}, happens(20)));
    else if (dice < 740 && !m_topics.empty())
        growTopics(dice);
    else if (dice < 800 && !m_topics.empty())
        merge();
    else
        m_main = commit("refs/heads/main", {m_main}, happens(20));
    release();
    if (m_count % std::max<quint32>(1, m_shape.commits / kTags) == 0)
        point("refs/tags/v" + number(m_count), m_main);
}

// Sometimes a topic takes up what happened on the main line meanwhile.
void HistoryStream::growTopics(quint32 dice)
{
    Mark &topic = m_topics[anyOf(m_topics)];
    if (dice < 245)
        topic = commit("refs/heads/topic", {topic, m_main}, false);
    else
        topic = commit("refs/heads/topic", {topic}, happens(20));
}

void HistoryStream::merge()
{
    const size_t count = m_topics.size() > 3 && happens(10) ? 3 : 1;
    std::vector<Mark> parents = {m_main};
    for (size_t taken = 0; taken < count; ++taken) {
        const size_t at = anyOf(m_topics);
        parents.push_back(m_topics[at]);
        m_topics[at] = m_topics.back();
        m_topics.pop_back();
    }
    m_main = commit("refs/heads/main", parents, false);
}

void HistoryStream::release()
{
    const auto ref = [](size_t at) { return QByteArray("refs/heads/release-" + number(qint64(at))); };
    if (m_count % std::max<quint32>(1, m_shape.commits / kReleases) == 0)
        m_releases.push_back(commit(ref(m_releases.size()), {m_main}, false));
    if (!m_releases.empty() && happens(10)) {
        const size_t at = anyOf(m_releases);
        m_releases[at] = commit(ref(at), {m_releases[at]}, true);
    }
}

void HistoryStream::finish()
{
    for (size_t at = 0; at < m_topics.size(); ++at)
        point("refs/heads/topic-" + number(qint64(at)), m_topics[at]);
    m_out += "reset refs/heads/topic\nfrom 0000000000000000000000000000000000000000\n\n";
    point("refs/heads/main", m_main);
    m_out += "done\n";
    m_isFinished = true;
}
