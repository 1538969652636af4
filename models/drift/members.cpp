// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"

namespace Drift {

bool describesObjects(const Environments::Member &member)
{
    using enum Environments::MemberKind;
    switch (member.kind) {
    case Kustomize:
    case HelmValues:
    case HelmChart:
    case Flux:
    case Manifests:
        return true;
    case Terraform:
    case Tfvars:
    case EnvFile:
    case Raw:
        return false;
    }
    return false;
}

std::optional<Side> sideOf(const Environments::Catalogue &catalogue, QByteArrayView environment)
{
    const auto at = std::ranges::find(catalogue.environments, environment, &Environments::Environment::name);
    if (at == catalogue.environments.end())
        return {};
    const int index = int(at - catalogue.environments.begin());
    Side side{.name = QString::fromUtf8(at->name)};
    for (const Environments::Member &member : catalogue.members)
        if (member.environment == index)
            side.members << member;
    return side;
}

} // namespace Drift
