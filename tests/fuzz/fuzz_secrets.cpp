// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/secrets/redactor.h"

#include <cstdlib>

// Any bytes as a file: findings stand inside of it, and no value that was found is in the redacted text. Run
// by libFuzzer, and by tst_redactor without it.

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    const auto require = [](bool holds) {
        if (!holds)
            std::abort();
    };
    const QByteArray content(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const char *path : {"a.yaml", "a.json", "terraform.tfstate", "a.tf", ".env", "a.ini", ".netrc",
                             ".pgpass", ".htpasswd", "a.go", "a"}) {
        const Policy::FileScan scan = Policy::scanFile(path, content);
        Policy::Redactor redactor;
        redactor.learn(path, content);
        const QByteArray redacted = redactor.redact(content);
        for (const Policy::SecretFinding &finding : scan.findings) {
            require(finding.start >= 0 && finding.start <= finding.end && finding.end <= content.size());
            require(finding.line == 0 || finding.line <= finding.endLine);
            const QByteArray value = content.sliced(finding.start, finding.end - finding.start);
            require(value.size() < 4 || value.contains("\xc2\xab") || value.contains("\xc2\xbb") ||
                    !redacted.contains(value));
        }
        require(!redactor.repeats(redacted) || content.contains("\xc2"));
    }
    return 0;
}
