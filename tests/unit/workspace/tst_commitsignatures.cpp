// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "workspace/commitsignatures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// Signs everything, finds every signature good, and leaves word that it ran.
constexpr char kProgram[] = R"(#!/bin/sh
echo run >> "$(dirname "$0")/ran"
case "$*" in
*--verify*)
    echo "[GNUPG:] NEWSIG"
    echo "[GNUPG:] GOODSIG 1234567890ABCDEF Ada Example"
    echo "[GNUPG:] VALIDSIG 0000 2026-01-01 0 0 4 0 1 8 00 0000"
    echo "[GNUPG:] TRUST_FULLY 0 pgp" ;;
*)
    cat > /dev/null
    echo "[GNUPG:] SIG_CREATED D 1 8 00 0 0000" >&2
    printf -- '-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n' ;;
esac
)";

/// A signed commit above one that is not.
struct Signed
{
    explicit Signed(Git::Trust trust)
    {
        plain = repo.write("a", "1\n").commit("plain");
        repo.write("../gpg", kProgram, 0755);
        repo.config(u"gpg.program"_s, repo.folder() + u"/../gpg"_s);
        mark = repo.write("a", "2\n").commit("signed", {.arguments = {u"-S"_s}});
        forgetRuns();
        services.trust = trust;
        controller = std::make_unique<RepositoryController>(services.workspace(), repo.path());
        controller->refresh();
        isOpen = QTest::qWaitFor([this] { return controller->state() == PageState::Ready; }, 8'000);
        signatures = std::make_unique<CommitSignatures>(*controller, marks);
    }
    bool hasRun() const { return repo.exists("../ran"); }
    void forgetRuns() { repo.remove("../ran"); }
    Git::ObjectId id(const QByteArray &hex) const { return *Git::ObjectId::fromHex(hex); }
    SignatureMark of(const QByteArray &hex) const { return marks.of(id(hex)); }

    RepoBuilder repo;
    QByteArray plain, mark;
    Tests::LiveServices services;
    std::unique_ptr<RepositoryController> controller;
    SignatureMarks marks;
    std::unique_ptr<CommitSignatures> signatures; // last
    bool isOpen = false;
};

} // namespace

class CommitSignaturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForIsVerified()
    {
        Signed repository(Git::Trust::Trusted);
        QVERIFY(repository.isOpen);
        QCOMPARE(repository.of(repository.mark), SignatureMark::Awaited);
        QTest::qWait(300);
        QVERIFY(!repository.hasRun()); // it is not shown
        repository.signatures->setShown(true);
        std::ignore = repository.of(repository.plain);
        std::ignore = repository.of(repository.mark);
        QTRY_COMPARE_WITH_TIMEOUT(repository.marks.known(repository.id(repository.mark)), SignatureMark::Good,
                                  8'000);
        QCOMPARE(repository.marks.known(repository.id(repository.plain)), SignatureMark::None);
    }

    void withoutTrustNothingRunsAndNothingIsFine()
    {
        Signed repository(Git::Trust::Restricted);
        QVERIFY(repository.isOpen);
        repository.signatures->setShown(true);
        std::ignore = repository.of(repository.plain);
        std::ignore = repository.of(repository.mark);
        QTRY_COMPARE_WITH_TIMEOUT(repository.marks.known(repository.id(repository.mark)),
                                  SignatureMark::Unknown, 8'000);
        QCOMPARE(repository.marks.known(repository.id(repository.plain)), SignatureMark::None);
        QVERIFY(!repository.hasRun());
    }

    void aProgramThatFailsLeavesItUnknown()
    {
        Signed repository(Git::Trust::Trusted);
        repository.repo.config(u"gpg.program"_s, u"/nowhere/gpg"_s);
        repository.signatures->setShown(true);
        std::ignore = repository.of(repository.mark);
        QTRY_VERIFY_WITH_TIMEOUT(
            repository.marks.known(repository.id(repository.mark)) != SignatureMark::Awaited, 8'000);
        QVERIFY(repository.marks.known(repository.id(repository.mark)) != SignatureMark::Good);
    }

    void theConfiguredDefaultHoldsUntilSomebodyChooses()
    {
        Signed repository(Git::Trust::Trusted);
        repository.repo.config(u"log.showSignature"_s, u"true"_s);
        SignatureMarks marks;
        CommitSignatures configured(*repository.controller, marks);
        QTRY_VERIFY_WITH_TIMEOUT(marks.isShown(), 8'000);
        SignatureMarks others;
        CommitSignatures chosen(*repository.controller, others);
        chosen.setShown(false);
        QTest::qWait(300);
        QVERIFY(!others.isShown());
    }
};

QTEST_GUILESS_MAIN(CommitSignaturesTest)

#include "tst_commitsignatures.moc"
