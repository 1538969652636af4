// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/identity.h"

#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<Person> readIdentity(const Program &git, const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = {u"var"_s, u"GIT_COMMITTER_IDENT"_s}, .kind = Program::Kind::Read}, cancel);
    if (!result && result.error().kind != ErrorKind::External)
        return std::unexpected(result.error());
    const QByteArray line = result ? result->output.trimmed() : QByteArray();
    const qsizetype open = line.indexOf(" <"), close = line.lastIndexOf('>');
    if (open <= 0 || close < open + 2)
        return fail(ErrorKind::Invalid, Text::tr("Git does not know your name and e-mail address."),
                    result ? QString() : result.error().detail,
                    Text::tr("Set them with “git config --global user.name NAME” and “git config --global "
                             "user.email ADDRESS”."));
    return Person{QString::fromUtf8(line.first(open)),
                  QString::fromUtf8(line.sliced(open + 2, close - open - 2))};
}

} // namespace Git
