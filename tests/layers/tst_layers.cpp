// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// What each folder of models/ may include. Folders in brackets: their types.h only.
const QMap<QString, QString> kAllowed = {
    {u"base"_s, {}},
    {u"diff"_s, u"base"_s},
    {u"yaml"_s, u"base"_s},
    {u"git"_s, u"base diff"_s},
    {u"cluster"_s, u"base yaml"_s},
    {u"forge"_s, u"base"_s},
    {u"ai"_s, u"base"_s},
    {u"history"_s, u"base diff yaml git"_s},
    {u"drafting"_s, u"base diff yaml git ai policy history"_s},
    {u"environments"_s, u"base diff yaml git"_s},
    {u"promotion"_s, u"base diff yaml git cluster forge ai environments policy audit"_s},
    {u"drift"_s, u"base diff yaml git cluster environments"_s},
    {u"policy"_s, u"base diff yaml git forge"_s},
    {u"audit"_s, u"base diff git"_s},
    {u"incident"_s, u"base diff yaml git cluster forge ai history environments promotion drift"_s},
    {u"metrics"_s, u"base diff git forge history promotion incident"_s},
    {u"settings"_s, u"base (git)"_s},
    {u"items"_s,
     u"base diff (git) (history) (drafting) (environments) (promotion) (drift) (policy) (audit)"_s},
    {u"workspace"_s,
     u"base diff yaml git cluster forge ai history drafting environments promotion drift policy audit "
     "incident metrics settings items"_s},
    {u"ui"_s, u"base diff settings items workspace (git) (history) (drafting) (environments) (promotion) "
              u"(drift) (policy) "
              "(audit)"_s},
};

struct Source
{
    QString path; ///< relative to the root
    QStringList lines;
};

QString root()
{
    return qEnvironmentVariable("PLUMBLINE_SOURCE");
}

QList<Source> readSources(const QStringList &folders)
{
    QList<Source> sources;
    for (const QString &folder : folders) {
        QDirIterator each(root() + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly))
                sources += {file.fileName().sliced(root().size() + 1),
                            QString::fromUtf8(file.readAll()).split(u'\n')};
        }
    }
    return sources;
}

/// "git" for models/git/x.cpp, "ui" for anything below ui/.
QString layerOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts[0] == "models"_L1 ? parts[1] : parts[0];
}

/// Empty when the include is fine, else the sentence.
QString complaint(const QString &path, const QString &included)
{
    const QString from = layerOf(path);
    const QString to = included.section(u'/', 0, 0);
    if (to == from || !included.contains(u'/'))
        return {};
    const QStringList allowed = kAllowed.value(from).split(u' ', Qt::SkipEmptyParts);
    const bool isTypes = included.endsWith("/types.h"_L1);
    if (allowed.contains(to) || (isTypes && allowed.contains(u'(' + to + u')')))
        return {};
    return u"%1 may not use %2"_s.arg(path, included);
}

QStringList complaints(const QList<Source> &sources)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s);
    QStringList found;
    for (const Source &source : sources) {
        for (const QString &line : source.lines) {
            const auto match = include.match(line);
            if (!match.hasMatch())
                continue;
            const QString sentence = complaint(source.path, match.captured(1));
            if (!sentence.isEmpty())
                found += sentence;
        }
    }
    return found;
}

QStringList linesWith(const QList<Source> &sources, const QRegularExpression &pattern)
{
    QStringList found;
    for (const Source &source : sources) {
        for (qsizetype at = 0; at < source.lines.size(); ++at) {
            const QString code = source.lines[at].section(u"//"_s, 0, 0);
            if (pattern.match(code).hasMatch())
                found += u"%1:%2: %3"_s.arg(source.path).arg(at + 1).arg(code.trimmed());
        }
    }
    return found;
}

} // namespace

class LayersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(readSources({u"models"_s}).size() > 20); }

    void theCheckItselfSeesAViolation()
    {
        QCOMPARE(complaint(u"models/git/log.cpp"_s, u"history/types.h"_s),
                 u"models/git/log.cpp may not use history/types.h"_s);
        QCOMPARE(complaint(u"ui/history/page.cpp"_s, u"git/log.h"_s),
                 u"ui/history/page.cpp may not use git/log.h"_s);
        QVERIFY(complaint(u"ui/history/page.cpp"_s, u"git/types.h"_s).isEmpty());
        QVERIFY(complaint(u"ui/history/page.cpp"_s, u"ui/theme/theme.h"_s).isEmpty());
        QVERIFY(!complaint(u"models/base/text.cpp"_s, u"ui/theme/theme.h"_s).isEmpty());
    }

    void everyFolderIsInTheTable()
    {
        const QStringList folders = QDir(root() + u"/models"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders)
            QVERIFY2(kAllowed.contains(folder), qPrintable(folder));
    }

    void includesPointDownward() { QCOMPARE(complaints(readSources({u"models"_s, u"ui"_s})), QStringList()); }

    void theCommandsUseNoWindow()
    {
        const QList<Source> sources = readSources({u"app/cli"_s});
        QVERIFY(sources.size() > 5);
        QCOMPARE(linesWith(sources, QRegularExpression(u"#\\s*include \"(ui|workspace)/"_s)), QStringList());
    }

    void libgit2StaysInItsFolder()
    {
        QList<Source> sources = readSources({u"models"_s, u"ui"_s, u"app"_s});
        sources.removeIf([](const Source &source) { return source.path.startsWith("models/git/"_L1); });
        QCOMPARE(linesWith(sources, QRegularExpression(u"git2\\.h|\\bgit_[a-z]+_[a-z]+\\("_s)),
                 QStringList());
        // Headers that name libgit2's types are the folder's own business.
        QStringList own;
        for (const Source &source : readSources({u"models/git"_s})) {
            const bool isHeader = source.path.endsWith(".h"_L1);
            if (isHeader &&
                !linesWith({source}, QRegularExpression(u"git2\\.h|handle\\.h|\\bgit_[a-z]+ \\*"_s))
                     .isEmpty())
                own += source.path.section(u'/', 1);
        }
        QVERIFY(own.contains(u"git/handle.h"_s));
        for (const QString &header : std::as_const(own)) {
            const QRegularExpression include(u"#include \""_s + QRegularExpression::escape(header) + u'"');
            QCOMPARE(linesWith(sources, include), QStringList());
        }
    }

    void nothingIsASingleton()
    {
        const auto sources = readSources({u"models"_s, u"ui"_s, u"app"_s});
        QStringList found = linesWith(sources, QRegularExpression(u"\\binstance\\(\\)"_s));
        found.removeIf([](const QString &line) { return line.contains("QCoreApplication::instance()"_L1); });
        QCOMPARE(found, QStringList());
    }

    void theWindowNeverWaits()
    {
        const auto sources = readSources({u"ui"_s, u"models/workspace"_s});
        const QRegularExpression waits(
            u"waitFor(Finished|Started|ReadyRead|BytesWritten|Done)|processEvents|\\bQEventLoop\\b|"
            u"\\.result\\(\\)|->exec\\(|\\bdialog\\.exec\\(|QThread::(m|u)?sleep"_s);
        QCOMPARE(linesWith(sources, waits), QStringList());
    }

    void textIsNeverGivenToARawLabel()
    {
        QList<Source> sources = readSources({u"ui"_s});
        sources.removeIf([](const Source &source) { return source.path.contains("plainlabel"_L1); });
        QCOMPARE(linesWith(sources,
                           QRegularExpression(u"new QLabel\\((?!this\\))|setStyleSheet\\(|QMessageBox::"_s)),
                 QStringList());
    }

    // A name with "%2" in it would take what is put in next.
    void placeholdersAreFilledAtOnce()
    {
        const QRegularExpression chain(u"\\.arg(\\((?:[^()]++|(?1))*\\))\\s*\\.arg\\("_s);
        QVERIFY(chain.match(u"a.arg(f(x))\n    .arg(y)"_s).hasMatch());
        QVERIFY(!chain.match(u"a.arg(f(x), b.arg(y))"_s).hasMatch());
        QStringList found;
        for (const Source &source : readSources({u"models"_s, u"ui"_s, u"app"_s})) {
            const QString text = source.lines.join(u'\n');
            for (const QRegularExpressionMatch &match : chain.globalMatch(text))
                found += u"%1:%2"_s.arg(source.path,
                                        QString::number(text.first(match.capturedStart()).count(u'\n') + 1));
        }
        QCOMPARE(found, QStringList());
    }

    void noProgramIsStartedThroughAShell()
    {
        QList<Source> sources = readSources({u"models"_s, u"ui"_s, u"app"_s});
        QCOMPARE(linesWith(sources,
                           QRegularExpression(u"startCommand|\\bpopen\\(|(^|[^:.>\\w])system\\(|/bin/sh"_s)),
                 QStringList());
        sources.removeIf([](const Source &source) {
            return source.path == "models/base/process.cpp"_L1 ||
                   source.path == "models/base/detached.cpp"_L1;
        });
        QCOMPARE(linesWith(sources, QRegularExpression(u"\\bQProcess\\b"_s)), QStringList());
    }

    // One that shrinks, or lies on a share that goes away, would end the program.
    void noFileIsMapped()
    {
        const QList<Source> sources = readSources({u"models"_s, u"app"_s, u"ui"_s});
        QCOMPARE(linesWith(sources, QRegularExpression(u"\\bmmap\\(|(\\.|->)map\\(0"_s)), QStringList());
    }

    void theCommandLineProgramIsFreeOfGui()
    {
        QProcess process;
        process.start(u"ldd"_s, {qEnvironmentVariable("PLUMBLINE_AI_CLI")});
        QVERIFY(process.waitForFinished());
        const QByteArray libraries = process.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY(!libraries.contains("libQt6Gui"));
        QVERIFY(!libraries.contains("libQt6Widgets"));
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
