// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/securityreport.h"

#include "app/cli/jsonbytes.h"
#include "app/cli/text.h"
#include "base/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString kindWord(Policy::SecretKind kind)
{
    switch (kind) {
    case Policy::SecretKind::Token:
        return u"token"_s;
    case Policy::SecretKind::Password:
        return u"password"_s;
    case Policy::SecretKind::PrivateKey:
        return u"private-key"_s;
    case Policy::SecretKind::PasswordHash:
        return u"password-hash"_s;
    case Policy::SecretKind::Address:
        return u"address"_s;
    case Policy::SecretKind::ConnectionString:
        return u"connection-string"_s;
    case Policy::SecretKind::ManifestSecret:
        return u"manifest-secret"_s;
    case Policy::SecretKind::KeyStore:
        return u"key-store"_s;
    case Policy::SecretKind::NotEncrypted:
        return u"not-encrypted"_s;
    case Policy::SecretKind::NotScanned:
        return u"not-scanned"_s;
    }
    return {};
}

QString confidenceWord(Policy::Confidence confidence)
{
    switch (confidence) {
    case Policy::Confidence::Low:
        return u"low"_s;
    case Policy::Confidence::Medium:
        return u"medium"_s;
    case Policy::Confidence::High:
        return u"high"_s;
    }
    return {};
}

void insertPath(QJsonObject &object, const QByteArray &path)
{
    if (Policy::shownPath(path) == displayPath(path))
        insertBytes(object, u"path"_s, path);
    else
        object.insert(u"path"_s, Policy::shownPath(path));
}

QJsonObject findingJson(const Policy::SecretFinding &finding)
{
    QJsonObject object{{u"rule"_s, QString::fromUtf8(finding.rule)},
                       {u"kind"_s, kindWord(finding.kind)},
                       {u"description"_s, Policy::describe(finding)},
                       {u"confidence"_s, confidenceWord(finding.confidence)},
                       {u"fingerprint"_s, QString::fromLatin1(finding.fingerprint)}};
    insertPath(object, finding.path);
    if (!finding.provider.isEmpty())
        object.insert(u"provider"_s, finding.provider);
    if (!finding.commit.isEmpty())
        object.insert(u"commit"_s, QString::fromLatin1(finding.commit));
    if (finding.line == 0)
        return object;
    object.insert(u"line"_s, finding.line);
    object.insert(u"column"_s, finding.column);
    object.insert(u"endLine"_s, finding.endLine);
    object.insert(u"start"_s, finding.start);
    object.insert(u"end"_s, finding.end);
    object.insert(u"masked"_s, finding.masked);
    return object;
}

QJsonArray findingsJson(const QList<Policy::SecretFinding> &findings)
{
    QJsonArray array;
    for (const Policy::SecretFinding &finding : findings)
        array += findingJson(finding);
    return array;
}

QString secretPlace(const Policy::SecretFinding &finding)
{
    const QString path = Policy::shownPath(finding.path);
    const QString commit =
        finding.commit.isEmpty() ? QString() : QString::fromLatin1(finding.commit.first(8)) + u':';
    return finding.line == 0 ? QString(commit + path)
                             : u"%1%2:%3:%4"_s.arg(commit, path, QString::number(finding.line),
                                                   QString::number(finding.column));
}

void printFinding(const Policy::SecretFinding &finding, Output &out)
{
    const Tint tint = finding.confidence == Policy::Confidence::High     ? Tint::Bad
                      : finding.confidence == Policy::Confidence::Medium ? Tint::Notable
                                                                         : Tint::None;
    out.printPieces(
        {{secretPlace(finding) + u": "_s, Tint::Name},
         {Policy::describe(finding), tint},
         {finding.masked.isEmpty() ? QString() : u' ' + finding.masked},
         {u" [%1, %2, %3]"_s.arg(QString::fromUtf8(finding.rule), confidenceWord(finding.confidence),
                                 QString::fromLatin1(finding.fingerprint))}});
}

QString suppressedText(const Policy::SuppressedSecret &suppressed)
{
    const QString by = u"%1:%2"_s.arg(Policy::shownPath(suppressed.path), QString::number(suppressed.line));
    const QString rule = QString::fromUtf8(suppressed.finding.rule);
    //: %1: a file with its line; %2: id of a rule; %3: the file and line in which that is asked for
    QString text = suppressed.isNew ? Text::tr("%1: %2 is ignored from now on, as %3 says")
                                    : Text::tr("%1: %2 is ignored, as %3 says");
    text = text.arg(secretPlace(suppressed.finding), rule, by);
    return suppressed.reason.isEmpty() ? text : QString(text + u": "_s + suppressed.reason);
}

} // namespace

QJsonObject secretsJson(const Policy::SecretScan &scan)
{
    QJsonArray suppressed;
    for (const Policy::SuppressedSecret &each : scan.suppressed) {
        QJsonObject object{{u"finding"_s, findingJson(each.finding)},
                           {u"line"_s, each.line},
                           {u"reason"_s, each.reason},
                           {u"isNew"_s, each.isNew}};
        insertPath(object, each.path);
        suppressed += object;
    }
    return {{u"findings"_s, findingsJson(scan.findings)},
            {u"removed"_s, findingsJson(scan.removed)},
            {u"suppressed"_s, suppressed},
            {u"files"_s, qint64(scan.files)},
            {u"bytes"_s, scan.bytes}};
}

void printScan(const Policy::SecretScan &scan, Output &out)
{
    for (const Policy::SecretFinding &finding : scan.findings)
        printFinding(finding, out);
    for (const Policy::SuppressedSecret &suppressed : scan.suppressed)
        out.print(suppressedText(suppressed));
    for (const Policy::SecretFinding &finding : scan.removed)
        //: %1: a file with its line; %2: such as "password in a URL"
        out.note(
            Text::tr("%1: %2 is taken out, but stays in the history: it has to be replaced where it is used")
                .arg(secretPlace(finding), Policy::describe(finding)));
    //: %1: how many; %2: their bytes
    out.note(Text::tr("Files looked through: %1 (%2 bytes)")
                 .arg(QString::number(scan.files), QString::number(scan.bytes)));
}

} // namespace Cli
