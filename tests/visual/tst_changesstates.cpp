// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/catalogue.h"
#include "tests/ui/keyboardtask.h"
#include "tests/ui/uitest.h"
#include "ui/changes/messageeditor.h"
#include "ui/image/imagepane.h"
#include "ui/widgets/plainlabel.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;
using Tests::kCtrl;
using Tests::KeyboardTask;
using Tests::RepoBuilder;

#define STATE_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)

namespace {

const QByteArray kLine = "Some words that are long enough to look like a line of a text, number ";

QByteArray textOf(int lines, const QHash<int, QByteArray> &changed = {})
{
    QByteArray text;
    for (int line = 1; line <= lines; ++line)
        text += changed.value(line, kLine + QByteArray::number(line)) + '\n';
    return text;
}

QByteArray overlay(const QByteArray &tag)
{
    return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- ../../base\n"
           "images:\n- name: shop/api\n  newTag: '" +
           tag + "'\n";
}

QByteArray picture(const QColor &ground, const QColor &sign)
{
    QImage image(160, 120, QImage::Format_RGB32);
    image.fill(ground);
    for (int x = 40; x < 120; ++x)
        for (int y = 30; y < 90; ++y)
            if ((x - 80) * (x - 80) + (y - 60) * (y - 60) < 900)
                image.setPixelColor(x, y, sign);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// Every state of the Changes page in the program's window, and that it says what it has to. With
/// PLUMBLINE_CAPTURES in the environment an image of each is written to that folder, light and dark.
class ChangesStatesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_repo;
    std::unique_ptr<KeyboardTask> m_task;

    void open(Git::Trust trust = Git::Trust::Trusted)
    {
        m_task = std::make_unique<KeyboardTask>();
        m_task->services.trust.insert(QFile::encodeName(QFileInfo(m_repo->gitDir()).canonicalFilePath()),
                                      trust);
        QVERIFY(QTest::qWaitForWindowActive(&m_task->window));
        m_task->window.openRepository(m_repo->path());
        QVERIFY(m_task->settle());
        QVERIFY(m_task->goTo(Qt::Key_2, u"changes"_s));
    }
    ChangesController &changes() { return m_task->changesPage()->changes(); }
    void choose(const QByteArray &path)
    {
        m_task->press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_task->tabTo(m_task->list(changes().unstaged())));
        QVERIFY(m_task->chooseFile(path));
    }
    void write(const QByteArray &message)
    {
        m_task->press(Qt::Key_M, kCtrl);
        m_task->type(message);
    }
    /// What the visible labels of the window say.
    QString words() const
    {
        QStringList texts;
        for (const PlainLabel *label : m_task->window.findChildren<PlainLabel *>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }
    bool says(const QString &text) const { return words().contains(text); }
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_CAPTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto &[theme, scheme] :
             {std::pair{u"light"_s, Qt::ColorScheme::Light}, std::pair{u"dark"_s, Qt::ColorScheme::Dark}}) {
            Theme::applyFixed(scheme);
            QTest::qWait(150); // colours of the code come from a worker
            QVERIFY(m_task->window.grab().save(folder + u'/' + name + u'-' + theme + u".png"_s));
        }
        Theme::applyFixed(Qt::ColorScheme::Light);
    }
    void startWithFiles()
    {
        m_repo->write("README.md", textOf(60)).write("app/main.cpp", "int main()\n{\n    return 0;\n}\n");
        m_repo->write("app/old name.txt", textOf(9)).write("gone.txt", "gone\n");
        m_repo->write("envs/prod/kustomization.yaml", overlay("1.0.0")).commit("feat: start");
    }

private Q_SLOTS:
    void initTestCase()
    {
        installCatalogue(*qApp); // "1 file", as the program says it
        QApplication::setCursorFlashTime(0);
    }
    void init()
    {
        m_repo = std::make_unique<RepoBuilder>();
        m_repo->config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
    }
    void cleanup()
    {
        m_task.reset();
        m_repo.reset();
    }

    void empty()
    {
        startWithFiles();
        open();
        QCOMPARE(changes().changedPathCount(), 0);
        QVERIFY2(says(u"Unstaged 0"_s) && says(u"Staged 0"_s), qPrintable(words()));
        shoot(u"empty"_s);
    }
    void mixed()
    {
        startWithFiles();
        m_repo->write("envs/prod/kustomization.yaml", overlay("1.1.0"));
        m_repo->write("app/main.cpp", "#include <cstdio>\n\nint main()\n{\n    std::puts(\"new\");\n}\n");
        m_repo->git({u"mv"_s, u"app/old name.txt"_s, u"app/new name.txt"_s});
        m_repo->stage();
        m_repo->write("README.md", textOf(60, {{3, "another third line"}, {40, "the 40th\nand one more"}}));
        m_repo->write("app/main.cpp", "#include <cstdio>\n\nint main()\n{\n    std::puts(\"newer\");\n}\n");
        m_repo->remove("gone.txt").write("notes/todo.txt", "new\n").write(".env", "A=1\n");
        open();
        QVERIFY2(says(u"Unstaged 5"_s) && says(u"Staged 3"_s), qPrintable(words()));
        choose("README.md");
        QVERIFY(m_task->walkTo("the 40th"));
        m_task->press(Qt::Key_Space);
        write("fix(prod): use 1.1.0 of the shop");
        shoot(u"mixed"_s);
    }
    void conflict()
    {
        startWithFiles();
        m_repo->branch("topic").checkout("topic").write("README.md", textOf(60, {{5, "of topic"}}));
        m_repo->commit("docs: topic");
        m_repo->checkout("main").write("README.md", textOf(60, {{5, "of main"}})).commit("docs: main");
        QVERIFY(m_repo->tryGit({u"merge"_s, u"topic"_s}).exitCode != 0);
        m_repo->write("app/main.cpp", "int main() {}\n");
        open();
        STATE_TRY(m_task->operation().conflictCount().value_or(0) == 1);
        choose("README.md");
        QVERIFY2(says(u"Merging topic into main"_s), qPrintable(words()));
        shoot(u"conflict"_s);
    }
    void rebase()
    {
        startWithFiles();
        for (const char *name : {"a", "b", "c"})
            m_repo->write(name, "1\n").commit(QByteArray("add ") + name);
        m_repo->config(u"sequence.editor"_s, u"sed -i '2s/^pick/edit/'"_s);
        m_repo->git({u"rebase"_s, u"-q"_s, u"-i"_s, u"HEAD~3"_s});
        m_repo->write("b", "2\n");
        open();
        STATE_TRY(m_task->operation().operation().step == 2);
        QVERIFY(m_task->settle());
        QVERIFY2(words().contains(u"ebas"_s), qPrintable(words()));
        shoot(u"rebase"_s);
    }
    void submodule()
    {
        RepoBuilder library;
        library.write("lib.txt", "1\n").commit("first");
        const QByteArray second = library.write("lib.txt", "2\n").commit("second");
        startWithFiles();
        const QString allow = u"protocol.file.allow=always"_s;
        m_repo->git({u"-c"_s, allow, u"submodule"_s, u"--quiet"_s, u"add"_s, library.path(), u"lib"_s});
        m_repo->commit("build: add lib");
        m_repo->git({u"-C"_s, u"lib"_s, u"checkout"_s, u"-q"_s, u"HEAD~1"_s});
        m_repo->write("lib/lib.txt", "dirty\n");
        open();
        QCOMPARE(changes().unstaged().rowCount(), 1);
        choose("lib");
        shoot(u"submodule"_s);
    }
    void image()
    {
        m_repo->write("logo.png", picture(Qt::white, Qt::darkBlue)).commit("feat: logo");
        m_repo->write("logo.png", picture(QColor(255, 244, 214), Qt::darkRed));
        open();
        choose("logo.png");
        QVERIFY(m_task->changesPage()->findChild<ImagePane *>()->isSettled());
        shoot(u"image"_s);
    }
    void binary()
    {
        m_repo->write("data.bin", QByteArray(3000, '\0') + "x").commit("feat: data");
        m_repo->write("data.bin", QByteArray(5000, '\0') + "y");
        open();
        choose("data.bin");
        QCOMPARE(changes().diff().value(0).omission, Diff::Omission::Binary);
        shoot(u"binary"_s);
    }
    void hookFailed()
    {
        startWithFiles();
        m_repo->hook("pre-commit", "echo 'Checking 3 files'; echo 'README.md:3: trailing space' >&2; exit 1");
        m_repo->write("README.md", textOf(60, {{3, "another third line "}})).stage();
        open();
        write("docs: another third line");
        m_task->press(Qt::Key_Return, kCtrl);
        STATE_TRY(says(u"ook"_s) && !changes().isCommitting());
        QVERIFY(m_task->settle());
        QCOMPARE(m_task->changesPage()->findChild<MessageEditor *>()->message(),
                 u"docs: another third line"_s);
        shoot(u"hookfailed"_s);
    }
    void signing()
    {
        startWithFiles();
        const QByteArray program = QFile::encodeName(m_repo->folder()) + "/slow";
        QFile file(QFile::decodeName(program));
        QVERIFY(file.open(QFile::WriteOnly) && file.write("#!/bin/sh\nexec sleep 60\n") > 0);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        m_repo->config(u"gpg.program"_s, file.fileName()).config(u"commit.gpgSign"_s, u"true"_s);
        m_repo->write("README.md", textOf(60, {{3, "signed"}})).stage();
        open();
        write("docs: sign");
        m_task->press(Qt::Key_Return, kCtrl);
        STATE_TRY(says(u"key"_s));
        QVERIFY2(changes().isCommitting(), qPrintable(words()));
        Theme::applyFixed(Qt::ColorScheme::Dark); // what is said outlives other colours
        QVERIFY2(says(u"key"_s), qPrintable(words()));
        Theme::applyFixed(Qt::ColorScheme::Light);
        shoot(u"signing"_s);
        m_task->press(Qt::Key_Escape);
        STATE_TRY(!changes().isCommitting());
        QCOMPARE(m_repo->git({u"log"_s, u"--format=%s"_s}).trimmed(), "feat: start"_ba);
    }
    void restricted()
    {
        startWithFiles();
        m_repo->hook("pre-push", "exit 0");
        m_repo->write("README.md", textOf(60, {{3, "another third line"}}));
        open(Git::Trust::Unknown);
        QVERIFY2(says(u"Reading only"_s), qPrintable(words()));
        shoot(u"unknown"_s);
        m_task->command("trust this repository");
        QVERIFY2(says(u"pre-push"_s), qPrintable(words()));
        shoot(u"unknown-explained"_s);
        QVERIFY(m_task->pressButton(u"Keep reading only"_s));
        QVERIFY(m_task->settle());
        QVERIFY(!m_task->view()->repository().isTrusted());
        shoot(u"restricted"_s);
    }
};

PLUMBLINE_UI_TEST_MAIN(ChangesStatesTest)
#include "tst_changesstates.moc"
