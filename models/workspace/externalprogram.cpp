// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/externalprogram.h"

#include "base/process.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct ExternalText
{
    Q_DECLARE_TR_FUNCTIONS(ExternalPrograms)
};

struct Terminal
{
    QString name;
    QString before; ///< what stands between it and the program to run in it
};

const QList<Terminal> &terminals()
{
    static const QList<Terminal> known{{u"x-terminal-emulator"_s, u"-e"_s},
                                       {u"konsole"_s, u"-e"_s},
                                       {u"gnome-terminal"_s, u"--"_s},
                                       {u"kgx"_s, u"--"_s},
                                       {u"ptyxis"_s, u"--"_s},
                                       {u"xfce4-terminal"_s, u"-x"_s},
                                       {u"alacritty"_s, u"-e"_s},
                                       {u"kitty"_s, u"--"_s},
                                       {u"foot"_s, u"--"_s},
                                       {u"wezterm"_s, u"-e"_s},
                                       {u"xterm"_s, u"-e"_s}};
    return known;
}

QString programName(const QString &program)
{
    return QFileInfo(program).fileName();
}

QString separatorOf(const QString &program)
{
    for (const Terminal &terminal : terminals()) {
        if (terminal.name == programName(program))
            return terminal.before;
    }
    return u"-e"_s; // what nearly all of them take
}

} // namespace

Result<QStringList> ExternalPrograms::splitWords(const QString &line)
{
    QStringList words;
    QString word;
    QChar quote;
    bool isInWord = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar character = line[at];
        const bool escapes = character == u'\\' && quote != u'\'' && at + 1 < line.size();
        if (escapes) {
            word += line[++at];
            isInWord = true;
        } else if (!quote.isNull()) {
            if (character == quote)
                quote = {};
            else
                word += character;
        } else if (character == u'"' || character == u'\'') {
            quote = character;
            isInWord = true; // "" is a word
        } else if (character.isSpace()) {
            if (std::exchange(isInWord, false))
                words += std::exchange(word, {});
        } else {
            word += character;
            isInWord = true;
        }
    }
    if (!quote.isNull())
        return fail(ErrorKind::Invalid,
                    ExternalText::tr("A quotation mark is not closed in “%1”.").arg(line));
    if (isInWord)
        words += word;
    if (words.isEmpty() || words.first().isEmpty())
        return fail(ErrorKind::Invalid, ExternalText::tr("No program is named."));
    return words;
}

Result<QStringList> ExternalPrograms::fill(const QString &line, const QHash<QString, QString> &values)
{
    auto words = splitWords(line);
    if (!words)
        return words;
    static const QRegularExpression token(u"\\{([a-z]+)\\}"_s);
    for (QString &word : *words) {
        QString filled;
        qsizetype end = 0;
        for (auto each = token.globalMatch(word); each.hasNext();) {
            const auto match = each.next();
            const auto value = values.constFind(match.captured(1));
            if (value == values.cend())
                return fail(ErrorKind::Invalid,
                            ExternalText::tr("%1 stands for nothing in “%2”.").arg(match.captured(0), line));
            filled += word.sliced(end, match.capturedStart() - end) + *value;
            end = match.capturedEnd();
        }
        word = filled + word.sliced(end);
    }
    return words;
}

Result<ExternalCommand> ExternalPrograms::commandOf(QStringList words, const QString &folder)
{
    const QString name = words.isEmpty() ? QString() : words.takeFirst();
    const QString program = QFileInfo(name).isAbsolute() ? (QFileInfo(name).isExecutable() ? name : QString())
                            : name.contains(u'/')        ? QString()
                                                         : findProgram(name);
    if (program.isEmpty())
        return fail(ErrorKind::NotFound, ExternalText::tr("The program %1 is not installed.").arg(name));
    return ExternalCommand{program, words, folder};
}

bool ExternalPrograms::needsTerminal(const QStringList &words)
{
    static const QStringList inTerminals{
        u"vi"_s,  u"vim"_s, u"nvim"_s,   u"nano"_s, u"pico"_s, u"micro"_s,  u"helix"_s,          u"hx"_s,
        u"kak"_s, u"joe"_s, u"mcedit"_s, u"ed"_s,   u"ne"_s,   u"editor"_s, u"sensible-editor"_s};
    const QString name = words.isEmpty() ? QString() : programName(words.first());
    return inTerminals.contains(name) || (name == "emacs"_L1 && words.contains("-nw"_L1));
}

Result<QStringList> ExternalPrograms::terminalWords(const QString &preferred, const QString &folder,
                                                    const QStringList &inside)
{
    QStringList words;
    if (!preferred.trimmed().isEmpty()) {
        const auto filled = fill(preferred, {{u"repo"_s, folder}});
        if (!filled)
            return filled;
        words = *filled;
    } else {
        QStringList names{qEnvironmentVariable("TERMINAL")};
        for (const Terminal &terminal : terminals())
            names += terminal.name;
        for (const QString &name : std::as_const(names)) {
            if (!name.isEmpty() && !name.contains(u' ') && commandOf({name}, folder)) {
                words = {name};
                break;
            }
        }
    }
    if (words.isEmpty())
        return fail(ErrorKind::NotFound, ExternalText::tr("No terminal was found."), {},
                    ExternalText::tr("Name one in Preferences, under Programs."));
    if (!inside.isEmpty())
        words += QStringList{separatorOf(words.first())} + inside;
    return words;
}
