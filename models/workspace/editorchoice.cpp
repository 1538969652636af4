// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/editorchoice.h"

#include "workspace/externalprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct EditorText
{
    Q_DECLARE_TR_FUNCTIONS(EditorChoice)
};

using ChosenEditor = EditorChoice::Editor;
using EditorSource = EditorChoice::Source;

constexpr qint64 kLargestEntry = 1024 * 1024;

std::unexpected<Error> noEditor()
{
    return fail(ErrorKind::NotFound, EditorText::tr("No editor is known."), {},
                EditorText::tr("Name one in Preferences, under Programs, or in $VISUAL."));
}

Result<ChosenEditor> fromWords(Result<QStringList> words, const QString &file, EditorSource source)
{
    if (!words)
        return std::unexpected(words.error());
    if (!file.isEmpty())
        *words += file;
    return ChosenEditor{*words, ExternalPrograms::needsTerminal(*words), source};
}

Result<QByteArray> outputOf(const ProcessRunner &runner, const QString &program, const QStringList &arguments,
                            const CancelToken &cancel)
{
    ProcessRequest request{.program = findProgram(program), .arguments = arguments, .workingDirectory = {}};
    if (request.program.isEmpty())
        return QByteArray();
    request.environment = scrubbedEnvironment();
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"PATH"_s, u"XDG_CURRENT_DESKTOP"_s, u"XDG_DATA_DIRS"_s, u"XDG_CONFIG_DIRS"_s})
        if (own.contains(name))
            request.environment.insert(name, own.value(name));
    request.timeout = 10s;
    return runner.run(request, cancel).transform([](const ProcessResult &result) {
        return result.exitCode == 0 ? result.output : QByteArray(); // of git config: there is none
    });
}

// The part of an entry that says how the program itself starts: others are for its actions.
QHash<QString, QString> mainKeys(const QString &entry)
{
    QHash<QString, QString> keys;
    bool isMain = false;
    for (const QString &line : entry.split(u'\n')) {
        if (line.startsWith(u'['))
            isMain = line.trimmed() == "[Desktop Entry]"_L1;
        else if (const qsizetype equals = line.indexOf(u'='); isMain && equals > 0)
            keys.insert(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return keys;
}

// Field codes of the Desktop Entry Specification. False: the word stands for nothing here.
bool fillField(QString *word, const QString &file, bool *hasFile)
{
    QString filled;
    for (qsizetype at = 0; at < word->size(); ++at) {
        if (word->at(at) != u'%' || at + 1 == word->size()) {
            filled += word->at(at);
            continue;
        }
        const QChar code = word->at(++at);
        if (code == u'%') {
            filled += code;
        } else if (u"fFuU"_s.contains(code)) {
            filled += file;
            *hasFile = true;
        } else if (word->size() == 2) {
            return false;
        }
    }
    *word = filled;
    return true;
}

Result<ChosenEditor> ofDesktop(const ProcessRunner &runner, const QString &file, const CancelToken &cancel)
{
    const auto output = outputOf(runner, u"xdg-mime"_s, {u"query"_s, u"default"_s, u"text/plain"_s}, cancel);
    if (!output)
        return std::unexpected(output.error());
    QString id = QString::fromUtf8(output->trimmed());
    if (id.isEmpty() || id.contains(u'/') || id.contains(u'\n'))
        return noEditor();
    QString path;
    do // dashes may stand for folders
        path = QStandardPaths::locate(QStandardPaths::ApplicationsLocation, id);
    while (path.isEmpty() && id.contains(u'-') && !id.replace(id.indexOf(u'-'), 1, u'/').isEmpty());
    QFile entry(path);
    if (path.isEmpty() || !entry.open(QFile::ReadOnly))
        return noEditor();
    return EditorChoice::desktopEditor(QString::fromUtf8(entry.read(kLargestEntry)), file);
}

} // namespace

// What the environment names is no template of ours.
std::optional<Result<EditorChoice::Editor>> EditorChoice::named(const QString &setting, const Target &target)
{
    if (!setting.trimmed().isEmpty())
        return fromWords(ExternalPrograms::fill(setting, {{u"file"_s, target.file},
                                                          {u"line"_s, QString::number(target.line + 1)},
                                                          {u"repo"_s, target.repo}}),
                         setting.contains("{file}"_L1) ? QString() : target.file, Source::Setting);
    for (const char *name : {"VISUAL", "EDITOR"})
        if (const QString value = qEnvironmentVariable(name); !value.trimmed().isEmpty())
            return fromWords(ExternalPrograms::splitWords(value), target.file, Source::Environment);
    return std::nullopt;
}

Result<EditorChoice::Editor> EditorChoice::found(const ProcessRunner &runner, const Target &target,
                                                 const CancelToken &cancel)
{
    const auto git = gitPrograms(runner, cancel);
    if (!git)
        return std::unexpected(git.error());
    if (!git->editor.trimmed().isEmpty())
        return fromWords(ExternalPrograms::splitWords(git->editor), target.file, Source::Git);
    return ofDesktop(runner, target.file, cancel);
}

Result<EditorChoice::GitPrograms> EditorChoice::gitPrograms(const ProcessRunner &runner,
                                                            const CancelToken &cancel)
{
    const auto output = outputOf(runner, u"git"_s,
                                 {u"config"_s, u"--global"_s, u"--includes"_s, u"--null"_s, u"--get-regexp"_s,
                                  u"^(core\\.editor|diff\\.tool|merge\\.tool)$"_s},
                                 cancel);
    if (!output)
        return std::unexpected(output.error());
    QHash<QByteArray, QString> values;
    for (const QByteArray &entry : output->split('\0'))
        if (const qsizetype end = entry.indexOf('\n'); end > 0)
            values.insert(entry.first(end), QString::fromUtf8(entry.sliced(end + 1)));
    GitPrograms programs{values.value("core.editor"_ba), values.value("diff.tool"_ba),
                         values.value("merge.tool"_ba)};
    if (programs.differenceTool.isEmpty())
        programs.differenceTool = programs.mergeTool; // as git difftool does
    return programs;
}

Result<EditorChoice::Editor> EditorChoice::desktopEditor(const QString &entry, const QString &file)
{
    const QHash<QString, QString> keys = mainKeys(entry);
    const auto words = ExternalPrograms::splitWords(keys.value(u"Exec"_s));
    if (!words)
        return std::unexpected(words.error());
    QStringList filled;
    bool hasFile = false;
    for (QString word : *words)
        if (fillField(&word, file, &hasFile))
            filled += word;
    if (filled.isEmpty())
        return noEditor();
    if (!hasFile)
        filled += file;
    const bool isInTerminal =
        keys.value(u"Terminal"_s) == "true"_L1 || ExternalPrograms::needsTerminal(filled);
    return Editor{filled, isInTerminal, Source::Desktop};
}
