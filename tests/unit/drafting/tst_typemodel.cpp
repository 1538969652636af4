// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/typemodel.h"

#include "support/verify.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Drafting;

namespace {

QJsonArray samples()
{
    QFile file(QStringLiteral(PLUMBLINE_TEST_DATA) + u"/commit-types/samples.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

QByteArray shippedText()
{
    QFile file(u":/commit-types/model.txt"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<ChangedPath> filesOf(const QJsonObject &sample)
{
    QList<ChangedPath> files;
    for (const QJsonValue value : sample["files"_L1].toArray()) {
        const QJsonArray file = value.toArray();
        files.append({file[0].toString().toUtf8(), file[1].toString().front().toLatin1()});
    }
    return files;
}

double farthest(const std::vector<double> &ours, const QJsonArray &theirs)
{
    double most = qsizetype(ours.size()) == theirs.size() ? 0 : 1;
    for (size_t i = 0; i < ours.size() && most < 1; ++i)
        most = qMax(most, std::abs(ours[i] - theirs[qsizetype(i)].toDouble()));
    return most;
}

} // namespace

/// The model of types says what the script that trained it says.
class TypeModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void featuresAndProbabilitiesAreThoseOfTheTraining()
    {
        const QJsonArray all = samples();
        QVERIFY(all.size() >= 40);
        TypeModel model(ShippedTypes::types());
        const TypeModel untaught(ShippedTypes::types());
        for (const QJsonValue value : all) {
            const QJsonObject sample = value.toObject();
            const TypeFeatures features = typeFeatures(filesOf(sample));
            QStringList names;
            for (const QByteArray &name : features.general + features.local)
                names.append(QString::fromUtf8(name));
            QCOMPARE(QJsonArray::fromStringList(names), sample["features"_L1].toArray());
            QCOMPARE_LT(farthest(untaught.probabilities(features), sample["shipped"_L1].toArray()), 1e-9);
            QCOMPARE_LT(farthest(model.probabilities(features), sample["joined"_L1].toArray()), 1e-9);
            model.learn(features, sample["type"_L1].toString());
        }
        QCOMPARE(model.learned(), all.size());
    }

    void theBuiltInModelIsWhole()
    {
        QVERIFY(!ShippedTypes::builtIn().isEmpty());
        VERIFY_RESULT(ShippedTypes::parse(shippedText()));
    }

    void aDamagedModelIsRefused()
    {
        const QByteArray text = shippedText();
        QByteArray changed = text;
        changed[changed.size() - 2] = changed.at(changed.size() - 2) == '1' ? '2' : '1';
        QByteArray newer = text;
        newer.replace("commit-types 1 ", "commit-types 2 ");
        for (const QByteArray &broken : {changed, newer, QByteArray(), QByteArray("\n"),
                                         text.first(text.size() / 2), QByteArray(text + "x\t1\n")})
            VERIFY_FAILS(ShippedTypes::parse(broken), ErrorKind::Invalid);
    }

    void theRepositorysOwnTypesAreLearned()
    {
        TypeModel model({u"feat"_s, u"fix"_s, u"infra"_s});
        const TypeFeatures features = typeFeatures({{"terraform/main.tf", 'M'}});
        QVERIFY(model.probabilities(features)[2] < 0.4);
        for (int i = 0; i < 20; ++i)
            model.learn(features, u"infra"_s);
        model.learn(features, u"unheard-of"_s);
        QCOMPARE(model.learned(), 20);
        QVERIFY(model.probabilities(features)[2] > 0.8);
    }

    void aMoveIsARenameAlsoWhereGitReportsTwoFiles()
    {
        const auto id = Git::ObjectId::fromHex("1234567890123456789012345678901234567890");
        QVERIFY(id);
        const QList<Git::FileChange> moved = {
            {"a/new.yaml", {}, Diff::FileStatus::Added, {}, *id},
            {"b/old.yaml", {}, Diff::FileStatus::Deleted, *id, {}},
        };
        QCOMPARE(changedPaths(moved), (QList<ChangedPath>{{"a/new.yaml", 'R'}}));
    }

    void whatBotsWroteTeachesNoType()
    {
        QVERIFY(isBot({u"renovate[bot]"_s, u"29139614+renovate[bot]@users.noreply.github.com"_s}));
        QVERIFY(isBot({u"Acme Bot"_s, u"acme-bot@example.org"_s}));
        QVERIFY(!isBot({u"Ada Abbott"_s, u"ada.abbott@example.org"_s}));
        PastCommit commit{.subject = u"feat: grow"_s,
                          .changes = {{"main.cpp", {}, Diff::FileStatus::Modified, {}, {}}}};
        QCOMPARE(learnTypes({commit}, ShippedTypes::types())->learned(), 1);
        commit.isByBot = true;
        QCOMPARE(learnTypes({commit}, ShippedTypes::types())->learned(), 0);
    }
};

QTEST_GUILESS_MAIN(TypeModelTest)
#include "tst_typemodel.moc"
