// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mnemonics.h"

using namespace Qt::StringLiterals;

namespace {

/// Where the marked character stands in the text; -1: none is marked.
qsizetype markedAt(const QString &text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text.at(at) != u'&')
            continue;
        ++at;
        if (text.at(at) != u'&')
            return at;
    }
    return -1;
}

bool isFree(QChar letter, const QSet<QChar> &taken)
{
    return letter.isLetterOrNumber() && !taken.contains(letter.toLower());
}

qsizetype bestPlace(const QString &text, const QSet<QChar> &taken)
{
    for (const bool isAnyGood : {false, true})
        for (qsizetype at = 0; at < text.size(); ++at)
            if (isFree(text.at(at), taken) && (isAnyGood || at == 0 || !text.at(at - 1).isLetterOrNumber()))
                return at;
    return -1;
}

} // namespace

QString withMnemonic(const QString &text, QSet<QChar> *taken)
{
    QString marked = text;
    if (const qsizetype at = markedAt(text); at >= 0) {
        if (isFree(text.at(at), *taken)) {
            taken->insert(text.at(at).toLower());
            return text;
        }
        marked.remove(at - 1, 1);
    }
    const qsizetype place = bestPlace(marked, *taken);
    if (place < 0)
        return marked;
    taken->insert(marked.at(place).toLower());
    return marked.insert(place, u'&');
}

void giveMnemonics(const QList<QAction *> &entries)
{
    QSet<QChar> taken;
    for (const bool isMarked : {true, false}) {
        for (QAction *entry : entries) {
            if (entry->isSeparator() || !entry->isVisible() || (markedAt(entry->text()) >= 0) != isMarked)
                continue;
            // Once more for what another had marked first: it has lost its mark and comes with the others.
            const QString text = entry->text();
            if (const qsizetype at = markedAt(text); at >= 0 && !isFree(text.at(at), taken))
                entry->setText(QString(text).remove(at - 1, 1));
            else
                entry->setText(withMnemonic(text, &taken));
        }
    }
}
