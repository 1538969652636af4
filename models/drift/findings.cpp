// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/comparer.h"
#include "drift/normalise.h"
#include "drift/objecttext.h"
#include "drift/text.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// nginx:1 of registry.local/mirror/nginx:1: what follows the last slash.
QByteArray imageName(const QByteArray &image)
{
    return image.sliced(image.lastIndexOf('/') + 1);
}

Severity severityOf(FindingClass kind, const Path &path)
{
    if (!isDrift(kind))
        return Severity::Info;
    const QByteArray &field = path.isEmpty() ? QByteArray() : path.last().field;
    const bool isSerious = path.isEmpty() || field == "image" || kind == FindingClass::RemovedFromGit;
    const bool isNote = path.size() > 2 && path.first().field == "metadata";
    return isNote ? Severity::Notice : isSerious ? Severity::Serious : Severity::Warning;
}

} // namespace

bool Comparer::isSecretHere() const
{
    if (m_live.key.group.isEmpty() && m_live.key.kind == "Secret")
        return !m_path.isEmpty() && m_path.first().field == "data";
    for (const Step &step : m_path) {
        const bool isNamedItem = step.item && step.list && step.list->name == "env";
        if (isNamedItem && soundsSecret(step.item->textAt({"name"})))
            return m_path.last().field == "value" || m_path.last().item;
    }
    return m_live.key.kind == "ConfigMap" && m_path.size() == 2 && soundsSecret(m_path.last().field);
}

QByteArray Comparer::shown(const Yaml::Value &value, bool isMasked)
{
    if (!isMasked)
        return flowText(value.isScalar() ? value : redacted(value));
    const auto at = m_masks.constFind(flowText(value));
    const qsizetype length = at != m_masks.constEnd() ? *at : kShortestMask + m_masks.size();
    if (at == m_masks.constEnd())
        m_masks.insert(flowText(value), length);
    return QByteArray(length, '+');
}

Finding &Comparer::add(FindingClass kind, const Yaml::Value *desired, const Yaml::Value *live,
                       const Owner *owner)
{
    Finding finding{
        .object = m_live.key, .path = pathText(m_path), .kind = kind, .severity = severityOf(kind, m_path)};
    finding.isMasked = isSecretHere();
    if (desired)
        finding.desired = shown(*desired, finding.isMasked);
    if (live)
        finding.live = shown(*live, finding.isMasked);
    if (owner) {
        finding.manager = owner->manager;
        finding.since = QDateTime::fromString(QString::fromLatin1(owner->time), Qt::ISODate).toUTC();
    }
    finding.where = m_desired.placeAt(desired && desired->line != 0 ? desired->line : m_line);
    m_result.findings << std::move(finding);
    return m_result.findings.last();
}

void Comparer::explainChange(Finding &finding, const Yaml::Value &desired, const Yaml::Value &live)
{
    const bool isData =
        m_path.size() == 2 && (m_path.first().field == "data" || m_path.first().field == "stringData");
    if (isData && desired.isScalar() && desired.kind != Yaml::Kind::String) {
        finding.note = Text::tr("Git has a value that is no text; the server refuses it.");
    } else if (desired.isScalar() && live.isScalar() && desired.kind != live.kind &&
               desired.text == live.text) {
        finding.note = Text::tr("One is text, the other is a number or a truth value.");
    } else if (m_path.last().field == "image" && desired.text != live.text &&
               imageName(desired.text) == imageName(live.text)) {
        finding.note =
            Text::tr("Same image and tag from another registry: if a policy rewrites images, an ignore "
                     "rule says so.");
    }
}

} // namespace Drift
