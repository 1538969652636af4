// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

/// Files before and after a change, of every kind that ever broke staging by line.
class RandomFiles
{
public:
    struct State
    {
        quint32 mode = 0; ///< git's; 0: not there
        QByteArray content;
        bool operator==(const State &) const = default;
    };
    struct File
    {
        QByteArray path;
        State before, after;
    };

    explicit RandomFiles(quint32 seed)
        : m_random(seed)
    {}

    bool isOneIn(int count) { return m_random.bounded(count) == 0; }
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    /// Two contents of one file.
    std::pair<QByteArray, QByteArray> texts()
    {
        QList<QByteArray> lines = someLines(isOneIn(4) ? 60 : 14);
        QList<QByteArray> changed = edited(lines);
        if (isOneIn(50)) // too far down to be seen as binary, by git too
            lines.prepend(QByteArray(8100, 'x')), changed.prepend(QByteArray(8100, 'x') + '\0');
        QByteArray before = joined(lines), after = joined(changed);
        if (isOneIn(25))
            after.insert(below(int(after.size()) + 1), '\0');
        return {before, after};
    }

    enum class Kinds { All, NoChangedTypes };

    /// Files named after their number; some at a time are one that moved.
    QList<File> files(int count, Kinds kinds = Kinds::All)
    {
        QList<File> files;
        while (files.size() < count) {
            if (isOneIn(25))
                files += moved(files.size());
            else
                files += one(files.size(), kinds);
        }
        return files;
    }

    /// Plain text on both sides, which any encoding and any line ends can hold.
    File plainText(qsizetype number, const QByteArray &suffix)
    {
        const auto text = [this] {
            QByteArray lines;
            for (int count = 1 + below(12); count > 0; --count)
                lines +=
                    QByteArray(1, static_cast<char>('a' + below(4))) + (isOneIn(3) ? "\xc3\xbc\n" : "\n");
            return isOneIn(4) ? lines.chopped(1) : lines;
        };
        return {name(number) + suffix, {kPlain, text()}, {kPlain, text()}};
    }

private:
    static constexpr quint32 kPlain = 0100644, kProgram = 0100755, kLink = 0120000;

    static QByteArray name(qsizetype number) { return 'f' + QByteArray::number(number); }
    quint32 someMode() { return isOneIn(3) ? kProgram : kPlain; }

    QByteArray someLine()
    {
        switch (below(16)) {
        case 0:
            return {};
        case 1:
            return "\t ";
        case 2:
            return "caf\xe9 \xfc\xff"; // no UTF-8
        case 3:
            return "one\rtwo"; // a lone return
        case 4:
            return "\r";
        case 5:
            return "ends with a return\r";
        case 6:
            return "-- a/f1"; // what looks like a patch in a patch
        case 7:
            return "++ b/f1";
        case 8:
            return "@@ -1,2 +1,2 @@";
        case 9:
            return "diff --git a/f1 b/f1";
        case 10:
            return "\\ No newline at end of file";
        case 11:
            return "GIT binary patch";
        default:
            return QByteArray(1, static_cast<char>('a' + below(4))); // few, so that lines repeat
        }
    }

    QList<QByteArray> someLines(int most)
    {
        QList<QByteArray> lines;
        const bool hasReturns = isOneIn(6);
        for (int count = below(most + 1); count > 0; --count)
            lines.append(someLine() + (hasReturns ? "\r" : ""));
        return lines;
    }

    QList<QByteArray> edited(const QList<QByteArray> &lines)
    {
        QList<QByteArray> result;
        const int pace = 2 + below(10);
        const auto add = [&] {
            for (int count = 1 + below(3); count > 0; --count)
                result.append(someLine());
        };
        for (const QByteArray &line : lines) {
            const int what = below(3 * pace);
            if (what < 2)
                add(); // before the line, or in its place
            if (what == 0 || what > 2)
                result.append(line);
        }
        if (isOneIn(pace) || result == lines)
            add();
        return result;
    }

    QByteArray joined(const QList<QByteArray> &lines)
    {
        QByteArray text = lines.join('\n');
        if (!lines.isEmpty() && !isOneIn(4))
            text += '\n';
        return text;
    }

    File one(qsizetype number, Kinds kinds)
    {
        const auto [before, after] = texts();
        File file{name(number), {someMode(), before}, {0, after}};
        file.after.mode = isOneIn(5) ? someMode() : file.before.mode;
        switch (below(16)) {
        case 0:
            file.before = {};
            break;
        case 1:
            file.after = {};
            break;
        case 2: // only the mode
            file.after = {someMode(), before};
            break;
        case 3:
            file.before = link(before);
            file.after = link(after);
            break;
        case 4:
            if (kinds == Kinds::All)
                (isOneIn(2) ? file.before : file.after) = link(before + 'x');
            break;
        default:
            break;
        }
        return file;
    }

    State link(QByteArray target)
    {
        target = target.replace('\0', '0').first(qMin<qsizetype>(target.size(), 200));
        return {kLink, target.isEmpty() ? QByteArray("nowhere") : target};
    }

    QList<File> moved(qsizetype number)
    {
        QList<QByteArray> lines;
        for (int at = 0; at < 30; ++at)
            lines.append("line " + QByteArray::number(at) + " of " + name(number));
        QList<QByteArray> changed = lines;
        for (int count = below(5); count > 0; --count)
            changed[below(int(changed.size()))] = someLine();
        const State before{someMode(), joined(lines)};
        const State after{isOneIn(4) ? someMode() : before.mode, joined(changed)};
        return {{name(number), before, {}}, {name(number + 1), {}, after}};
    }

    QRandomGenerator m_random;
};
