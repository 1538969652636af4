// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "yaml/value.h"

#include <QHash>

namespace Yaml {

/// Where a node stands in the file.
struct Place
{
    int line = 0, column = 0;
    qsizetype start = -1, end = -1;
};

/// Why a document cannot be built; line is 1-based.
struct BuildError
{
    int line = 0;
    QString message;
};

/// Puts the values of one file together from what the parser meets, in order. Aliases share the value of
/// their anchor, so the time is that of the file's length; the number of nodes is counted as if they were
/// copies.
class Builder
{
    Q_DECLARE_TR_FUNCTIONS(Yaml::Builder)

public:
    using Step = std::expected<void, BuildError>;

    explicit Builder(qsizetype nodeLimit)
        : m_nodesLeft(nodeLimit)
    {}

    void beginDocument(int line);
    void endDocument();
    Step scalar(Value value, const QByteArray &anchor);
    Step alias(const QByteArray &anchor, const Place &place);
    Step open(Kind kind, const Place &place, const QByteArray &anchor);
    Step close();
    QList<Document> take() { return std::move(m_documents); }

private:
    struct Frame
    {
        Value value;
        Value shared; ///< the same without places; filled only inside an anchored node
        QByteArray anchor;
        bool isShared = false;
        bool hasKey = false;
        bool hasMerge = false; ///< an unquoted <<
        Entry pending;
        QHash<QByteArray, int> keyLines;
        qsizetype nodes = 1;
        int depth = 1;
    };
    struct Anchor
    {
        Value value;
        bool isOpen = true;
        qsizetype nodes = 1;
        int depth = 1;
    };

    Step add(const Value &value, const Value &shared, qsizetype nodes, int depth);
    Step addKey(Frame &frame, const Value &key);
    Step count(qsizetype nodes, int line);

    QList<Document> m_documents;
    std::vector<Frame> m_frames;
    QHash<QByteArray, Anchor> m_anchors;
    Document m_document;
    qsizetype m_nodesLeft;
};

} // namespace Yaml
