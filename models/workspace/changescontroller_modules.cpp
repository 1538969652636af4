// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submodules.h"
#include "workspace/changescontroller.h"
#include "workspace/linked/linkedwords.h"

namespace {

bool isSpecial(const Git::Submodule &module)
{
    return module.isPopulated && !module.isConflicted && module.ignore != Git::SubmoduleIgnore::All &&
           (module.hasNewCommit || module.hasDirt());
}

} // namespace

// Beside the status, which is not held up by however many there are: what is known of them from before stays
// until then.
void ChangesController::readModules()
{
    m_readModules.start(
        [where = m_repository.location()](const CancelToken &cancel) -> Result<QList<Git::Submodule>> {
            auto modules = Git::readSubmodules(where, Git::SubmoduleDepth::Status, cancel);
            if (modules)
                modules->removeIf([](const Git::Submodule &module) { return !isSpecial(module); });
            return modules;
        },
        [this](Result<QList<Git::Submodule>> modules) {
            if (modules && *modules != m_submodules) {
                m_submodules = *std::move(modules);
                showUnstaged();
                Q_EMIT listsChanged();
            }
            Q_EMIT busyChanged();
        });
}

void ChangesController::showUnstaged()
{
    QList<FileItem> files = m_unstagedFiles;
    for (const Git::Submodule &module : std::as_const(m_submodules)) {
        const auto place =
            std::ranges::lower_bound(std::as_const(files), module.path, {}, &FileItem::path) - files.cbegin();
        if (place < files.size() && files.at(place).path == module.path)
            files[place].note = LinkedWords::state(module);
        else if (!module.hasNewCommit)
            files.insert(place, {.path = module.path, .oldPath = {}, .note = LinkedWords::state(module)});
    }
    m_unstaged.setFiles(std::move(files));
}

bool ChangesController::isStageable(const QByteArray &path) const
{
    const auto module = std::ranges::find(m_submodules, path, &Git::Submodule::path);
    return module == m_submodules.end() || module->hasNewCommit ||
           std::ranges::contains(m_unstagedFiles, path, &FileItem::path);
}
