// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/plantedconflict.h"
#include "tests/ui/tabfixture.h"
#include "tests/ui/uitest.h"
#include "ui/rebase/rebasepage.h"
#include "ui/shell/pathactions.h"
#include "ui/theme/theme.h"

#include <QLabel>

#include <cmath>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

QStringList g_warnings;

void collect(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    // The offscreen platform says of itself what it leaves out.
    if (type != QtDebugMsg && type != QtInfoMsg && !text.startsWith("This plugin does not support"_L1))
        g_warnings += text;
}

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first) + 0.05, other = luminance(second) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QStringList faint(QWidget *root)
{
    QStringList names;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const QPalette &colors = widget->palette();
        const bool isText =
            qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        const bool isLabel = qobject_cast<const QLabel *>(widget);
        const double ratio =
            isText    ? contrast(colors.color(QPalette::Text), colors.color(QPalette::Base))
            : isLabel ? contrast(colors.color(widget->foregroundRole()), colors.color(QPalette::Window))
                      : 21;
        if (ratio < 3)
            names += QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                     widget->accessibleName().left(60) + u' ' + QString::number(ratio);
    }
    return names;
}

/// A file for the pages that need one, a commit for those that begin at one.
QVariant argumentOf(const QString &id, const RepoBuilder *repo = nullptr)
{
    const bool isOfFile = id == PathPages::blame() || id == PathPages::fileHistory();
    if (id == RebasePage::pageId()) {
        const auto parent =
            repo ? repo->tryGit({u"rev-parse"_s, u"HEAD~1"_s}).output.trimmed() : QByteArray();
        return RebasePage::behind(Git::ObjectId::fromHex(parent).value_or(Git::ObjectId()));
    }
    return isOfFile ? PathPages::argument({GitOpsFixture::overlayPath("production"), {}}) : QVariant();
}

Git::Trust trustFor(const QString &id)
{
    return argumentOf(id).isValid() ? Git::Trust::Trusted : Git::Trust::Unknown;
}

void addEveryPage()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : Tests::OpenTab::pageIds())
        QTest::addRow("%s", qPrintable(id)) << id;
}

} // namespace

class AccessiblePagesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_full, m_empty, m_bare;

private Q_SLOTS:
    void initTestCase()
    {
        m_full = std::make_unique<RepoBuilder>();
        GitOpsFixture::make(*m_full);
        m_full->config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        m_full->write(GitOpsFixture::overlayPath("staging"), "stashed: yes\n").write("new", "n\n");
        m_full->git({u"stash"_s, u"push"_s, u"-q"_s, u"-u"_s});
        m_full->write(GitOpsFixture::snapshotPath("production"),
                      GitOpsFixture::snapshot("production", "1.0.0", 5));
        m_full->write(GitOpsFixture::snapshotPath("staging"), "broken: [");
        m_full->write(GitOpsFixture::overlayPath("staging"), GitOpsFixture::overlay("staging", "1.2.0"));
        m_full->stage({GitOpsFixture::overlayPath("staging")});
        m_full->write(GitOpsFixture::overlayPath("production"),
                      GitOpsFixture::overlay("production", "1.1.0"));
        m_full->git({u"remote"_s, u"add"_s, u"origin"_s, m_full->folder()});
        Tests::plantConflict(*m_full, "both.txt", "ours\n", "theirs\n");
        m_empty = std::make_unique<RepoBuilder>();
        m_bare = std::make_unique<RepoBuilder>(QStringList{u"--bare"_s});
    }
    void cleanupTestCase()
    {
        m_full.reset();
        m_empty.reset();
        m_bare.reset();
    }
    void init()
    {
        Theme::applyFixed(Qt::ColorScheme::Light);
        g_warnings.clear();
    }

    void whatTakesTheFocusHasAName_data() { addEveryPage(); }
    void whatTakesTheFocusHasAName()
    {
        QFETCH(QString, id);
        for (const RepoBuilder *repo : {m_full.get(), m_empty.get(), m_bare.get()}) {
            Tests::OpenTab tab(*repo, trustFor(id));
            QVERIFY(tab.show(id, argumentOf(id, repo)));
            const QStringList unnamed = Tests::unnamedFocusable(&tab.view);
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        }
    }

    void tabReachesEveryPartOfAPageAndLeavesIt_data() { addEveryPage(); }
    void tabReachesEveryPartOfAPageAndLeavesIt()
    {
        QFETCH(QString, id);
        Tests::OpenTab tab(*m_full, trustFor(id));
        Page *page = tab.show(id, argumentOf(id, m_full.get()));
        QVERIFY(page);
        QVERIFY(QTest::qWaitForWindowActive(&tab.view));
        page->setFocus();
        QSet<QWidget *> reached;
        for (int step = 0; step < 60; ++step) {
            if (QWidget *focused = QApplication::focusWidget())
                reached += focused;
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &tab.view,
                            Qt::Key_Tab);
        }
        for (QWidget *widget : page->findChildren<QWidget *>()) {
            const bool isView =
                qobject_cast<QAbstractScrollArea *>(widget) && widget->isVisible() && widget->isEnabled();
            if (isView && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
        }
        QVERIFY(
            std::ranges::any_of(reached, [page](QWidget *widget) { return !page->isAncestorOf(widget); }));
    }

    void bothThemesAreDrawnWithoutWarnings_data() { addEveryPage(); }
    void bothThemesAreDrawnWithoutWarnings()
    {
        QFETCH(QString, id);
        const QtMessageHandler before = qInstallMessageHandler(collect);
        const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
        Tests::OpenTab tab(*m_full, trustFor(id));
        Page *page = tab.show(id, argumentOf(id, m_full.get()));
        QVERIFY(page);
        const QImage light = page->grab().toImage();
        QVERIFY2(faint(page).isEmpty(), qPrintable(faint(page).join(u'\n')));
        Theme::applyFixed(Qt::ColorScheme::Dark); // while it is open
        PAGE_TRY(Theme::isDark(page->palette()));
        QCoreApplication::processEvents();
        const QImage dark = page->grab().toImage();
        QVERIFY2(faint(page).isEmpty(), qPrintable(faint(page).join(u'\n')));
        QVERIFY(light != dark);
        QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(u'\n')));
    }
};

PLUMBLINE_UI_TEST_MAIN(AccessiblePagesTest)
#include "tst_accessiblepages.moc"
