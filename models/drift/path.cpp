// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/path.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

bool isPlain(const QByteArray &field)
{
    return !field.isEmpty() && std::ranges::all_of(field, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '$';
    });
}

const Yaml::Value *follow(const Yaml::Value &from, const QList<QByteArray> &way)
{
    const Yaml::Value *at = &from;
    for (const QByteArray &field : way) {
        at = at->find(field);
        if (!at)
            return nullptr;
    }
    return at;
}

} // namespace

QByteArray keyText(const MergeKey &key, const Yaml::Value &item)
{
    const Yaml::Value *value = follow(item, key.way);
    return value && value->isScalar() && !value->text.isEmpty() ? value->text : key.whenMissing;
}

QByteArray itemName(const FieldRules *list, const Yaml::Value &item)
{
    QByteArray name;
    if (!list || list->list != ListKind::Keyed)
        return name;
    for (const MergeKey &key : list->keys) {
        const QByteArray text = keyText(key, item);
        if (text.isEmpty() && name.isEmpty())
            return {};
        if (text.isEmpty())
            continue;
        name += (name.isEmpty() ? ""_ba : ","_ba) + key.way.join('.') + '=' + text;
    }
    return name;
}

QByteArray pathText(const Path &path)
{
    QByteArray text;
    for (const Step &step : path) {
        if (step.item || step.index >= 0) {
            const QByteArray name = step.item ? itemName(step.list, *step.item) : QByteArray();
            text += '[' + (name.isEmpty() ? QByteArray::number(step.index) : name) + ']';
        } else if (isPlain(step.field)) {
            text += (text.isEmpty() ? ""_ba : "."_ba) + step.field;
        } else {
            text += "[\"" + step.field + "\"]";
        }
    }
    return text;
}

PathPattern::PathPattern(const QByteArray &text)
{
    if (text.startsWith('/'))
        readPointer(text);
    else
        readSimple(text);
    m_isValid = m_isValid && !m_parts.isEmpty();
}

void PathPattern::readPointer(const QByteArray &text)
{
    for (QByteArray part : text.sliced(1).split('/'))
        m_parts << Part{.field = part.replace("~1", "/").replace("~0", "~")};
}

void PathPattern::readSimple(const QByteArray &text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) == '.') {
            ++at;
        } else if (text.at(at) == '[') {
            const bool isQuoted = text.sliced(at).startsWith("[\"");
            const qsizetype end = isQuoted ? text.indexOf("\"]", at + 2) : text.indexOf(']', at);
            m_isValid = m_isValid && end >= 0;
            if (end < 0)
                return;
            const QByteArray inner =
                isQuoted ? text.sliced(at + 2, end - at - 2) : text.sliced(at + 1, end - at - 1);
            m_parts << (isQuoted ? Part{.field = inner}
                                 : Part{.item = inner,
                                        .isItem = true,
                                        .isAnyItem = inner.isEmpty() || inner == "*"});
            at = end + (isQuoted ? 2 : 1);
        } else {
            qsizetype end = at;
            while (end < text.size() && text.at(end) != '.' && text.at(end) != '[')
                ++end;
            m_parts << Part{.field = text.sliced(at, end - at)};
            at = end;
        }
    }
}

bool PathPattern::matchesPart(const Part &part, const Step &step)
{
    const bool isItem = step.item || step.index >= 0;
    if (!part.isItem)
        return isItem ? part.field == QByteArray::number(step.index) : part.field == step.field;
    if (!isItem)
        return false;
    if (part.isAnyItem || part.item == QByteArray::number(step.index))
        return true;
    const qsizetype equals = part.item.indexOf('=');
    if (equals < 0 || !step.item)
        return false;
    if (itemName(step.list, *step.item) == part.item)
        return true;
    const Yaml::Value *value = follow(*step.item, part.item.first(equals).split('.'));
    return value && value->isScalar() && value->text == part.item.sliced(equals + 1);
}

bool PathPattern::matches(const Path &path) const
{
    return m_parts.size() == path.size() && covers(path);
}

bool PathPattern::covers(const Path &path) const
{
    return m_isValid && m_parts.size() <= path.size() &&
           std::ranges::equal(m_parts, path.first(m_parts.size()), matchesPart);
}

bool matchesGlob(QByteArrayView glob, QByteArrayView text)
{
    if (glob.isEmpty())
        return true;
    qsizetype g = 0, t = 0, star = -1, resume = 0;
    while (t < text.size()) {
        if (g < glob.size() && (glob.at(g) == '?' || glob.at(g) == text.at(t)) && glob.at(g) != '*') {
            ++g;
            ++t;
        } else if (g < glob.size() && glob.at(g) == '*') {
            star = g++;
            resume = t;
        } else if (star >= 0) {
            g = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob.at(g) == '*')
        ++g;
    return g == glob.size();
}

} // namespace Drift
