// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/programfixture.h"
#include "tests/unit/git/sequence/conflictfixture.h"
#include "ui/conflict/conflictpage.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

using namespace Qt::StringLiterals;

inline const QByteArray kBase = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

inline QByteArray changed(const QByteArray &second, const QByteArray &eighth,
                          const QByteArray &lineEnd = "\n")
{
    QByteArray text = kBase;
    text.replace("2\n", QByteArray(second + '\n')).replace("8\n", QByteArray(eighth + '\n'));
    return text.replace("\n", lineEnd);
}

/// The program's window at the page of conflicts.
struct Conflict : ConflictFixture
{
    /// Two conflicts in one file, whose lines end as said.
    void collideTwice(const QByteArray &lineEnd = "\n")
    {
        collide("f.txt", QByteArray(kBase).replace("\n", lineEnd), changed("our2", "our8", lineEnd),
                changed("their2", "their8", lineEnd));
    }
    bool open()
    {
        program = std::make_unique<Tests::Program>(repo);
        return program->go(u"conflicts"_s) && settle();
    }
    ConflictPage &page() { return *program->view()->findChild<ConflictPage *>(); }
    ConflictsController &controller() { return page().conflicts(); }
    ResultEditor *result() { return page().findChild<ResultEditor *>(); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                RepositoryController &repository = program->view()->repository();
                return repository.watcher().isSettled() && !repository.isBusy() &&
                       !repository.writes().isBusy() && !controller().isBusy();
            },
            30'000);
    }
    QString words()
    {
        QStringList words;
        for (const PlainLabel *label : page().findChildren<PlainLabel *>())
            if (label->isVisible())
                words += label->text();
        return words.join(u'\n');
    }
    QAction *command(const QString &id) { return page().findChild<QAction *>(u"conflicts."_s + id); }
    FileList *files() { return program->list(controller().open()); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        program->press(key, modifiers);
    }
    QString error()
    {
        for (const ErrorBanner *banner : page().findChildren<ErrorBanner *>())
            if (banner->isVisible())
                return banner->copyText();
        return {};
    }

    std::unique_ptr<Tests::Program> program;
};
