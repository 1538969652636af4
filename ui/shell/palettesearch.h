// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

/// Many things of one kind that the palette can go to, by number.
struct PaletteGroup
{
    QString area; ///< the mark before each
    qsizetype count = 0;
    std::function<QString(qsizetype)> name = {}; ///< as shown; cheap
    std::function<void(qsizetype)> choose = {};
};

/// Finds the best of very many by letters typed in a hurry, a piece in each turn of the event loop, so that
/// typing never waits. O(kPiece) each turn.
class PaletteSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kPiece = 1'000; ///< looked at in one turn
    static constexpr qsizetype kMost = 50;     ///< kept of each group

    struct Hit
    {
        qsizetype group = 0, index = 0;
        int score = 0;
        QString name;
        QList<qsizetype> positions;
    };

    explicit PaletteSearch(QObject *parent = nullptr);

    void setGroups(const QList<PaletteGroup> &groups) { m_groups = groups; } ///< start() follows
    const QList<PaletteGroup> &groups() const { return m_groups; }
    void start(const QString &typed); ///< looks at nothing yet
    void stop() { m_turn.stop(); }
    bool isRunning() const { return m_turn.isActive(); }
    const QList<Hit> &hits() const { return m_hits; } ///< of the groups that are through
    qsizetype looked() const { return m_looked; }     ///< since start()

Q_SIGNALS:
    void found(); ///< a group is through

private:
    void step();
    void look(const PaletteGroup &group);

    QList<PaletteGroup> m_groups;
    QString m_typed;
    QList<Hit> m_hits, m_best; ///< m_best: of the group that is being searched, best first
    qsizetype m_group = 0, m_index = 0, m_looked = 0;
    QTimer m_turn;
};
