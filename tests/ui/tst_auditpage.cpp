// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/trail.h"
#include "support/verify.h"
#include "tests/ui/pagefixture.h"
#include "ui/audit/auditpage.h"
#include "ui/changes/changespage.h"
#include "ui/changes/messageeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"
#include "workspace/audit/recordact.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// A page of a window that keeps a trail.
template<class PageType> class AuditedPage
{
public:
    explicit AuditedPage(const RepoBuilder &repo)
        : repository(withTrail(services.workspace()), repo.path())
        , context(repository)
    {
        repository.refresh();
        if (!QTest::qWaitFor([this] { return repository.state() == PageState::Ready; }, 20'000))
            qFatal("The repository did not open");
    }
    void show()
    {
        page = std::make_unique<PageType>(context);
        page->resize(1200, 800);
        page->show();
        if (!QTest::qWaitForWindowActive(page.get()) || !settle())
            qFatal("The page was not shown");
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return page->isSettled() && !repository.isBusy(); }, 20'000);
    }
    QAction *command(const QString &id) { return page->template findChild<QAction *>(id); }

    Tests::ShellServices services;
    RepositoryController repository;
    RepositoryContext context;
    std::unique_ptr<PageType> page;

private:
    static WorkspaceServices withTrail(WorkspaceServices services)
    {
        services.cacheFolder = "/tmp";
        services.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        return services;
    }
};

} // namespace

class AuditPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsShowWithTheirDetailsAndTheVerdict();
    void aBrokenTrailIsSaidInWordsAndShape();
    void theFilterTheTimeAndOtherRepositories();
    void emptyAndFailedSayWhatAndWhy();
    void newRecordsShowWhenThePageIsShownAgain();
    void hostileTextStaysText();
    void theEndIsCopiedAndRecordsAreExported();
    void theDraftIsInsertedOnlyOnceItIsRecorded();

private:
    QString folder() const { return m_state->path() + u"/plumbline/audit"_s; }
    void add(const QString &user, const QString &place, int days = 0) const
    {
        VERIFY_RESULT(Audit::append(folder(), {.timestamp = QDateTime::currentDateTimeUtc().addDays(-days),
                                               .model = Audit::kOfflineModel,
                                               .operation = u"generate_commit_message"_s,
                                               .user = user,
                                               .result = u"drafted"_s,
                                               .confidence = 0.62,
                                               .requestId = u"0b7c"_s,
                                               .repository = place,
                                               .use = u"printed"_s}));
    }
    static RepoBuilder &start(RepoBuilder &repo)
    {
        repo.write("a.txt", "one\n").commit("feat: first");
        return repo;
    }

    std::unique_ptr<QTemporaryDir> m_state;
};

void AuditPageTest::init()
{
    Tests::isolatedHome(); // which would set it later
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_state->path()));
}

void AuditPageTest::recordsShowWithTheirDetailsAndTheVerdict()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    const QString place = recordedPlace(open.repository.location());
    add(u"ada"_s, place);
    add(u"grace"_s, place);
    open.show();
    auto *list = open.page->findChild<QTreeView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->hasFocus() || (open.page->setFocus(), list->hasFocus()));
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(list->currentIndex().siblingAtColumn(AuditItems::Who).data().toString(), u"grace"_s);
    const auto texts = open.page->findChildren<QPlainTextEdit *>();
    const auto found = std::ranges::find(texts, u"The record"_s, &QWidget::accessibleName);
    QVERIFY(found != texts.end());
    const QPlainTextEdit *detail = *found;
    QVERIFY(detail->isVisible());
    for (const QString &text : {u"user: grace"_s, u"request_id: 0b7c"_s, u"seq: 2"_s, u"confidence: 0.62"_s})
        QVERIFY2(detail->toPlainText().contains(text), qPrintable(detail->toPlainText()));
    const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"generate_commit_message"_s) && spoken.contains(u"grace"_s));
    auto *chip = open.page->findChild<StatusChip *>();
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->word(), u"Intact"_s);
    open.command(u"audit.copy"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"{\"ai_operations\":{"_s));
}

void AuditPageTest::aBrokenTrailIsSaidInWordsAndShape()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    for (int count = 0; count < 3; ++count)
        add(u"ada"_s, recordedPlace(open.repository.location()));
    QFile trail(Audit::trailPath(folder()));
    QVERIFY(trail.open(QIODevice::ReadWrite));
    QByteArray content = trail.readAll();
    content.replace(content.indexOf("ada", content.indexOf('\n')), 3, "eve");
    QVERIFY(trail.seek(0) && trail.write(content) == content.size());
    trail.close();
    open.show();
    QCOMPARE(open.page->findChild<StatusChip *>()->word(), u"Broken"_s);
    const auto labels = open.page->findChildren<PlainLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const PlainLabel *label) {
        return label->isVisible() && label->text().contains(u"Line 2 was changed"_s);
    }));
    QCOMPARE(open.page->findChild<QTreeView *>()->model()->rowCount(), 3);
    QVERIFY(!open.command(u"audit.copyHead"_s)->isEnabled());
}

void AuditPageTest::theFilterTheTimeAndOtherRepositories()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    add(u"ada"_s, u"/srv/other"_s);
    add(u"ada"_s, recordedPlace(open.repository.location()), 20);
    add(u"grace"_s, recordedPlace(open.repository.location()));
    open.show();
    QAbstractItemModel *rows = open.page->findChild<QTreeView *>()->model();
    QCOMPARE(rows->rowCount(), 2);
    auto *everywhere = open.page->findChild<QCheckBox *>();
    everywhere->click();
    PAGE_TRY_EQUAL(rows->rowCount(), 3);
    QTest::keyClick(open.page.get(), Qt::Key_F, Qt::ControlModifier);
    open.page->startSearch();
    auto *words = open.page->findChild<QLineEdit *>();
    QVERIFY(words->hasFocus());
    QTest::keyClicks(words, u"ADA drafted"_s);
    PAGE_TRY_EQUAL(rows->rowCount(), 2);
    auto *period = open.page->findChild<QComboBox *>();
    period->setCurrentIndex(period->findData(7));
    PAGE_TRY_EQUAL(rows->rowCount(), 1);
    const QJsonObject state = open.page->saveState();
    AuditPage other(open.context);
    other.restoreState(state);
    QVERIFY(other.findChild<QCheckBox *>()->isChecked());
    QCOMPARE(other.findChild<QComboBox *>()->currentData().toInt(), 7);
}

void AuditPageTest::emptyAndFailedSayWhatAndWhy()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    open.show();
    QVERIFY(open.page->controller().state() == PageState::Empty);
    QVERIFY(open.page->findChild<EmptyState *>()->isVisible());
    QVERIFY(!open.page->findChild<StatusChip *>()->isVisible());
    QVERIFY(!open.command(u"audit.export"_s)->isEnabled());
    QVERIFY(QDir().mkpath(Audit::trailPath(folder()))); // a folder where the file belongs
    open.command(u"audit.verify"_s)->trigger();
    PAGE_TRY(open.page->controller().state() == PageState::Failed);
    PAGE_TRY(open.page->findChild<StatusChip *>()->isVisible());
    QCOMPARE(open.page->findChild<StatusChip *>()->word(), u"Not verified"_s);
}

void AuditPageTest::newRecordsShowWhenThePageIsShownAgain()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    const QString place = recordedPlace(open.repository.location());
    add(u"ada"_s, place);
    open.show();
    auto *list = open.page->findChild<QTreeView *>();
    list->setCurrentIndex(list->model()->index(0, 0));
    open.page->hide();
    add(u"grace"_s, place);
    open.page->show();
    PAGE_TRY_EQUAL(list->model()->rowCount(), 2);
    QCOMPARE(list->currentIndex().row(), 1); // the choice stays with its record
    PAGE_TRY(open.settle());
    QCOMPARE(open.page->findChild<StatusChip *>()->word(), u"Intact"_s);
}

void AuditPageTest::hostileTextStaysText()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    add(u"<b>x</b>\u202Eevil\n%1"_s, recordedPlace(open.repository.location()));
    open.show();
    const QModelIndex cell = open.page->findChild<QTreeView *>()->model()->index(0, AuditItems::Who);
    const QString shown = cell.data().toString();
    QVERIFY(shown.startsWith(u"<b>x</b>"_s) && shown.contains(u"%1"_s));
    QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(u'\n'));
}

void AuditPageTest::theEndIsCopiedAndRecordsAreExported()
{
    RepoBuilder repo;
    AuditedPage<AuditPage> open(start(repo));
    add(u"ada"_s, recordedPlace(open.repository.location()));
    open.show();
    QVERIFY(open.command(u"audit.copyHead"_s)->isEnabled());
    open.command(u"audit.copyHead"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"1:"_s));
    QSignalSpy told(&open.context, &RepositoryContext::messageShown);
    open.command(u"audit.export"_s)->trigger();
    auto *dialog = open.page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = m_state->filePath(u"acts.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    PAGE_TRY_EQUAL(told.size(), 1);
    QVERIFY(QFile::exists(path));
    QVERIFY(told.first().first().toString().contains(u"1 record exported"_s) ||
            told.first().first().toString().contains(u"1 record(s)"_s)); // without a catalogue
    open.page->audit().exportTo(m_state->filePath(u"none/acts.csv"_s));
    auto *banner = open.page->findChild<ErrorBanner *>();
    PAGE_TRY(open.page->findChildren<ErrorBanner *>().size() > 0 && banner);
    PAGE_TRY(std::ranges::any_of(open.page->findChildren<ErrorBanner *>(), &QWidget::isVisible));
}

void AuditPageTest::theDraftIsInsertedOnlyOnceItIsRecorded()
{
    RepoBuilder repo;
    start(repo).write("a.txt", "two\n").git({u"add"_s, u"a.txt"_s});
    AuditedPage<ChangesPage> open(repo);
    open.show();
    PAGE_TRY(!open.page->changes().draft().subject.isEmpty());
    auto *editor = open.page->findChild<MessageEditor *>();
    QVERIFY(QDir().mkpath(QFileInfo(folder()).path()));
    QFile blocker(folder());
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    open.command(u"changes.takeDraft"_s)->trigger();
    PAGE_TRY(std::ranges::any_of(open.page->findChildren<ErrorBanner *>(), &QWidget::isVisible));
    QCOMPARE(editor->message(), QString());
    blocker.remove();
    open.command(u"changes.takeDraft"_s)->trigger();
    PAGE_TRY_EQUAL(editor->message(), open.page->changes().draft().message());
    const auto read = Audit::readRecords(folder(), {}, 10, {});
    VERIFY_RESULT(read);
    QCOMPARE(read->records.size(), 1);
}

QTEST_MAIN(AuditPageTest)
#include "tst_auditpage.moc"
