// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

QString root()
{
    return qEnvironmentVariable("PLUMBLINE_SOURCE");
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Structures that stand for a context, and the context: struct GitText { Q_DECLARE_TR_FUNCTIONS(Git) };
QHash<QString, QString> declaredContexts(const QString &code)
{
    static const QRegularExpression declared(u"struct (\\w+)\\s*\\{\\s*Q_DECLARE_TR_FUNCTIONS\\((\\w+)\\)"_s);
    QHash<QString, QString> contexts;
    auto each = declared.globalMatch(code);
    while (each.hasNext()) {
        const auto match = each.next();
        contexts.insert(match.captured(1), match.captured(2));
    }
    return contexts;
}

/// What the nearest text.h above a source file declares.
QHash<QString, QString> contextsOfFolder(QString folder)
{
    while (folder.size() > root().size()) {
        const QString header = readText(folder + u"/text.h"_s);
        if (!header.isEmpty())
            return declaredContexts(header);
        folder.truncate(folder.lastIndexOf(u'/'));
    }
    return {};
}

/// "Context: text" of every text with a count in one source file. The context is named before the tr(), by
/// itself or by a structure that stands for it, or is the class whose function it stands in.
QStringList countedTexts(const QString &code, const QHash<QString, QString> &folderContexts)
{
    static const QRegularExpression call(
        u"(?:(\\w+)::)?\\btr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+),\\s*nullptr"_s);
    static const QRegularExpression function(u"^\\w[^\\n;={]*?\\b(\\w+)::~?\\w+\\("_s,
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression seam(u"\"\\s*\""_s);
    const QHash<QString, QString> contexts = declaredContexts(code);
    QStringList found;
    auto calls = call.globalMatch(code);
    while (calls.hasNext()) {
        const auto match = calls.next();
        QString context = match.captured(1);
        if (!context.isEmpty()) {
            context = contexts.value(context, folderContexts.value(context, context));
        } else {
            auto functions = function.globalMatch(code.first(match.capturedStart()));
            while (functions.hasNext())
                context = functions.next().captured(1);
        }
        QString text = match.captured(2).trimmed();
        text = text.sliced(1, text.size() - 2).remove(seam);
        if (text.contains(u"%n"_s))
            found += context + u": "_s + text;
    }
    return found;
}

QStringList allCountedTexts()
{
    QStringList found;
    for (const QString &folder : {u"models"_s, u"ui"_s, u"app"_s}) {
        QDirIterator each(root() + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            found += countedTexts(readText(path), contextsOfFolder(QFileInfo(path).path()));
        }
    }
    return found;
}

struct Catalogue
{
    QSet<QString> complete; ///< as countedTexts() writes them
    QStringList incomplete;
};

Catalogue readCatalogue()
{
    Catalogue catalogue;
    QXmlStreamReader xml(readText(root() + u"/translations/app_en.ts"_s));
    QString context, source;
    QStringList forms;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "numerusform"_L1)
                forms += xml.readElementText();
            else if (xml.name() == "message"_L1)
                forms.clear();
        } else if (xml.isEndElement() && xml.name() == "message"_L1) {
            const QString key = context + u": "_s + source;
            const bool isComplete = forms.size() == 2 && std::ranges::all_of(forms, [](const QString &form) {
                                        return form.contains(u"%n"_s) && !form.contains(u"(s)"_s);
                                    });
            if (isComplete)
                catalogue.complete += key;
            else
                catalogue.incomplete += key;
        }
    }
    if (xml.hasError())
        catalogue.incomplete += xml.errorString();
    return catalogue;
}

} // namespace

/// English has a plural for whatever is counted, so that nobody reads "1 file(s)".
class PluralsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckItselfSeesTexts()
    {
        const QString code = u"struct PageText\n{\n    Q_DECLARE_TR_FUNCTIONS(Pages)\n};\n"
                             "QString Page::words(int n) const\n{\n"
                             "    return tr(\"%n file(s)\", nullptr, n) + tr(\"no count\") +\n"
                             "           Items::tr(\"%n \"\n                     \"more\", nullptr, n) +\n"
                             "           Text::tr(\"%n lock(s) of %1\", nullptr, n) +\n"
                             "           PageText::tr(\"%n page(s)\", nullptr, n);\n}\n"_s;
        QCOMPARE(countedTexts(code, {{u"Text"_s, u"Git"_s}}),
                 QStringList({u"Page: %n file(s)"_s, u"Items: %n more"_s, u"Git: %n lock(s) of %1"_s,
                              u"Pages: %n page(s)"_s}));
    }

    void everyCountedTextHasBothForms()
    {
        const Catalogue catalogue = readCatalogue();
        QCOMPARE(catalogue.incomplete, QStringList());
        const QStringList texts = allCountedTexts();
        QVERIFY(texts.size() > 20);
        QStringList missing;
        for (const QString &text : texts)
            if (!catalogue.complete.contains(text))
                missing += text;
        QCOMPARE(missing, QStringList());
    }

    void theCatalogueHasNothingElse()
    {
        QSet<QString> unused = readCatalogue().complete;
        for (const QString &text : allCountedTexts())
            unused.remove(text);
        QCOMPARE(unused.values(), QStringList());
    }
};

QTEST_GUILESS_MAIN(PluralsTest)
#include "tst_plurals.moc"
