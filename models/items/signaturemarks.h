// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QHash>
#include <QObject>
#include <QTimer>

/// What is known of a commit's signature.
enum class SignatureMark {
    Awaited, ///< nothing is known yet
    None,    ///< there is none
    Good,
    Doubtful, ///< right, but by a key that expired or that nobody vouched for
    Bad,      ///< wrong, or by a revoked key
    Unknown,  ///< there is one that is not verified
};

QString spokenMark(SignatureMark mark); ///< "good signature"; empty for None and Awaited

/// The marks of the commits that are looked at. Of those that are asked for and not known the last ones are
/// wished for when that has paused: while somebody scrolls nothing is. GUI thread only.
class SignatureMarks final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostWanted = 64;

    explicit SignatureMarks(QObject *parent = nullptr);

    void setShown(bool isShown); ///< what is hidden is forgotten
    bool isShown() const { return m_isShown; }
    bool isPausing() const { return m_pause.isActive(); }   ///< there may be wishes to come
    SignatureMark of(const Git::ObjectId &commit) const;    ///< what is awaited is wished for
    SignatureMark known(const Git::ObjectId &commit) const; ///< the same without a wish
    void add(const QHash<Git::ObjectId, SignatureMark> &marks);
    void forget(); ///< all of them

Q_SIGNALS:
    void wanted(const QList<Git::ObjectId> &commits) const; ///< newest wish last
    void changed();

private:
    bool m_isShown = false;
    QHash<Git::ObjectId, SignatureMark> m_known;
    mutable QList<Git::ObjectId> m_wanted;
    mutable QTimer m_pause;
};
