# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the user sees: one line per step with its time, a log, errors that say the way out.

log=

# fail MESSAGE [WAY_OUT...]: one line each, then exit 1.
fail() {
    printf 'installer/dev: %s\n' "$1" >&2
    shift
    for line; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# Opens the log once per call; an older one is kept until it is large.
open_log() {
    [ -z "$log" ] || return 0
    mkdir -p "$repository/build" 2>/dev/null || true
    [ -w "$repository/build" ] || fail \
        "cannot write to $repository/build" "Make it writable for $(id -un), or clone the repository where it is."
    log=$repository/build/installer.log
    if [ -f "$log" ] && [ "$(wc -c <"$log")" -gt 4000000 ]; then mv -f "$log" "$log.old"; fi
    printf '\n== %s: %s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$command" "$(uname -sr)" >>"$log" || fail \
        "cannot write $log" "Free some space on its disk, or make the file writable."
}

# step NAME COMMAND ARGS...: runs the command into the log and prints "NAME  12 s" when it ends.
# Returns the command's exit code; prints nothing else.
step() {
    step_name=$1
    shift
    open_log
    printf '> %s\n' "$step_name" >>"$log"
    step_offset=$(wc -c <"$log")
    step_start=$(date +%s)
    printf '%s … ' "$step_name" >&2
    step_ticker=
    if [ -t 2 ]; then tick "$step_name" & step_ticker=$!; fi
    step_code=0
    # Not "if step": errexit must stay off inside, and Ctrl+C must reach the command.
    "$@" >>"$log" 2>&1 </dev/null || step_code=$?
    if [ -n "$step_ticker" ]; then
        kill "$step_ticker" 2>/dev/null || true
        wait "$step_ticker" 2>/dev/null || true
        printf '\r\033[K%s … ' "$step_name" >&2
    fi
    step_took=$(($(date +%s) - step_start))
    if [ "$step_code" -eq 0 ]; then printf '%s s\n' "$step_took" >&2; else printf 'failed after %s s\n' "$step_took" >&2; fi
    return "$step_code"
}

# On a terminal: the compiler's own count beside the step's name, every second.
tick() {
    while sleep 1; do
        step_count=$(tail -n 1 "$log" | sed -n 's/^\(\[[0-9]*\/[0-9]*\]\).*/\1/p')
        [ -z "$step_count" ] || printf '\r\033[K%s … %s ' "$1" "$step_count" >&2
    done
}

# What the last step wrote.
step_log() { tail -c "+$((step_offset + 1))" "$log"; }

# fail_with_log MESSAGE [WAY_OUT...]: the end of what the step wrote first.
fail_with_log() {
    step_log | tail -n "${tail_lines:-15}" | sed 's/^/  | /' >&2
    fail_message=$1
    shift
    fail "$fail_message" "$@" "Whole log: $log"
}

# Whether the last step wrote a line that matches.
logged() { step_log | grep -iE -- "$1" >/dev/null; }

# need_space FOLDER MEGABYTES WHAT
need_space() {
    space_free=$(df -Pk "$1" 2>/dev/null | awk 'NR == 2 {print int($4 / 1024)}')
    [ -n "$space_free" ] || return 0
    [ "$space_free" -ge "$2" ] || fail "not enough disk space for $3: $2 MB needed, $space_free MB free in $1" \
        "Free some there, or ${4:-name a folder on a larger disk in XDG_CACHE_HOME.}"
}

# with_lock FILE COMMAND...: one at a time; says so when it has to wait. The lock ends with the command.
with_lock() {
    lock_file=$1
    shift
    if ! command -v flock >/dev/null; then "$@"; return; fi
    {
        if ! flock -n 9; then
            printf 'another installer/dev is at work, waiting for it …\n' >&2
            flock 9
        fi
        "$@"
    } 9>"$lock_file"
}
