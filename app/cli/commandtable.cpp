// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/commands/commands.h"

namespace Cli {

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeStatusCommand());
    commands.push_back(makeLogCommand());
    commands.push_back(makeGenerateCommitMessageCommand());
    commands.push_back(makeDescribeChangesCommand());
    commands.push_back(makeValidateCommitMessageCommand());
    commands.push_back(makeSuggestCommitMessageCommand());
    commands.push_back(makeAnalyzeCommitsCommand());
    commands.push_back(makeEvaluateDraftsCommand());
    commands.push_back(makeEnvironmentsCommand());
    commands.push_back(makeDetectDriftCommand());
    commands.push_back(makeSecurityScanCommand());
    commands.push_back(makeAuditCommand());
    commands.push_back(makeUndoCommand());
    commands.push_back(makeReflogCommand());
    commands.push_back(makeCloneCommand());
    commands.push_back(makeInitCommand());
    commands.push_back(makeRemoteCommand());
    commands.push_back(makeWorktreeCommand());
    commands.push_back(makeSubmoduleCommand());
    commands.push_back(makeDemoCommand());
    return commands;
}

} // namespace Cli
