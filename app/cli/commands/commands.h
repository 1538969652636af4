// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace Cli {

std::unique_ptr<Command> makeStatusCommand();
std::unique_ptr<Command> makeUndoCommand();
std::unique_ptr<Command> makeLogCommand();
std::unique_ptr<Command> makeGenerateCommitMessageCommand();
std::unique_ptr<Command> makeDescribeChangesCommand();
std::unique_ptr<Command> makeValidateCommitMessageCommand();
std::unique_ptr<Command> makeSuggestCommitMessageCommand();
std::unique_ptr<Command> makeAnalyzeCommitsCommand();
std::unique_ptr<Command> makeEvaluateDraftsCommand();
std::unique_ptr<Command> makeEnvironmentsCommand();
std::unique_ptr<Command> makeDetectDriftCommand();
std::unique_ptr<Command> makeSecurityScanCommand();
std::unique_ptr<Command> makeAuditCommand();
std::unique_ptr<Command> makeReflogCommand();
std::unique_ptr<Command> makeCloneCommand();
std::unique_ptr<Command> makeInitCommand();
std::unique_ptr<Command> makeRemoteCommand();
std::unique_ptr<Command> makeWorktreeCommand();
std::unique_ptr<Command> makeSubmoduleCommand();
std::unique_ptr<Command> makeDemoCommand();

} // namespace Cli
