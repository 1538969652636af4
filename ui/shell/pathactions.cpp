// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pathactions.h"

#include "ui/shell/repositorycontext.h"

#include <QAbstractItemView>
#include <QVariantMap>

using namespace Qt::StringLiterals;

QVariant PathPages::argument(const PathAt &target, qsizetype line)
{
    return QVariantMap{{u"path"_s, target.path},
                       {u"commit"_s, target.commit.isNull() ? QByteArray() : target.commit.toHex()},
                       {u"line"_s, line}};
}

PathAt PathPages::target(const QVariant &argument)
{
    const QVariantMap map = argument.toMap();
    return {map.value(u"path"_s).toByteArray(),
            Git::ObjectId::fromHex(map.value(u"commit"_s).toByteArray()).value_or(Git::ObjectId())};
}

qsizetype PathPages::line(const QVariant &argument)
{
    return argument.toMap().value(u"line"_s).toLongLong();
}

PathActions::PathActions(RepositoryContext &context, const QString &area, const AddCommand &add,
                         std::function<PathAt()> target, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_target(std::move(target))
{
    this->add(add, area + u".fileHistory"_s, tr("File history"),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), PathPages::fileHistory());
    this->add(add, area + u".blame"_s, tr("Blame"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
              PathPages::blame());
}

QAction *PathActions::add(const AddCommand &add, const QString &id, const QString &text,
                          const QKeySequence &keys, const QString &page)
{
    QAction *action = add(id, text, keys);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [this, page] {
        const PathAt target = m_target();
        if (!target.path.isEmpty())
            m_context.openPage(page, PathPages::argument(target));
        else
            m_context.showMessage(tr("No file is chosen"));
    });
    return action;
}

void PathActions::addMenuTo(QAbstractItemView *list)
{
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    list->addActions(m_actions);
}
