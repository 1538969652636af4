// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/trail.h"
#include "diff/names.h"
#include "settings/truststore.h"
#include "support/verify.h"
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/literalwalk.h"
#include "tests/ui/plantedconflict.h"
#include "tests/ui/tabfixture.h"
#include "tests/ui/uitest.h"
#include "ui/rebase/rebasepage.h"
#include "ui/shell/pathactions.h"
#include "ui/widgets/confirmdialog.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <sys/stat.h>

#include <atomic>
#include <fcntl.h>
#include <thread>

using namespace Qt::StringLiterals;
using Tests::kOverride, Tests::faultsOfModel, Tests::faultsOfToolTips, Tests::faultsOfWidgets;
using Tests::RepoBuilder;

namespace {

const QByteArray kMarkup = "<b>x</b><img src=file:///dev/zero>" + Tests::kPlaces;
const QByteArray kReversed = "\xe2\x80\xae"_ba;                       // U+202E
const QByteArray kFile = "<b>x<img src=y>\xe2\x80\xae\n\xff.yaml"_ba; // a slash would be a folder

QByteArray hostile()
{
    return kMarkup + kReversed + QByteArray(10'000, 'A');
}

QByteArray hostileOverlay(const QByteArray &environment)
{
    return "resources: [../../base]\nnamespace: shop-" + environment +
           "\nimages:\n- name: shop/api\n  newTag: '" + hostile() + environment + "'\n";
}

/// What can be undone, of files and of a branch with such names.
void plantUndo(RepoBuilder &repo, const QByteArray &branch)
{
    const QByteArray none(40, '0');
    const QByteArray trailers[] = {
        "Plumbline-Undo: discard\nPlumbline-WorkTree: \"\"\nPlumbline-Discarded: absent 000000 " + none +
            ' ' + Diff::quotePathAlways(kFile) + '\n',
        "Plumbline-Undo: delete-branch\nPlumbline-Ref: " + repo.resolve("HEAD") + ' ' + none + ' ' +
            Diff::quotePath(QByteArray("refs/heads/" + branch)) + '\n'};
    for (int number = 1; const QByteArray &text : trailers) {
        // Of now: older ones are removed.
        const QByteArray who =
            " a <a@example.org> " + QByteArray::number(QDateTime::currentSecsSinceEpoch()) + " +0000\n";
        const QByteArray commit = repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s},
                                           "tree " + repo.resolve("HEAD^{tree}") + "\nauthor" + who +
                                               "committer" + who + "\nUndo\n\n" + text);
        repo.git({u"update-ref"_s, u"refs/plumbline/undo/x-%1"_s.arg(number++),
                  QString::fromLatin1(commit.trimmed())});
    }
}

/// A work tree and a submodule of such names and addresses.
void plantLinked(RepoBuilder &repo)
{
    const QByteArray name = "<b>tree" + kReversed + "</b>&amp;";
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s,
              QString(repo.folder() + u'/' + QString::fromUtf8(name))});
    QByteArray quoted = hostile();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    repo.write(".gitmodules",
               "[submodule \"" + quoted + "\"]\n\tpath = <u>module\n\turl = \"" + quoted + "\"\n");
    repo.git({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s,
              QString(u"160000,"_s + QString::fromLatin1(repo.resolve("HEAD")) + u",<u>module"_s)});
}

void make(RepoBuilder &repo)
{
    GitOpsFixture::make(repo);
    repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"a@example.org"_s);
    repo.write(kFile, hostile() + "\n" + hostile() + "\n");
    repo.write("dir " + kMarkup.left(9) + "/" + kFile, "one\n");
    for (const char *environment : {"dev", "production"})
        repo.write(GitOpsFixture::overlayPath(environment), hostileOverlay(environment));
    repo.write("overlays/staging/" + kFile, "a: [" + hostile() + "\nb: }");
    repo.write("overlays/staging/kustomization.yaml", "resources: ['" + hostile() + "']\nimages: [\n");
    repo.commit(hostile() + "\n\n" + hostile() + "\nBody " + kMarkup,
                {.author = "&lt;b&gt;x&amp;" + Tests::kPlaces + kReversed + QByteArray(10'000, 'A'),
                 .email = "m&lt;@example.org"});
    repo.branch("feat/<b>x</b><img-src=y>" + kReversed + QByteArray(120, 'A'));
    repo.checkout("feat/<b>x</b><img-src=y>" + kReversed + QByteArray(120, 'A'));
    repo.tag("v1<b>&amp;" + kReversed);
    for (const QByteArray &key : {"url"_ba, "fetch"_ba})
        repo.config(QString::fromUtf8(QByteArray("remote.<b>x" + kReversed + "</b>." + key)),
                    QString::fromUtf8(key == "url" ? hostile() : "+refs/heads/*:refs/remotes/<b>x/*"_ba));
    repo.git({u"update-ref"_s, u"refs/remotes/<b>x/<i>y"_s, u"HEAD"_s});
    for (const QByteArray &key : {"url"_ba, "fetch"_ba})
        repo.config(QString::fromUtf8(QByteArray("remote.<b>x" + kReversed + "</b>." + key)),
                    QString::fromUtf8(key == "url" ? hostile() : "+refs/heads/*:refs/remotes/<b>x/*"_ba));
    repo.git({u"update-ref"_s, u"refs/remotes/<b>x/<i>y"_s, u"HEAD"_s});
    plantUndo(repo, "feat/<b>x</b><img-src=y>" + kReversed);
    repo.write(kFile, hostile() + "stashed\n").write("<u>put" + kFile, hostile());
    repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-u"_s, u"-m"_s, QString::fromUtf8(hostile())});
    repo.write(kFile, hostile() + "changed\n").stage();
    repo.write(kFile, hostile() + "changed again\n");
    repo.write("<i>new" + kFile, hostile());
    Tests::plantConflict(repo, "<s>both" + kFile, hostile() + "\n", kMarkup + kReversed + "\n");
    plantLinked(repo);
    repo.write(GitOpsFixture::snapshotPath("dev"),
               GitOpsFixture::snapshot("dev", hostile()) + "  status: {note: '" + hostile() + "'}\n");
    repo.write(GitOpsFixture::snapshotPath("production"), hostile() + ": [");
}

/// A pipe, and somebody at its other end: whoever opens it is noticed, and not held for ever.
class OpenedPipe
{
    Q_DISABLE_COPY_MOVE(OpenedPipe)

public:
    explicit OpenedPipe(QString path)
        : m_path(std::move(path))
    {
        if (::mkfifo(m_path.toUtf8().constData(), 0600) != 0)
            qFatal("no pipe");
        m_watch = std::jthread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                // For writing it opens only once somebody reads it.
                const int end = ::open(m_path.toUtf8().constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
                if (end >= 0) {
                    m_wasOpened = true;
                    ::close(end);
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
    }
    QString path() const { return m_path; }
    bool wasOpened() const { return m_wasOpened; }

private:
    QString m_path;
    std::atomic_bool m_wasOpened = false;
    std::jthread m_watch; // last: it uses the others
};

} // namespace

/// Text from a repository is shown as it is, wherever it turns up.
class HostilePagesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_repo;

private Q_SLOTS:
    void initTestCase()
    {
        m_repo = std::make_unique<RepoBuilder>();
        make(*m_repo);
        const QString text = QString::fromUtf8(hostile());
        Audit::Entry entry{.timestamp = QDateTime::currentDateTimeUtc(),
                           .model = text,
                           .operation = text,
                           .user = text,
                           .result = text,
                           .confidence = 0.5,
                           .repository = m_repo->path(),
                           .use = text};
        VERIFY_RESULT(Audit::append(Audit::trailFolder(userStateFolder()), entry));
    }
    void cleanupTestCase() { m_repo.reset(); }

    void theseChecksFindWhatTheyLookFor()
    {
        QWidget root;
        new QLabel(u"<b>x</b>"_s, &root);
        QCOMPARE(faultsOfWidgets(&root).size(), 1);
        (new QWidget(&root))->setToolTip(u"<img src=x>"_s);
        QCOMPARE(faultsOfWidgets(&root).size(), 2);
        (new QPlainTextEdit(&root))->setPlainText(kOverride);
        QCOMPARE(faultsOfWidgets(&root).size(), 3);
        (new QWidget(&root))->setAccessibleName(u"Q7<b>%2Q8"_s);
        QCOMPARE(faultsOfWidgets(&root).size(), 4);
    }

    void everyPageShowsItLiterally_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : Tests::OpenTab::pageIds())
            QTest::addRow("%s", qPrintable(id)) << id;
    }

    void everyPageShowsItLiterally()
    {
        QFETCH(QString, id);
        Tests::stallWatch().clear();
        // These need a file, and git for it.
        const bool isOfFile = id == PathPages::blame() || id == PathPages::fileHistory();
        const bool isRebase = id == RebasePage::pageId();
        Tests::OpenTab tab(*m_repo, isOfFile || isRebase ? Git::Trust::Trusted : Git::Trust::Unknown,
                           id == "audit"_L1 ? m_repo->bytePath("../cache") : QByteArray());
        const auto run = QtConcurrent::run([&] { // for the log of commands
            return tab.services.logged
                .run({.program = findProgram(u"false"_s),
                      .arguments = {QString::fromUtf8(QByteArray(kMarkup + kReversed))},
                      .workingDirectory = m_repo->path()},
                     {})
                .has_value();
        });
        QTRY_VERIFY(run.isFinished());
        const auto parent = Git::ObjectId::fromHex(m_repo->resolve("HEAD~1"));
        Page *page = tab.show(id, isOfFile   ? PathPages::argument({kFile, {}})
                                  : isRebase ? RebasePage::behind(*parent)
                                             : QVariant());
        QVERIFY(page);
        QCOMPARE(page->controller().state(), PageState::Ready);
        page->grab();

        QStringList faults = faultsOfWidgets(&tab.view);
        for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
            if (view->model())
                faults += faultsOfModel(*view->model());
            if (view->isVisible())
                faults += faultsOfToolTips(view);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        const QSize least = page->minimumSizeHint();
        QVERIFY2(least.width() <= 1000 && least.height() <= 760,
                 qPrintable(u"the page wants %1 by %2"_s.arg(least.width()).arg(least.height())));
        const QByteArray stall = Tests::stallsLongerThan(std::chrono::milliseconds(1'000));
        QVERIFY2(stall.isEmpty(), stall.constData());
    }

    void theWholeTextCanBeRead()
    {
        Tests::OpenTab tab(*m_repo);
        Page *page = tab.show(u"history"_s);
        QVERIFY(page);
        QStringList boxes;
        for (const QPlainTextEdit *box : page->findChildren<QPlainTextEdit *>())
            boxes += box->toPlainText();
        const QString said = (Tests::spokenTexts(page) + boxes).join(u'\n');
        QVERIFY(said.contains(QString::fromLatin1(kMarkup)));
        QVERIFY(said.contains(u"<U+202E>"_s));
        QVERIFY(boxes.join(u'\n').contains(u"Body <b>x</b><img src=file:///dev/zero>"_s));
    }

    void aNameIsOneLineAndItsBytesAreSaid()
    {
        Tests::OpenTab tab(*m_repo);
        Page *page = tab.show(u"changes"_s);
        QVERIFY(page);
        QStringList names;
        for (const QAbstractItemView *view : page->findChildren<QAbstractItemView *>())
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
                names += view->model()->index(row, 0).data().toString();
        QVERIFY2(names.contains(u"<b>x<img src=y><U+202E><U+000A>\\xff.yaml"_s),
                 qPrintable(names.join(u'|')));
    }

    void theWatchSeesWhatIsOpened()
    {
        QTemporaryDir folder;
        OpenedPipe pipe(folder.filePath(u"pipe"_s));
        QLabel label(u"<img src='%1'>"_s.arg(pipe.path()));
        label.grab();
        QVERIFY(pipe.wasOpened());
    }

    // Markup that names something to open is text as any other: nobody opens it.
    void c02_nothingThatATextNamesIsOpened()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        RepoBuilder repo;
        OpenedPipe pipe(repo.folder() + u"/p"_s);
        const QByteArray image =
            "<img src='" + pipe.path().toUtf8() + "'>"; // short: nothing of it is left out
        const QByteArray text = image + "<img src='file://" + pipe.path().toUtf8() +
                                "'><img src='http://127.0.0.1:" + QByteArray::number(server.serverPort()) +
                                "/'>";
        repo.write("a", text + "\n").commit(text + "\n\n" + text, {.author = text.left(60)});
        repo.write("a", image + "\n").commit(image + "\n\n" + image);
        repo.tag("v1", image).config(u"user.name"_s, QString::fromUtf8(image));
        repo.write("a", text + " changed\n");
        repo.git({u"stash"_s, u"push"_s, u"-q"_s, u"-m"_s, QString::fromUtf8(image)});
        repo.write("a", image + " changed\n");
        Tests::OpenTab tab(repo);
        for (const QString &id : {u"history"_s, u"changes"_s, u"stash"_s, u"reflog"_s}) {
            Page *page = tab.show(id);
            QVERIFY(page);
            page->grab();
            for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
                if (!view->isVisible() || !view->model())
                    continue;
                for (int row = 0; row < std::min(3, view->model()->rowCount()); ++row) {
                    view->setCurrentIndex(view->model()->index(row, 0));
                    QTRY_VERIFY_WITH_TIMEOUT(page->isSettled(), 20'000);
                    page->grab();
                }
                faultsOfToolTips(view);
            }
        }
        ConfirmDialog dialog(u"Drop"_s, QString::fromUtf8(image), u"Drop"_s, &tab.view);
        dialog.grab();
        QVERIFY(!pipe.wasOpened());
        QVERIFY(!server.hasPendingConnections());
    }
};

PLUMBLINE_UI_TEST_MAIN(HostilePagesTest)
#include "tst_hostilepages.moc"
