// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// As much of HCL as a change of Terraform needs: which blocks there are and what is assigned in them.
namespace Drafting {

struct HclBlock
{
    QByteArray type;   ///< module, variable, resource; empty for what stands outside of blocks
    QByteArray labels; ///< eks, aws_instance.web
    QList<std::pair<QByteArray, QByteArray>> attributes; ///< name (with nested blocks: setting.name) and its
                                                         ///< expression; a plain string without its quotes
    QByteArray address() const { return labels.isEmpty() ? type : type + '.' + labels; }
    QByteArray value(QByteArrayView name) const; ///< empty when not assigned
    bool operator==(const HclBlock &) const = default;
};

/// Reads leniently and never fails: what is no block and no assignment is skipped. O(size).
QList<HclBlock> parseHcl(QByteArrayView text);

} // namespace Drafting
