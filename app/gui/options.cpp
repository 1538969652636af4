// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/options.h"

#include "settings/languagesettings.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

namespace {

struct OptionsText
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

void addOptions(QCommandLineParser *parser)
{
    parser->setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser->addOptions({
        {{u"h"_s, u"help"_s}, {}},
        {{u"v"_s, u"version"_s}, {}},
        {u"new-window"_s, {}},
        {u"measure-start"_s, {}},
        {u"timings"_s, {}, u"file"_s},
        {u"quit"_s, {}},
        {u"capture"_s, {}, u"folder"_s},
        {u"page"_s, {}, u"name"_s},
        {u"theme"_s, {}, u"light|dark"_s},
        {u"language"_s, {}, u"code"_s},
        {u"scale"_s, {}, u"1|1.5|2"_s},
        {u"size"_s, {}, u"WxH"_s},
    });
}

std::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorKind::Invalid, message);
}

Result<QSize> parseSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    bool isWide = false, isHigh = false;
    const QSize size(parts.value(0).toInt(&isWide), parts.value(1).toInt(&isHigh));
    const bool fits = isWide && isHigh && parts.size() == 2 && size.width() >= 200 && size.height() >= 200 &&
                      size.width() <= 8000 && size.height() <= 8000;
    if (!fits)
        //: %1 what the user typed
        return wrong(OptionsText::tr("“%1” is not a size such as 1400x900").arg(text));
    return size;
}

Result<void> readCapture(const QCommandLineParser &parser, const QString &currentFolder, Options *options)
{
    options->page = parser.value(u"page"_s);
    if (parser.isSet(u"capture"_s))
        options->captureFolder = QDir(currentFolder).absoluteFilePath(parser.value(u"capture"_s));
    else if (parser.isSet(u"page"_s) || parser.isSet(u"size"_s))
        return wrong(OptionsText::tr("--page and --size belong to --capture"));
    if (parser.isSet(u"theme"_s)) {
        const QString theme = parser.value(u"theme"_s);
        if (theme != "light"_L1 && theme != "dark"_L1)
            return wrong(OptionsText::tr("“%1” is not a theme; choose light or dark").arg(theme));
        options->isDark = theme == "dark"_L1;
        options->setsTheme = true;
    }
    if (parser.isSet(u"language"_s)) {
        options->language = parser.value(u"language"_s);
        if (const QStringList known = catalogueLanguages(); !known.contains(options->language))
            return wrong(OptionsText::tr("“%1” is not a language of the window; choose one of: %2")
                             .arg(options->language, known.join(u", "_s)));
    }
    if (parser.isSet(u"scale"_s)) {
        options->scale = parser.value(u"scale"_s);
        if (!QStringList{u"1"_s, u"1.5"_s, u"2"_s}.contains(options->scale))
            return wrong(OptionsText::tr("“%1” is not a scale; choose 1, 1.5 or 2").arg(options->scale));
    }
    if (parser.isSet(u"size"_s)) {
        const Result<QSize> size = parseSize(parser.value(u"size"_s));
        if (!size)
            return std::unexpected(size.error());
        options->size = *size;
    }
    return {};
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments, const QString &currentFolder)
{
    QCommandLineParser parser;
    addOptions(&parser);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    Options options;
    options.showsHelp = parser.isSet(u"help"_s);
    options.showsVersion = parser.isSet(u"version"_s);
    options.opensNewWindow = parser.isSet(u"new-window"_s);
    options.measuresStart = parser.isSet(u"measure-start"_s);
    for (const QString &path : parser.positionalArguments())
        options.paths += QDir::cleanPath(QDir(currentFolder).absoluteFilePath(path));
    options.quits = parser.isSet(u"quit"_s);
    if (parser.isSet(u"timings"_s))
        options.timingsFile = QDir(currentFolder).absoluteFilePath(parser.value(u"timings"_s));
    else if (options.quits)
        return wrong(OptionsText::tr("--quit belongs to --timings"));
    if (const Result<void> read = readCapture(parser, currentFolder, &options); !read)
        return std::unexpected(read.error());
    return options;
}

QString helpText()
{
    return OptionsText::tr(
        "Usage: plumbline [OPTIONS] [PATH...]\n"
        "Opens the repositories at the paths, or those of the last time.\n\n"
        "  --new-window      an own window, even when one is open\n"
        "  --theme NAME      light or dark, this time\n"
        "  --language CODE   de or en, this time\n"
        "  --scale FACTOR    1, 1.5 or 2\n"
        "  --capture FOLDER  write an image of every page and capture.json there, then end\n"
        "  --page NAME       with --capture: only this page\n"
        "  --size WxH        with --capture: size of the window\n"
        "  --timings FILE    write as JSON when the window and its history were there, then go on\n"
        "  --quit            with --timings: end when FILE is written\n"
        "  --version         print the version\n"
        "  --help            print this\n\n"
        "Exit codes: 0 done, 1 a page could not be captured, 2 wrong usage.\n");
}
