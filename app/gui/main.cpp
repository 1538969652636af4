// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/catalogue.h"
#include "app/common/services.h"
#include "app/gui/capture.h"
#include "app/gui/earlylog.h"
#include "app/gui/firstpaint.h"
#include "app/gui/options.h"
#include "app/gui/pages.h"
#include "app/gui/programicon.h"
#include "app/gui/singleinstance.h"
#include "app/gui/timings.h"
#include "git/open.h"
#include "settings/languagesettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/stallwatch.h"
#include "ui/theme/apply.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"plumbline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    QGuiApplication::setDesktopFileName(u"org.plumbline.Plumbline"_s);
}

void prepareEnvironment(const Options &options)
{
    if (!options.scale.isEmpty())
        qputenv("QT_SCALE_FACTOR", options.scale.toLatin1());
    // A capture looks the same with and without a display.
    if (!options.captureFolder.isEmpty() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

void print(FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

QByteArray cacheFolder()
{
    return QFile::encodeName(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
}

constexpr int kLongReads = 8; // at once; the system shares out the processors among them

WorkspaceServices workspaceServices(Services *services, QThreadPool *reads, QThreadPool *longReads,
                                    EarlyLog *early)
{
    reads->setMaxThreadCount(services->settings.value(SettingKeys::readThreads));
    longReads->setMaxThreadCount(kLongReads);
    longReads->setThreadPriority(QThread::LowPriority); // see base/background.h
    return {.runner = &services->runner,
            .clock = &services->clock,
            .reads = reads,
            .longReads = longReads,
            .settings = &services->settings,
            .cacheFolder = cacheFolder(),
            .readTrust =
                [trust = &services->trust](const Git::RepoLocation &where) {
                    return trust->answerFor(where).value_or(TrustAnswer());
                },
            .storeTrust =
                [trust = &services->trust](const Git::RepoLocation &where, const TrustChoice &choice) {
                    return trust->setTrust(where, choice);
                },
            .takeLog = [early](const QString &path) { return early->take(path); },
            .runLog = &services->runner,
            .askProgram = Services::askProgram()};
}

Qt::ColorScheme colorScheme(const Options &options, const Settings &settings)
{
    if (options.setsTheme)
        return options.isDark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light;
    const ThemeChoice choice = settings.theme();
    return choice == ThemeChoice::Light  ? Qt::ColorScheme::Light
           : choice == ThemeChoice::Dark ? Qt::ColorScheme::Dark
                                         : Qt::ColorScheme::Unknown;
}

/// Ends the reading jobs of a closed window within two seconds, then the program without them.
class ReadPool final : public QThreadPool
{
public:
    ~ReadPool() override
    {
        clear();
        if (!waitForDone(2000))
            std::_Exit(0);
    }
};

/// The offscreen platform says this for every window; it is of no use to anybody.
void dropPlatformNoise(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains("propagateSizeHints"_L1))
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, message)));
}

int runCapture(WatchedApplication *application, const Options &options)
{
    qInstallMessageHandler(dropPlatformNoise);
    installCatalogue(*application, options.language);
    Theme::applyFixed(options.isDark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    QApplication::setCursorFlashTime(0);
    Services services(Services::Storage::Memory);
    ReadPool reads, longReads;
    StateFile state({});
    const QList<PageFactory> factories = makePageFactories();
    QStringList pages;
    for (const PageFactory &factory : factories)
        if (options.page.isEmpty() ? !factory.isOnDemand : options.page == factory.id)
            pages += factory.id;
    if (pages.isEmpty() && !options.page.isEmpty()) {
        print(stderr, u"plumbline: "_s +
                          QCoreApplication::translate("Options", "there is no page “%1”").arg(options.page) +
                          u'\n');
        return 2;
    }
    EarlyLog none;
    MainWindow window(workspaceServices(&services, &reads, &longReads, &none), state, factories);
    FirstPaint paint(&window);
    window.resize(options.size.isValid() ? options.size : QSize(1400, 900));
    for (const QString &path : options.paths)
        window.openRepository(path);
    window.show();
    Capture capture(window, application->stallWatch(), options, pages);
    QObject::connect(&paint, &FirstPaint::painted, &capture, [&] {
        capture.setStart(paint.cost());
        capture.start();
    });
    QObject::connect(
        &capture, &Capture::finished, application, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    return QApplication::exec();
}

std::unique_ptr<Timings> measure(MainWindow &window, WatchedApplication &application, const Options &options)
{
    if (options.timingsFile.isEmpty())
        return {};
    auto timings = std::make_unique<Timings>(window, application.stallWatch(), options.timingsFile);
    const auto end = [quits = options.quits](bool isWritten, bool isWhole) {
        if (quits || !isWritten)
            QCoreApplication::exit(isWritten && isWhole ? 0 : 1);
    };
    QObject::connect(timings.get(), &Timings::written, &application, end, Qt::QueuedConnection);
    return timings;
}

int runWindow(WatchedApplication *application, const Options &options, SingleInstance *instance,
              EarlyLog *early)
{
    Services services(Services::Storage::Personal);
    installCatalogue(*application, options.language.isEmpty() ? services.settings.value(SettingKeys::language)
                                                              : options.language);
    ReadPool reads, longReads;
    StateFile state(options.opensNewWindow || !options.timingsFile.isEmpty() ? QString()
                                                                             : services.stateFile());
    const QString notice = state.load();
    const int current = state.value(u"currentTab"_s).toInt();
    early->begin(state.value(u"tabs"_s).toArray().at(current).toObject().value("path"_L1).toString(),
                 cacheFolder());
    Theme::apply(colorScheme(options, services.settings));
    application->stallWatch().setLogging(qEnvironmentVariableIsSet("PLUMBLINE_LOG_STALLS"));

    MainWindow window(workspaceServices(&services, &reads, &longReads, early), state, makePageFactories());
    FirstPaint paint(&window);
    QObject::connect(instance, &SingleInstance::pathsArrived, &window,
                     [&window](const QStringList &paths, const QByteArray &activationToken) {
                         qputenv("XDG_ACTIVATION_TOKEN", activationToken); // read by Qt when it activates
                         for (const QString &path : paths)
                             window.openRepository(path);
                         window.takeAttention();
                     });
    QObject::connect(&paint, &FirstPaint::painted, application, [&] {
        if (!options.measuresStart)
            return;
        print(stdout, QString::fromUtf8(QJsonDocument(paint.cost()).toJson(QJsonDocument::Compact)) + u'\n');
        QCoreApplication::exit(0);
    });
    const std::unique_ptr<Timings> timings = measure(window, *application, options);
    window.restoreSession();
    for (const QString &path : options.paths)
        window.openRepository(path);
    if (!window.hasTabs() && QFileInfo::exists(QDir::currentPath() + u"/.git"_s))
        window.openRepository(QDir::currentPath());
    window.show();
    if (!notice.isEmpty())
        window.showMessage(notice);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QFile::decodeName(argv[i]);
    nameProgram();
    const Result<Options> options = parseOptions(arguments, QDir::currentPath());
    if (!options) {
        print(stderr, u"plumbline: "_s + options.error().message + u"\n"_s);
        return 2;
    }
    if (options->showsHelp || options->showsVersion) {
        print(stdout,
              options->showsHelp ? helpText() : QString(QStringLiteral("plumbline " PLUMBLINE_VERSION "\n")));
        return 0;
    }
    prepareEnvironment(*options);
    const bool isAlone = options->opensNewWindow || !options->captureFolder.isEmpty() ||
                         options->measuresStart || !options->timingsFile.isEmpty();
    std::unique_ptr<SingleInstance> instance;
    {
        // Handing over needs no window system; without one this takes a few milliseconds.
        QCoreApplication core(argc, argv);
        instance = std::make_unique<SingleInstance>(isAlone ? QString() : SingleInstance::defaultFolder());
        if (instance->handOver(options->paths))
            return 0;
        instance.reset();
    }
    EarlyLog early;
    if (options->captureFolder.isEmpty() && !options->paths.isEmpty())
        early.begin(options->paths.last(), cacheFolder());
    WatchedApplication application(argc, argv);
    QApplication::setWindowIcon(programIcon());
    if (!options->captureFolder.isEmpty())
        return runCapture(&application, *options);
    instance = std::make_unique<SingleInstance>(isAlone ? QString() : SingleInstance::defaultFolder());
    // Two starts at the same moment: the other one has the lock and will listen in an instant.
    if (!instance->listen() && !isAlone && instance->handOver(options->paths))
        return 0;
    return runWindow(&application, *options, instance.get(), &early);
}
