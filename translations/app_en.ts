<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Cli</name>
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
</context>
<context>
    <name>ChangesPage</name>
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
        <source>%n more problem(s) of this kind are not listed.</source>
        <translation>
            <numerusform>%n more problem of this kind is not listed.</numerusform>
            <numerusform>%n more problems of this kind are not listed.</numerusform>
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
        <source>%n part(s) of history could not be read: </source>
        <translation>
            <numerusform>%n part of history could not be read: </numerusform>
            <numerusform>%n parts of history could not be read: </numerusform>
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
</TS>
