// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/sequence/conflictscontroller.h"

#include <QPlainTextEdit>

/// What becomes of a file in conflict: its text, in which each conflict can be replaced by what was chosen of
/// it. A text that an editor would change is shown only, and composed of its bytes.
class ResultEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class State {
        Open, ///< its markers are there
        Ours,
        Theirs,
        Both,
        Edited,
    };

    /// What somebody made of a file, to go on with later.
    struct Kept
    {
        ShownConflict shown;
        QString text;
        QList<std::pair<int, int>> ranges; ///< of the conflicts in the text
        QList<ConflictChoice> choices;
    };

    explicit ResultEditor(QWidget *parent = nullptr);

    void load(const ShownConflict &shown);
    void unload();
    Kept keep() const;
    void takeUp(const Kept &kept);

    const std::optional<ShownConflict> &shown() const { return m_shown; }
    bool isEditable() const { return m_shown && m_shown->form; }
    void markSaved(const QByteArray &content); ///< it stands in the file now
    bool isChanged() const;                    ///< against the file as it was read
    /// Nothing: a character is not in the file's encoding. O(text).
    std::optional<QByteArray> content() const;
    static std::optional<QByteArray> contentOf(const Kept &kept);

    qsizetype count() const { return m_shown && m_shown->draft ? m_shown->draft->count() : 0; }
    State state(qsizetype number) const;
    qsizetype openCount() const;
    void choose(qsizetype number, ConflictChoice choice);
    qsizetype current() const { return m_current; } ///< the conflict that is looked at; -1: none
    void goTo(qsizetype number);

Q_SIGNALS:
    void edited(); ///< content(), states
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Range
    {
        QTextCursor start, end;
    };
    Range rangeOf(int from, int to);
    void setTextWithRanges(const QString &text, const QList<std::pair<int, int>> &ranges);
    QTextCursor selected(const Range &range) const;
    QString textOf(const Range &range) const;
    QString plainText() const;
    void showComposed();
    void paintRanges();

    std::optional<ShownConflict> m_shown;
    QList<Range> m_ranges;           // while it is edited
    QList<ConflictChoice> m_choices; // while it is composed
    qsizetype m_current = -1;
    bool m_isLoading = false;
};
