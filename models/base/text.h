// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Decodes untrusted bytes for display: UTF-8, every invalid byte as \xNN.
/// Then as visibleText(). Never use the result as a path or a ref name again.
QString displayText(QByteArrayView bytes);

/// The same for a path or a name, which is one line: as visibleName().
QString displayPath(QByteArrayView path);

/// Makes what would hide or reorder text visible: C0 and C1 controls (except line feed and tab),
/// bidirectional controls, zero-width, soft-hyphen, tag and other format characters become <U+202E>. A
/// carriage return that ends a line becomes <U+000D> like any other, because it is a difference one must see.
QString visibleText(QStringView text);

/// True when visibleText() would change the text.
bool hasHiddenCharacters(QStringView text);

/// True for a code point that visibleText() replaces.
bool isHiddenCharacter(char32_t codePoint);

/// The first line of a message, shortened to the given number of characters with an ellipsis.
QString firstLine(QStringView text, qsizetype limit = 10'000);
