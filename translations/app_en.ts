<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n commit(s) by people, each drafted from its files and what came before</source>
        <translation>
            <numerusform>%n commit by people, drafted from its files and what came before</numerusform>
            <numerusform>%n commits by people, each drafted from its files and what came before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %1 and %n remote branch(es)</source>
        <extracomment>%1: name of a remote</extracomment>
        <translation>
            <numerusform>Removed %1 and %n remote branch</numerusform>
            <numerusform>Removed %1 and %n remote branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) cannot be read; git fsck says what is damaged.</source>
        <translation>
            <numerusform>%n commit cannot be read; git fsck says what is damaged.</numerusform>
            <numerusform>%n commits cannot be read; git fsck says what is damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) are left out: their parents go round in a circle.</source>
        <translation>
            <numerusform>%n commit is left out: its parents go round in a circle.</numerusform>
            <numerusform>%n commits are left out: their parents go round in a circle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>History ends at %n commit(s): what is before is not in this shallow clone.</source>
        <translation>
            <numerusform>History ends at %n commit: what is before is not in this shallow clone.</numerusform>
            <numerusform>History ends at %n commits: what is before is not in this shallow clone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitActionsController</name>
    <message numerus="yes">
        <source>Reset to %1; changes in %n file(s) were discarded. Undo brings everything back.</source>
        <extracomment>%1: the short id of a commit</extracomment>
        <translation>
            <numerusform>Reset to %1; changes in %n file were discarded. Undo brings everything back.</numerusform>
            <numerusform>Reset to %1; changes in %n files were discarded. Undo brings everything back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Conflicts in %n file(s): resolve them and commit, or abort.</source>
        <translation>
            <numerusform>Conflicts in %n file: resolve them and commit, or abort.</numerusform>
            <numerusform>Conflicts in %n files: resolve them and commit, or abort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Picking %n commit(s)</source>
        <translation>
            <numerusform>Picking %n commit</numerusform>
            <numerusform>Picking %n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Picked %n commit(s)</source>
        <translation>
            <numerusform>Picked %n commit</numerusform>
            <numerusform>Picked %n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reverting %n commit(s)</source>
        <translation>
            <numerusform>Reverting %n commit</numerusform>
            <numerusform>Reverting %n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reverted %n commit(s)</source>
        <translation>
            <numerusform>Reverted %n commit</numerusform>
            <numerusform>Reverted %n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) would make the repository larger for good, for everybody who clones it. Git LFS keeps such files elsewhere.</source>
        <translation>
            <numerusform>%n file would make the repository larger for good, for everybody who clones it. Git LFS keeps such files elsewhere.</numerusform>
            <numerusform>%n files would make the repository larger for good, for everybody who clones it. Git LFS keeps such files elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %n large file(s)</source>
        <translation>
            <numerusform>Stage %n large file</numerusform>
            <numerusform>Stage %n large files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracked file(s) go back to what is staged.</source>
        <translation>
            <numerusform>%n tracked file goes back to what is staged.</numerusform>
            <numerusform>%n tracked files go back to what is staged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n untracked file(s) are deleted.</source>
        <translation>
            <numerusform>%n untracked file is deleted.</numerusform>
            <numerusform>%n untracked files are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n file(s)</source>
        <translation>
            <numerusform>Discard %n file</numerusform>
            <numerusform>Discard %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unstage %n line(s)</source>
        <translation>
            <numerusform>Unstage %n line</numerusform>
            <numerusform>Unstage %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %n line(s)</source>
        <translation>
            <numerusform>Stage %n line</numerusform>
            <numerusform>Stage %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n line(s)</source>
        <translation>
            <numerusform>Discard %n line</numerusform>
            <numerusform>Discard %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectOverview</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundedText</name>
    <message numerus="yes">
        <source>(%n more character(s))</source>
        <translation>
            <numerusform>(%n more character)</numerusform>
            <numerusform>(%n more characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitBox</name>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Commit %n file(s)</source>
        <translation>
            <numerusform>Commit %n file</numerusform>
            <numerusform>Commit %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitDetailsView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parent(s)</source>
        <translation>
            <numerusform>%n parent</numerusform>
            <numerusform>%n parents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitItems</name>
    <message numerus="yes">
        <source>merge of %n parent(s)</source>
        <translation>
            <numerusform>merge of %n parent</numerusform>
            <numerusform>merge of %n parents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftPage</name>
    <message numerus="yes">
        <source>%n object(s) compared</source>
        <translation>
            <numerusform>%n object compared</numerusform>
            <numerusform>%n objects compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live object(s) not deployed from Git</source>
        <translation>
            <numerusform>%n live object not deployed from Git</numerusform>
            <numerusform>%n live objects not deployed from Git</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message numerus="yes">
        <source>The %1 has more than %n character(s).</source>
        <translation>
            <numerusform>The %1 has more than %n character.</numerusform>
            <numerusform>The %1 has more than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first line has more than %n character(s).</source>
        <translation>
            <numerusform>The first line has more than %n character.</numerusform>
            <numerusform>The first line has more than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first line has fewer than %n character(s).</source>
        <translation>
            <numerusform>The first line has fewer than %n character.</numerusform>
            <numerusform>The first line has fewer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This line has more than %n character(s).</source>
        <translation>
            <numerusform>This line has more than %n character.</numerusform>
            <numerusform>This line has more than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The staged files are exactly as they were before %n commit(s).</source>
        <translation>
            <numerusform>The staged files are exactly as they were before %n commit.</numerusform>
            <numerusform>The staged files are exactly as they were before %n commits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvironmentButton</name>
    <message numerus="yes">
        <source>%n drift(s)</source>
        <translation>
            <numerusform>%n drift</numerusform>
            <numerusform>%n drifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvironmentsPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>Show %n line(s) above</source>
        <translation>
            <numerusform>Show %n line above</numerusform>
            <numerusform>Show %n lines above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n line(s) below</source>
        <translation>
            <numerusform>Show %n line below</numerusform>
            <numerusform>Show %n lines below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileNotes</name>
    <message numerus="yes">
        <source>%n character(s) that hide or reorder text: </source>
        <translation>
            <numerusform>%n character that hides or reorders text: </numerusform>
            <numerusform>%n characters that hide or reorder text: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) moved</source>
        <translation>
            <numerusform>%n line moved</numerusform>
            <numerusform>%n lines moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that %1 has no character for</source>
        <translation>
            <numerusform>%n place that %1 has no character for</numerusform>
            <numerusform>%n places that %1 has no character for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Git</name>
    <message numerus="yes">
        <source>HEAD of %1 is on no branch and has %n commit(s) that no branch has.</source>
        <translation>
            <numerusform>HEAD of %1 is on no branch and has %n commit that no branch has.</numerusform>
            <numerusform>HEAD of %1 is on no branch and has %n commits that no branch has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n file(s) that are changed or that Git does not know.</source>
        <translation>
            <numerusform>%1 has %n file that is changed or that Git does not know.</numerusform>
            <numerusform>%1 has %n files that are changed or that Git does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) of this kind are not listed.</source>
        <translation>
            <numerusform>%n more problem of this kind is not listed.</numerusform>
            <numerusform>%n more problems of this kind are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that are ignored or not tracked would be overwritten, so nothing was done.</source>
        <translation>
            <numerusform>%n file that is ignored or not tracked would be overwritten, so nothing was done.</numerusform>
            <numerusform>%n files that are ignored or not tracked would be overwritten, so nothing was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that Git does not track took the place of others and would be lost, so nothing was stashed.</source>
        <translation>
            <numerusform>%n file that Git does not track took the place of another and would be lost, so nothing was stashed.</numerusform>
            <numerusform>%n files that Git does not track took the place of others and would be lost, so nothing was stashed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n file(s) that were overwritten or removed can be brought back alone.</source>
        <translation>
            <numerusform>The %n file that was overwritten or removed can be brought back alone.</numerusform>
            <numerusform>The %n files that were overwritten or removed can be brought back alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A program that ended left %1 behind, %n second(s) ago.</source>
        <extracomment>%1: path of a lock file</extracomment>
        <translation>
            <numerusform>A program that ended left %1 behind, %n second ago.</numerusform>
            <numerusform>A program that ended left %1 behind, %n seconds ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is held by %2, for %n second(s) now.</source>
        <extracomment>%1: path of a lock file; %2: such as &quot;git (process 1234)&quot;</extracomment>
        <translation>
            <numerusform>%1 is held by %2, for %n second now.</numerusform>
            <numerusform>%1 is held by %2, for %n seconds now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another Git program holds %1, for %n second(s) now.</source>
        <extracomment>%1: path of a lock file</extracomment>
        <translation>
            <numerusform>Another Git program holds %1, for %n second now.</numerusform>
            <numerusform>Another Git program holds %1, for %n seconds now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discarded %n line(s) of %1</source>
        <extracomment>%1: a file&apos;s path</extracomment>
        <translation>
            <numerusform>Discarded %n line of %1</numerusform>
            <numerusform>Discarded %n lines of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced what was staged of %n file(s)</source>
        <translation>
            <numerusform>Replaced what was staged of %n file</numerusform>
            <numerusform>Replaced what was staged of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discarded %n file(s)</source>
        <translation>
            <numerusform>Discarded %n file</numerusform>
            <numerusform>Discarded %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the stash are there already, so nothing was done.</source>
        <translation>
            <numerusform>%n file of the stash is there already, so nothing was done.</numerusform>
            <numerusform>%n files of the stash are there already, so nothing was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the commits are merges, which would be lost.</source>
        <translation>
            <numerusform>%n of the commits is a merge, which would be lost.</numerusform>
            <numerusform>%n of the commits are merges, which would be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are in conflict.</source>
        <translation>
            <numerusform>%n file is in conflict.</numerusform>
            <numerusform>%n files are in conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Conflict markers are staged in %n file(s).</source>
        <translation>
            <numerusform>Conflict markers are staged in %n file.</numerusform>
            <numerusform>Conflict markers are staged in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the commits are merges, so nothing was begun.</source>
        <translation>
            <numerusform>%n of the commits is a merge, so nothing was begun.</numerusform>
            <numerusform>%n of the commits are merges, so nothing was begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Picked %n commit(s) onto %1</source>
        <extracomment>%1: a branch</extracomment>
        <translation>
            <numerusform>Picked %n commit onto %1</numerusform>
            <numerusform>Picked %n commits onto %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reverted %n commit(s) on %1</source>
        <extracomment>%1: a branch</extracomment>
        <translation>
            <numerusform>Reverted %n commit on %1</numerusform>
            <numerusform>Reverted %n commits on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolved %n file(s) by taking a side</source>
        <translation>
            <numerusform>Resolved %n file by taking a side</numerusform>
            <numerusform>Resolved %n files by taking a side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolved %n file(s) by taking both sides</source>
        <translation>
            <numerusform>Resolved %n file by taking both sides</numerusform>
            <numerusform>Resolved %n files by taking both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %n file(s) conflicts again</source>
        <translation>
            <numerusform>Made %n file a conflict again</numerusform>
            <numerusform>Made %n files conflicts again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n file(s) as resolved</source>
        <translation>
            <numerusform>Marked %n file as resolved</numerusform>
            <numerusform>Marked %n files as resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n commit(s) could not be read and so were not searched.</source>
        <translation>
            <numerusform>%n commit could not be read and so was not searched.</numerusform>
            <numerusform>%n commits could not be read and so were not searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) are left out: their parents go round in a circle.</source>
        <translation>
            <numerusform>%n commit is left out: its parents go round in a circle.</numerusform>
            <numerusform>%n commits are left out: their parents go round in a circle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n commit(s) are chosen, the current one is shown</source>
        <translation>
            <numerusform>%n commit is chosen, it is shown</numerusform>
            <numerusform>%n commits are chosen, the current one is shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n ref(s) are shown</source>
        <translation>
            <numerusform>Only %n ref is shown</numerusform>
            <numerusform>Only %n refs are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ref(s) are hidden</source>
        <translation>
            <numerusform>%n ref is hidden</numerusform>
            <numerusform>%n refs are hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixItems</name>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n behind</numerusform>
            <numerusform>%n behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepositoryHeader</name>
    <message numerus="yes">
        <source>%n commit(s) ahead of the upstream branch</source>
        <translation>
            <numerusform>%n commit ahead of the upstream branch</numerusform>
            <numerusform>%n commits ahead of the upstream branch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) behind the upstream branch</source>
        <translation>
            <numerusform>%n commit behind the upstream branch</numerusform>
            <numerusform>%n commits behind the upstream branch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BranchActionsController</name>
    <message numerus="yes">
        <source>Merging %1 stopped at conflicts in %n file(s)</source>
        <extracomment>%1: a branch</extracomment>
        <translation>
            <numerusform>Merging %1 stopped at conflicts in %n file</numerusform>
            <numerusform>Merging %1 stopped at conflicts in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BranchMenu</name>
    <message numerus="yes">
        <source>%n commit(s) of %1 are on no other branch or tag: they are not merged.</source>
        <extracomment>%1: a branch</extracomment>
        <translation>
            <numerusform>%n commit of %1 is on no other branch or tag: it is not merged.</numerusform>
            <numerusform>%n commits of %1 are on no other branch or tag: they are not merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StashActionsController</name>
    <message numerus="yes">
        <source>The stash was applied with conflicts in %n file(s), and it was kept.</source>
        <translation>
            <numerusform>The stash was applied with conflicts in %n file, and it was kept.</numerusform>
            <numerusform>The stash was applied with conflicts in %n files, and it was kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StashDialog</name>
    <message numerus="yes">
        <source>The %n chosen file(s)</source>
        <translation>
            <numerusform>The %n chosen file</numerusform>
            <numerusform>The %n chosen files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected line(s)</source>
        <translation>
            <numerusform>The %n selected line</numerusform>
            <numerusform>The %n selected lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StashItems</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 what is being done, such as &quot;Committing&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransfersController</name>
    <message numerus="yes">
        <source>Git did not take %n ref(s) of the remote.</source>
        <translation>
            <numerusform>Git did not take %n ref of the remote.</numerusform>
            <numerusform>Git did not take %n refs of the remote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetched from %1: %n ref(s) changed</source>
        <translation>
            <numerusform>Fetched from %1: %n ref changed</numerusform>
            <numerusform>Fetched from %1: %n refs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) here</source>
        <translation>
            <numerusform>%n commit here</numerusform>
            <numerusform>%n commits here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) there. Nothing was changed yet: merge both, or rebase yours onto theirs.</source>
        <translation>
            <numerusform>%n commit there. Nothing was changed yet: merge both, or rebase yours onto theirs.</numerusform>
            <numerusform>%n commits there. Nothing was changed yet: merge both, or rebase yours onto theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Conflicts with %1 in %n file(s): resolve them, then continue; or abort.</source>
        <translation>
            <numerusform>Conflicts with %1 in %n file: resolve them, then continue; or abort.</numerusform>
            <numerusform>Conflicts with %1 in %n files: resolve them, then continue; or abort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pulled %n commit(s) from %1</source>
        <translation>
            <numerusform>Pulled %n commit from %1</numerusform>
            <numerusform>Pulled %n commits from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged %n commit(s) of %1</source>
        <translation>
            <numerusform>Merged %n commit of %1</numerusform>
            <numerusform>Merged %n commits of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rebased %n commit(s) onto %1</source>
        <translation>
            <numerusform>Rebased %n commit onto %1</numerusform>
            <numerusform>Rebased %n commits onto %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pushed to %1 with %n tag(s)</source>
        <extracomment>%1: a branch of a remote</extracomment>
        <translation>
            <numerusform>Pushed to %1 with %n tag</numerusform>
            <numerusform>Pushed to %1 with %n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message numerus="yes">
        <source>Pull %n commit(s) of %1, or more if there are by now</source>
        <translation>
            <numerusform>Pull %n commit of %1, or more if there are by now</numerusform>
            <numerusform>Pull %n commits of %1, or more if there are by now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Push %n commit(s) to %1</source>
        <translation>
            <numerusform>Push %n commit to %1</numerusform>
            <numerusform>Push %n commits to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverwriteDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) will be on %1 no more, for everybody. Nothing is overwritten when something else is there by then.</source>
        <translation>
            <numerusform>%n commit will be on %1 no more, for everybody. Nothing is overwritten when something else is there by then.</numerusform>
            <numerusform>%n commits will be on %1 no more, for everybody. Nothing is overwritten when something else is there by then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overwrite %n commit(s)</source>
        <translation>
            <numerusform>Overwrite %n commit</numerusform>
            <numerusform>Overwrite %n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefLabels</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitMenu</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) leave %1; undo brings them back.</source>
        <translation>
            <numerusform>%n commit leaves %1; undo brings it back.</numerusform>
            <numerusform>%n commits leave %1; undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cherry-pick %n commit(s)…</source>
        <translation>
            <numerusform>Cherry-pick %n commit…</numerusform>
            <numerusform>Cherry-pick %n commits…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert %n commit(s)…</source>
        <translation>
            <numerusform>Revert %n commit…</numerusform>
            <numerusform>Revert %n commits…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) are too many to be picked or reverted at once.</source>
        <translation>
            <numerusform>%n commit is too many to be picked or reverted at once.</numerusform>
            <numerusform>%n commits are too many to be picked or reverted at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen commits are merges, so nothing was begun.</source>
        <translation>
            <numerusform>%n of the chosen commits is a merge, so nothing was begun.</numerusform>
            <numerusform>%n of the chosen commits are merges, so nothing was begun.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationBanner</name>
    <message numerus="yes">
        <source>%n file(s) in conflict</source>
        <translation>
            <numerusform>%n file in conflict</numerusform>
            <numerusform>%n files in conflict</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationController</name>
    <message numerus="yes">
        <source>%n file(s) are in conflict</source>
        <translation>
            <numerusform>%n file is in conflict</numerusform>
            <numerusform>%n files are in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>roughly %n step(s)</source>
        <translation>
            <numerusform>roughly %n step</numerusform>
            <numerusform>roughly %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s) left to test after this (%1)</source>
        <extracomment>%1: such as "roughly 3 steps"</extracomment>
        <translation>
            <numerusform>%n revision left to test after this (%1)</numerusform>
            <numerusform>%n revisions left to test after this (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationWords</name>
    <message numerus="yes">
        <source>Went on to the next conflicts, in %n file(s)</source>
        <translation>
            <numerusform>Went on to the next conflicts, in %n file</numerusform>
            <numerusform>Went on to the next conflicts, in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsController</name>
    <message numerus="yes">
        <source>Resolved %n file(s) by taking a side</source>
        <translation>
            <numerusform>Resolved %n file by taking a side</numerusform>
            <numerusform>Resolved %n files by taking a side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolved %n file(s) by taking both sides</source>
        <translation>
            <numerusform>Resolved %n file by taking both sides</numerusform>
            <numerusform>Resolved %n files by taking both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %n file(s) conflicts again</source>
        <translation>
            <numerusform>Made %n file a conflict again</numerusform>
            <numerusform>Made %n files conflicts again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n file(s) as resolved</source>
        <translation>
            <numerusform>Marked %n file as resolved</numerusform>
            <numerusform>Marked %n files as resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message numerus="yes">
        <source>%n conflict(s) are left</source>
        <translation>
            <numerusform>%n conflict is left</numerusform>
            <numerusform>%n conflicts are left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictSides</name>
    <message numerus="yes">
        <source>… %n more line(s)</source>
        <translation>
            <numerusform>… %n more line</numerusform>
            <numerusform>… %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) alike</source>
        <translation>
            <numerusform>⋯ %n line alike</numerusform>
            <numerusform>⋯ %n lines alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebaseController</name>
    <message numerus="yes">
        <source>Rebase %n commit(s) of %1 onto %2</source>
        <translation>
            <numerusform>Rebase %n commit of %1 onto %2</numerusform>
            <numerusform>Rebase %n commits of %1 onto %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rebase %n commit(s) of %1 since %2</source>
        <translation>
            <numerusform>Rebase %n commit of %1 since %2</numerusform>
            <numerusform>Rebase %n commits of %1 since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these commit(s) are published: whoever has them has to bring both histories together.</source>
        <translation>
            <numerusform>%n of these commits is published: whoever has it has to bring both histories together.</numerusform>
            <numerusform>%n of these commits are published: whoever has them has to bring both histories together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n joined</source>
        <translation>
            <numerusform>%n joined</numerusform>
            <numerusform>%n joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reworded</source>
        <translation>
            <numerusform>%n reworded</numerusform>
            <numerusform>%n reworded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be edited</source>
        <translation>
            <numerusform>%n to be edited</numerusform>
            <numerusform>%n to be edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rebase stopped at conflicts in %n file(s)</source>
        <translation>
            <numerusform>The rebase stopped at conflicts in %n file</numerusform>
            <numerusform>The rebase stopped at conflicts in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebasePage</name>
    <message numerus="yes">
        <source>Rebase %n commit(s)</source>
        <translation>
            <numerusform>Rebase %n commit</numerusform>
            <numerusform>Rebase %n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoItems</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoPage</name>
    <message numerus="yes">
        <source>What is discarded, reset, deleted, dropped, amended, merged or rebased here can be brought back for %n day(s).</source>
        <translation>
            <numerusform>What is discarded, reset, deleted, dropped, amended, merged or rebased here can be brought back for %n day.</numerusform>
            <numerusform>What is discarded, reset, deleted, dropped, amended, merged or rebased here can be brought back for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n day(s), in this repository itself.</source>
        <translation>
            <numerusform>Kept for %n day, in this repository itself.</numerusform>
            <numerusform>Kept for %n days, in this repository itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustBanner</name>
    <message numerus="yes">
        <source>and %n more: %1</source>
        <extracomment>%1: settings or hooks</extracomment>
        <translation>
            <numerusform>and %n more: %1</numerusform>
            <numerusform>and %n more: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReflogController</name>
    <message numerus="yes">
        <source>The newest %n move(s)</source>
        <translation>
            <numerusform>The newest %n move</numerusform>
            <numerusform>The newest %n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n of %1</source>
        <extracomment>%1: a larger number</extracomment>
        <translation>
            <numerusform>The newest %n of %1</numerusform>
            <numerusform>The newest %n of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemotesPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remote branch(es) go with it: %1. A fetch from the address brings back what is still there.</source>
        <extracomment>%1: branches</extracomment>
        <translation>
            <numerusform>%n remote branch goes with it: %1. A fetch from the address brings it back if it is still there.</numerusform>
            <numerusform>%n remote branches go with it: %1. A fetch from the address brings back what is still there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es) then follow nothing: %1.</source>
        <extracomment>%1: branches</extracomment>
        <translation>
            <numerusform>%n branch then follows nothing: %1.</numerusform>
            <numerusform>%n branches then follow nothing: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remote branch(es) here</source>
        <translation>
            <numerusform>%n remote branch here</numerusform>
            <numerusform>%n remote branches here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkedWords</name>
    <message numerus="yes">
        <source>%n ignored file(s) or folder(s) in it are lost.</source>
        <translation>
            <numerusform>%n ignored file or folder in it is lost.</numerusform>
            <numerusform>%n ignored files or folders in it are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorktreeChanges</name>
    <message numerus="yes">
        <source>%n work tree(s) forgotten</source>
        <translation>
            <numerusform>%n work tree forgotten</numerusform>
            <numerusform>%n work trees forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubmoduleUpdates</name>
    <message numerus="yes">
        <source>%n submodule(s) at the recorded commit</source>
        <translation>
            <numerusform>%n submodule at the recorded commit</numerusform>
            <numerusform>%n submodules at the recorded commit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkedPage</name>
    <message numerus="yes">
        <source>%n folder(s) with files of this repository</source>
        <translation>
            <numerusform>%n folder with files of this repository</numerusform>
            <numerusform>%n folders with files of this repository</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IgnoreActionsController</name>
    <message numerus="yes">
        <source>The %n chosen file(s)</source>
        <translation>
            <numerusform>The %n chosen file</numerusform>
            <numerusform>The %n chosen files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pattern(s)</source>
        <translation>
            <numerusform>%n pattern</numerusform>
            <numerusform>%n patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there are tracked and stay so.</source>
        <translation>
            <numerusform>%n file there is tracked and stays so.</numerusform>
            <numerusform>%n files there are tracked and stay so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransferDesk</name>
    <message numerus="yes">
        <source>%n commit(s) are on no other branch or tag here: a branch made of it first keeps them.</source>
        <translation>
            <numerusform>%n commit is on no other branch or tag here: a branch made of it first keeps it.</numerusform>
            <numerusform>%n commits are on no other branch or tag here: a branch made of it first keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicksDialog</name>
    <message numerus="yes">
        <source>%n commit(s) are taken back on %1 by new commits, the newest first.</source>
        <extracomment>%1: a branch, or HEAD</extracomment>
        <translation>
            <numerusform>%n commit is taken back on %1 by a new commit.</numerusform>
            <numerusform>%n commits are taken back on %1 by new commits, the newest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) are made anew on %1, the oldest first.</source>
        <extracomment>%1: a branch, or HEAD</extracomment>
        <translation>
            <numerusform>%n commit is made anew on %1.</numerusform>
            <numerusform>%n commits are made anew on %1, the oldest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert %n commit(s)</source>
        <translation>
            <numerusform>Revert %n commit</numerusform>
            <numerusform>Revert %n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cherry-pick %n commit(s)</source>
        <translation>
            <numerusform>Cherry-pick %n commit</numerusform>
            <numerusform>Cherry-pick %n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsEditor</name>
    <message numerus="yes">
        <source>The keys of %n command(s) are their own again.</source>
        <translation>
            <numerusform>The keys of %n command are its own again.</numerusform>
            <numerusform>The keys of %n commands are their own again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BisectController</name>
    <message numerus="yes">
        <source>One of %n commit(s) is the first bad one, and the others could not be tested: %1</source>
        <extracomment>%1: short ids of commits</extracomment>
        <translation>
            <numerusform>%n commit may be the first bad one, and the others could not be tested: %1</numerusform>
            <numerusform>One of %n commits is the first bad one, and the others could not be tested: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test %1, which is checked out now; %n commit(s) are left behind it</source>
        <extracomment>%1: the short id of a commit</extracomment>
        <translation>
            <numerusform>Test %1, which is checked out now; %n commit is left behind it</numerusform>
            <numerusform>Test %1, which is checked out now; %n commits are left behind it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoController</name>
    <message numerus="yes">
        <source>Undone: %1. Passed over %n, the newest: %2, as %3</source>
        <extracomment>%1, %2: such as "Discarded web.yaml"; %3: such as "main has moved on since"</extracomment>
        <translation>
            <numerusform>Undone: %1. Passed over %n: %2, as %3</numerusform>
            <numerusform>Undone: %1. Passed over %n, the newest: %2, as %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>All %n record(s) are as they were written</source>
        <translation>
            <numerusform>%n record, which is as it was written</numerusform>
            <numerusform>All %n records are as they were written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n record(s) exported to %1</source>
        <extracomment>%1: a file's name</extracomment>
        <translation>
            <numerusform>%n record exported to %1</numerusform>
            <numerusform>%n records exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown</source>
        <translation>
            <numerusform>The newest %n is shown</numerusform>
            <numerusform>The newest %n are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are no records</source>
        <translation>
            <numerusform>%n line is no record</numerusform>
            <numerusform>%n lines are no records</numerusform>
        </translation>
    </message>
</context>
</TS>
