// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/signaturemarks.h"

#include <QCoreApplication>

namespace {

constexpr int kPause = 150;           // milliseconds
constexpr qsizetype kMostKept = 8192; // marks

struct SignatureText
{
    Q_DECLARE_TR_FUNCTIONS(SignatureMarks)
};

} // namespace

QString spokenMark(SignatureMark mark)
{
    switch (mark) {
    case SignatureMark::Awaited:
    case SignatureMark::None:
        break;
    case SignatureMark::Good:
        return SignatureText::tr("good signature");
    case SignatureMark::Doubtful:
        return SignatureText::tr("signature by a doubtful key");
    case SignatureMark::Bad:
        return SignatureText::tr("bad signature");
    case SignatureMark::Unknown:
        return SignatureText::tr("signed, not verified");
    }
    return {};
}

SignatureMarks::SignatureMarks(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT wanted(std::exchange(m_wanted, {})); });
}

void SignatureMarks::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) == isShown)
        return;
    forget();
}

SignatureMark SignatureMarks::known(const Git::ObjectId &commit) const
{
    return m_known.value(commit, SignatureMark::Awaited);
}

SignatureMark SignatureMarks::of(const Git::ObjectId &commit) const
{
    const SignatureMark mark = known(commit);
    if (mark != SignatureMark::Awaited || !m_isShown || commit.isNull())
        return mark;
    m_wanted.removeOne(commit);
    m_wanted.append(commit);
    if (m_wanted.size() > kMostWanted)
        m_wanted.removeFirst();
    m_pause.start();
    return mark;
}

void SignatureMarks::add(const QHash<Git::ObjectId, SignatureMark> &marks)
{
    if (!m_isShown)
        return;
    if (m_known.size() + marks.size() > kMostKept)
        m_known.clear();
    m_known.insert(marks);
    Q_EMIT changed();
}

void SignatureMarks::forget()
{
    m_known.clear();
    m_wanted.clear();
    m_isShown ? m_pause.start() : m_pause.stop();
    Q_EMIT changed();
}
