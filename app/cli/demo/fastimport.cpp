// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo/fastimport.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QByteArray person(const ImportAuthor &author, qint64 seconds)
{
    return author.name + " <" + author.email + "> " + QByteArray::number(seconds) + " +0100";
}

QByteArray modeOf(const QByteArray &path)
{
    return path.endsWith(".sh") ? "100755"_ba : "100644"_ba;
}

} // namespace

void FastImport::data(const QByteArray &bytes)
{
    m_stream += "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

void FastImport::commit(ImportBranch &branch, const QMap<QByteArray, QByteArray> &before,
                        const ImportAuthor &author, qint64 seconds, const QByteArray &message, int mergedMark)
{
    const int parent = branch.mark;
    branch.mark = ++m_lastMark;
    m_stream += "commit " + branch.ref + "\nmark :" + QByteArray::number(branch.mark) + '\n';
    m_stream += "author " + person(author, seconds) + "\ncommitter " + person(author, seconds) + '\n';
    data(message + '\n');
    if (parent > 0)
        m_stream += "from :" + QByteArray::number(parent) + '\n';
    if (mergedMark > 0)
        m_stream += "merge :" + QByteArray::number(mergedMark) + '\n';
    for (const auto &[path, content] : branch.files.asKeyValueRange()) {
        if (before.value(path) == content && before.contains(path))
            continue;
        m_stream += "M " + modeOf(path) + " inline " + path + '\n';
        data(content);
    }
    for (const auto &[path, content] : before.asKeyValueRange()) {
        if (!branch.files.contains(path))
            m_stream += "D " + path + '\n';
    }
    m_stream += '\n';
}

void FastImport::tag(const QByteArray &name, int mark, const ImportAuthor &author, qint64 seconds,
                     const QByteArray &message)
{
    m_stream +=
        "tag " + name + "\nfrom :" + QByteArray::number(mark) + "\ntagger " + person(author, seconds) + '\n';
    data(message + '\n');
}

void FastImport::pointRef(const QByteArray &ref, int mark)
{
    m_stream += "reset " + ref + "\nfrom :" + QByteArray::number(mark) + "\n\n";
}

void FastImport::deleteRef(const QByteArray &ref)
{
    m_stream += "reset " + ref + "\nfrom " + QByteArray(40, '0') + "\n\n";
}

} // namespace Cli
