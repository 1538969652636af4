// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/highlight/codedefinitions.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Alias
{
    QLatin1StringView ending, common;
};

constexpr std::array kWrappers{".gotmpl"_L1, ".tmpl"_L1,    ".tpl"_L1,    ".j2"_L1,
                               ".orig"_L1,   ".example"_L1, ".sample"_L1, ".dist"_L1};

constexpr std::array kAliases{
    Alias{"Chart.lock"_L1, "a.yaml"_L1},
    Alias{"Kptfile"_L1, "a.yaml"_L1},
    Alias{".sops"_L1, "a.yaml"_L1},
    Alias{"helmfile.lock"_L1, "a.yaml"_L1},
    Alias{".tf"_L1, "a.tf"_L1},
    Alias{".tfvars"_L1, "a.tf"_L1},
    Alias{".hcl"_L1, "a.tf"_L1},
    Alias{".terraform.lock.hcl"_L1, "a.tf"_L1},
    Alias{"Containerfile"_L1, "Dockerfile"_L1},
    Alias{".dockerfile"_L1, "Dockerfile"_L1},
    Alias{".tfstate"_L1, "a.json"_L1},
    Alias{".jsonc"_L1, "a.json"_L1},
    Alias{".code-workspace"_L1, "a.json"_L1},
    Alias{"CODEOWNERS"_L1, "a.gitignore"_L1},
    Alias{".env"_L1, "a.sh"_L1},
    Alias{".envrc"_L1, "a.sh"_L1},
    Alias{"Jenkinsfile"_L1, "a.groovy"_L1},
    Alias{"Justfile"_L1, "Makefile"_L1},
    Alias{"justfile"_L1, "Makefile"_L1},
    Alias{"Tiltfile"_L1, "a.py"_L1},
};

} // namespace

QString syntaxFileName(QByteArrayView path)
{
    QString name = QString::fromUtf8(path.sliced(path.lastIndexOf('/') + 1));
    for (QLatin1StringView wrapper : kWrappers) {
        if (name.size() > wrapper.size() && name.endsWith(wrapper))
            name.chop(wrapper.size());
    }
    if (name.startsWith("Dockerfile."_L1))
        return u"Dockerfile"_s;
    for (const Alias &alias : kAliases) {
        if (name.endsWith(alias.ending))
            return alias.common;
    }
    return name;
}
