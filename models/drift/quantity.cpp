// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/quantity.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr qsizetype kLongest = 64;

struct Suffix
{
    QByteArrayView text;
    int exponent = 0; ///< of ten
    int kibis = 0;    ///< of 1024
};

constexpr std::array<Suffix, 16> kSuffixes = {{{"n", -9, 0},
                                               {"u", -6, 0},
                                               {"m", -3, 0},
                                               {"", 0, 0},
                                               {"k", 3, 0},
                                               {"M", 6, 0},
                                               {"G", 9, 0},
                                               {"T", 12, 0},
                                               {"P", 15, 0},
                                               {"E", 18, 0},
                                               {"Ki", 0, 1},
                                               {"Mi", 0, 2},
                                               {"Gi", 0, 3},
                                               {"Ti", 0, 4},
                                               {"Pi", 0, 5},
                                               {"Ei", 0, 6}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void multiply(QByteArray &digits, int factor)
{
    int carry = 0;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        const int product = (digits.at(i) - '0') * factor + carry;
        digits[i] = char('0' + product % 10);
        carry = product / 10;
    }
    for (; carry > 0; carry /= 10)
        digits.prepend(char('0' + carry % 10));
}

void increment(QByteArray &digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits.at(i) != '9') {
            digits[i] = char(digits.at(i) + 1);
            return;
        }
        digits[i] = '0';
    }
    digits.prepend('1');
}

void reduce(Quantity &quantity)
{
    qsizetype zeros = 0;
    while (zeros < quantity.digits.size() && quantity.digits.at(zeros) == '0')
        ++zeros;
    quantity.digits.remove(0, zeros);
    while (quantity.digits.endsWith('0')) {
        quantity.digits.chop(1);
        ++quantity.exponent;
    }
    if (quantity.digits.isEmpty())
        quantity = {};
}

void roundToMilli(Quantity &quantity)
{
    const int tooFine = -3 - quantity.exponent;
    if (quantity.digits.isEmpty() || tooFine <= 0)
        return;
    quantity.digits.chop(tooFine); // lowest terms: what is cut is never zero
    quantity.exponent = -3;
    if (!quantity.isNegative)
        increment(quantity.digits);
    reduce(quantity);
}

/// The power of ten and of 1024 that the text after the number stands for.
std::optional<Suffix> parseSuffix(QByteArrayView text)
{
    if (text.size() > 1 && (text.front() == 'e' || text.front() == 'E') && text.at(1) != 'i') {
        bool isNumber = false;
        const int exponent = text.sliced(1).toByteArray().toInt(&isNumber);
        if (!isNumber || std::abs(exponent) > 100)
            return {};
        return Suffix{.exponent = exponent};
    }
    const auto known = std::ranges::find(kSuffixes, text, &Suffix::text);
    return known == kSuffixes.end() ? std::nullopt : std::optional(*known);
}

} // namespace

std::optional<Quantity> parseQuantity(QByteArrayView text)
{
    Quantity quantity;
    if (text.size() > kLongest)
        return {};
    if (!text.isEmpty() && (text.front() == '-' || text.front() == '+')) {
        quantity.isNegative = text.front() == '-';
        text = text.sliced(1);
    }
    qsizetype end = 0;
    bool hasPoint = false;
    for (; end < text.size() && (isDigit(text.at(end)) || (text.at(end) == '.' && !hasPoint)); ++end) {
        if (text.at(end) == '.') {
            hasPoint = true;
            continue;
        }
        quantity.digits.append(text.at(end));
        quantity.exponent -= hasPoint ? 1 : 0;
    }
    const std::optional<Suffix> suffix = parseSuffix(text.sliced(end));
    if (quantity.digits.isEmpty() || !suffix)
        return {};
    quantity.exponent += suffix->exponent;
    for (int i = 0; i < suffix->kibis; ++i)
        multiply(quantity.digits, 1024);
    reduce(quantity);
    roundToMilli(quantity);
    return quantity;
}

bool isSameQuantity(QByteArrayView a, QByteArrayView b)
{
    const std::optional<Quantity> left = parseQuantity(a), right = parseQuantity(b);
    return left && right && *left == *right;
}

} // namespace Drift
