// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferencesdialog.h"

#include "ui/shell/programpreferences.h"
#include "ui/shell/shortcutseditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include "settings/diffsettings.h"
#include "settings/languagesettings.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

PreferencesDialog::PreferencesDialog(const WorkspaceServices &services, const ShortcutBook &book,
                                     QWidget *parent)
    : QDialog(parent)
    , m_settings(*services.settings)
{
    setWindowTitle(tr("Preferences"));
    const int u = Theme::unit(font());
    auto *tabs = new QTabWidget(this);
    tabs->setAccessibleName(tr("Preferences"));
    tabs->tabBar()->setAccessibleName(tr("Preferences"));
    tabs->addTab(makeAppearance(), tr("&Appearance"));
    tabs->addTab(new ProgramPreferences(services, tabs), tr("&Programs"));
    tabs->addTab(makeShortcuts(book), tr("&Shortcuts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return belongs to what is edited
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    column->setSpacing(2 * u);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 36);
}

QWidget *PreferencesDialog::makeAppearance()
{
    auto *page = new QWidget(this);
    const int u = Theme::unit(font());
    auto *form = new QFormLayout(page);
    form->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    form->setHorizontalSpacing(4 * u);
    form->setVerticalSpacing(2 * u);
    auto *theme = new QComboBox(page);
    theme->addItem(tr("As the system"), QVariant::fromValue(ThemeChoice::System));
    theme->addItem(tr("Light"), QVariant::fromValue(ThemeChoice::Light));
    theme->addItem(tr("Dark"), QVariant::fromValue(ThemeChoice::Dark));
    theme->setCurrentIndex(static_cast<int>(m_settings.theme()));
    form->addRow(tr("&Theme"), theme);
    connect(theme, &QComboBox::activated, this,
            [this, theme] { m_settings.setTheme(theme->currentData().value<ThemeChoice>()); });
    connect(&m_settings, &Settings::changed, theme,
            [this, theme] { theme->setCurrentIndex(static_cast<int>(m_settings.theme())); });
    addLanguageChoice(form);
    addDiffChoice(form, tr("Differences"), SettingKeys::diffIsSplit, tr("S&ide by side"));
    addDiffChoice(form, {}, SettingKeys::diffWraps, tr("&Wrap long lines"));
    addDiffChoice(form, {}, SettingKeys::diffShowsWhitespace, tr("S&how whitespace"));
    addDiffChoice(form, {}, SettingKeys::diffIgnoresWhitespace, tr("I&gnore changes of whitespace"));
    return page;
}

void PreferencesDialog::addLanguageChoice(QFormLayout *form)
{
    auto *language = new QComboBox(form->parentWidget());
    language->addItem(tr("As the system"), QString());
    for (const QString &code : catalogueLanguages())
        language->addItem(QLocale(QLocale(code).language(), QLocale::World).nativeLanguageName(), code);
    language->setCurrentIndex(std::max(0, language->findData(m_settings.value(SettingKeys::language))));
    form->addRow(tr("&Language"), language);
    auto *note = new PlainLabel(form->parentWidget());
    note->setFont(Theme::small(font()));
    note->setText(tr("From the next start on."));
    note->setVisible(false);
    form->addRow(QString(), note);
    connect(language, &QComboBox::activated, this, [this, language, note] {
        m_settings.setValue(SettingKeys::language, language->currentData().toString());
        note->setVisible(true);
    });
}

void PreferencesDialog::addDiffChoice(QFormLayout *form, const QString &label, const SettingKey<bool> &key,
                                      const QString &text)
{
    auto *box = new QCheckBox(text, form->parentWidget());
    box->setChecked(m_settings.value(key));
    form->addRow(label, box);
    connect(box, &QCheckBox::toggled, this, [this, &key](bool isOn) { m_settings.setValue(key, isOn); });
    connect(&m_settings, &Settings::changed, box,
            [this, box, &key] { box->setChecked(m_settings.value(key)); });
}

QWidget *PreferencesDialog::makeShortcuts(const ShortcutBook &book)
{
    auto *page = new QWidget(this);
    const int u = Theme::unit(font());
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    column->addWidget(new ShortcutsEditor(book, page));
    return page;
}
