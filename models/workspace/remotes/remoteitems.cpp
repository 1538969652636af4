// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/remotes/remoteitems.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

int RemoteItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_remotes.size());
}

QVariant RemoteItems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Git::Remote &remote = m_remotes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return displayPath(remote.name);
    case AddressRole:
        return Git::displayUrl(remote.fetchUrl);
    case Qt::AccessibleTextRole:
        return QString(displayPath(remote.name) + u", "_s + Git::displayUrl(remote.fetchUrl));
    default:
        return {};
    }
}

const Git::Remote *RemoteItems::remote(int row) const
{
    return row < 0 || row >= m_remotes.size() ? nullptr : &m_remotes[row];
}

int RemoteItems::rowOf(const QByteArray &name) const
{
    const auto found = std::ranges::find(m_remotes, name, &Git::Remote::name);
    return found == m_remotes.end() ? -1 : static_cast<int>(found - m_remotes.begin());
}

void RemoteItems::setRemotes(const QList<Git::Remote> &remotes)
{
    if (remotes == m_remotes)
        return;
    const bool isSameRows =
        std::ranges::equal(remotes, m_remotes, {}, &Git::Remote::name, &Git::Remote::name);
    if (!isSameRows)
        beginResetModel();
    m_remotes = remotes;
    if (!isSameRows)
        endResetModel();
    else
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}
