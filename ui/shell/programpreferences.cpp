// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/programpreferences.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include "settings/programsettings.h"
#include "workspace/externalprogram.h"

#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

// A place that is nobody's, with a blank in it.
EditorChoice::Target sampleTarget()
{
    return {.file = u"/home/ada/my platform/values.yaml"_s, .repo = u"/home/ada/my platform"_s, .line = 11};
}

QString quoted(const QString &word)
{
    const bool isPlain = !word.isEmpty() && !word.contains(u' ') && !word.contains(u'\'') &&
                         !word.contains(u'"') && !word.contains(u'\\');
    return isPlain ? word
                   : QString(u'"' + QString(word).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"');
}

QString commandLine(const QStringList &words)
{
    QStringList shown;
    for (const QString &word : words)
        shown += quoted(word);
    return shown.join(u' ');
}

QString problemText(const Error &error)
{
    return error.hint.isEmpty() ? error.message : QString(error.message + u' ' + error.hint);
}

} // namespace

ProgramPreferences::ProgramPreferences(const WorkspaceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_settings(*services.settings)
    , m_runner(services.runner)
    , m_read(this, services.reads)
{
    const int u = Theme::unit(font());
    auto *form = new QFormLayout(this);
    form->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    form->setHorizontalSpacing(4 * u);
    form->setVerticalSpacing(2 * u);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow); // what wraps needs the width
    m_editor = addTemplate(form, tr("&Editor"), SettingKeys::editor);
    m_editor->setPlaceholderText(u"kate --line {line} {file}"_s);
    m_editorPreview = addLine(form, tr("Starts"));
    m_terminal = addTemplate(form, tr("&Terminal"), SettingKeys::terminal);
    m_terminal->setPlaceholderText(u"konsole --workdir {repo}"_s);
    m_terminalPreview = addLine(form, tr("Starts"));
    auto *help = addLine(form, {});
    help->setFont(Theme::small(font()));
    help->setText(tr("{file}, {line} and {repo} stand for the file, its line and the repository's folder; "
                     "without {file} the file comes last. Nothing of a shell means anything here."));
    m_differenceTool = addLine(form, tr("Difference tool"));
    m_mergeTool = addLine(form, tr("Merge tool"));
    connect(m_editor, &QLineEdit::textChanged, this, &ProgramPreferences::showEditor);
    connect(m_terminal, &QLineEdit::textChanged, this, &ProgramPreferences::showTerminal);
    showEditor();
    showTerminal();
    showTools();
    read();
}

QLineEdit *ProgramPreferences::addTemplate(QFormLayout *form, const QString &label,
                                           const SettingKey<QString> &key)
{
    auto *line = new QLineEdit(m_settings.value(key), this);
    line->setFont(Theme::fixedFont());
    line->setClearButtonEnabled(true);
    line->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this,
            [this, &key](const QString &text) { m_settings.setValue(key, text.trimmed()); });
    return line;
}

PlainLabel *ProgramPreferences::addLine(QFormLayout *form, const QString &label)
{
    auto *line = new PlainLabel(this);
    line->setWraps(true);
    line->setSelectable(true);
    form->addRow(label, line);
    return line;
}

void ProgramPreferences::read()
{
    m_read.start(
        [runner = m_runner](const CancelToken &cancel) -> Result<Found> {
            return Found{EditorChoice::found(*runner, sampleTarget(), cancel),
                         EditorChoice::gitPrograms(*runner, cancel)};
        },
        [this](const Result<Found> &found) {
            if (found)
                m_found = *found;
            else
                m_found = Found{std::unexpected(found.error()), std::unexpected(found.error())};
            showEditor();
            showTools();
        });
}

void ProgramPreferences::showEditor()
{
    auto editor = EditorChoice::named(m_editor->text(), sampleTarget());
    if (!editor && !m_found) {
        m_editorPreview->setText(tr("Looking for an editor…"));
        return;
    }
    if (!editor)
        editor = m_found->editor;
    if (!*editor) {
        m_editorPreview->setText(problemText(editor->error()));
        return;
    }
    Result<QStringList> words = (*editor)->words;
    if ((*editor)->isInTerminal)
        words = ExternalPrograms::terminalWords(m_terminal->text(), sampleTarget().repo, *words);
    using EditorChoice::Source;
    const Source source = (*editor)->source;
    const QString from = source == Source::Environment ? tr("from $VISUAL or $EDITOR")
                         : source == Source::Git       ? tr("from core.editor of your Git configuration")
                         : source == Source::Desktop   ? tr("the desktop’s editor for text")
                                                       : QString();
    if (!words)
        m_editorPreview->setText(problemText(words.error()));
    else
        m_editorPreview->setText(from.isEmpty() ? commandLine(*words)
                                                : QString(commandLine(*words) + u"  ("_s + from + u')'));
}

void ProgramPreferences::showTerminal()
{
    const auto words = ExternalPrograms::terminalWords(m_terminal->text(), sampleTarget().repo, {});
    m_terminalPreview->setText(words ? commandLine(*words) : problemText(words.error()));
    showEditor(); // it may need one
}

void ProgramPreferences::showTools()
{
    const auto show = [this](PlainLabel *label, QString EditorChoice::GitPrograms::*tool,
                             const QString &key) {
        if (!m_found)
            label->setText(tr("Reading Git’s configuration…"));
        else if (!m_found->git)
            label->setText(problemText(m_found->git.error()));
        else if (const QString &name = *m_found->git.*tool; !name.isEmpty())
            //: %1 a program's name
            label->setText(tr("%1, as your Git configuration says").arg(name));
        else
            //: %1 the key of a configuration
            label->setText(
                tr("None is named in your Git configuration: git config --global %1 NAME").arg(key));
    };
    show(m_differenceTool, &EditorChoice::GitPrograms::differenceTool, u"diff.tool"_s);
    show(m_mergeTool, &EditorChoice::GitPrograms::mergeTool, u"merge.tool"_s);
}
