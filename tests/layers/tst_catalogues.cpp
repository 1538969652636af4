// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context, source;
    QStringList translations;
    bool isCounted = false, isFinished = true;
};

QList<Message> readMessages(const QString &path, QString *error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *error = file.errorString();
        return {};
    }
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append(
                {.context = context, .isCounted = xml.attributes().value("numerus"_L1) == "yes"_L1});
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().translations += xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.last().isCounted)
                messages.last().translations += xml.readElementText();
        }
    }
    if (xml.hasError())
        *error = xml.errorString() + u" in line %1"_s.arg(xml.lineNumber());
    return messages;
}

/// What is filled in, sorted; what is filled in twice stands there twice.
QStringList places(const QString &text)
{
    static const QRegularExpression place(u"%L?(?:[0-9]|n)|\\{[a-z]+\\}"_s);
    QStringList found;
    for (const auto &match : place.globalMatch(text))
        found += match.captured();
    found.sort();
    return found;
}

qsizetype mnemonics(const QString &text)
{
    static const QRegularExpression mnemonic(u"&[^&\\s]"_s);
    return QString(text).remove(u"&&"_s).count(mnemonic);
}

QString edges(const QString &text)
{
    const qsizetype size = text.size(), trimmed = text.trimmed().size();
    const qsizetype before = text.indexOf(text.trimmed());
    return u"%1 %2"_s.arg(before).arg(size - trimmed - before);
}

} // namespace

/// What translators write cannot break what is shown.
class CataloguesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTranslationFillsInWhatItsTextDoes_data();
    void aTranslationFillsInWhatItsTextDoes();
};

void CataloguesTest::aTranslationFillsInWhatItsTextDoes_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(qEnvironmentVariable("PLUMBLINE_SOURCE") + u"/translations"_s, {u"*.ts"_s},
                       QDir::Files);
    while (files.hasNext()) {
        files.next();
        QTest::newRow(qPrintable(files.fileName())) << files.filePath();
    }
}

void CataloguesTest::aTranslationFillsInWhatItsTextDoes()
{
    QFETCH(QString, path);
    QString error;
    const QList<Message> messages = readMessages(path, &error);
    QCOMPARE(error, QString());
    QStringList wrong;
    qsizetype unfinished = 0;
    for (const Message &message : messages) {
        unfinished += message.isFinished ? 0 : 1;
        for (qsizetype form = 0; form < message.translations.size(); ++form) {
            const QString &translation = message.translations[form];
            if (!message.isFinished || translation.isEmpty())
                continue;
            QStringList wanted = places(message.source), there = places(translation);
            if (message.isCounted && form == 0) { // "one commit" needs no number
                wanted.removeAll(u"%n"_s);
                there.removeAll(u"%n"_s);
            }
            const bool isSame = wanted == there && mnemonics(message.source) == mnemonics(translation) &&
                                edges(message.source) == edges(translation);
            if (!isSame)
                wrong += message.context + u": "_s + message.source + u" -> "_s + translation;
        }
    }
    qInfo("%lld texts, %lld of them not translated", static_cast<long long>(messages.size()),
          static_cast<long long>(unfinished));
    QCOMPARE(wrong.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(CataloguesTest)
#include "tst_catalogues.moc"
