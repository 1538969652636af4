# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The commands. Each ends the script with the exit code of what it ran.

command_build() {
    build 'Building' "$@"
    if [ $# -eq 0 ]; then printf 'built: %s\n' "$binaries/bin" >&2; fi
}

command_test() {
    [ "$preset" != release ] || fail 'the release preset has no tests' 'Use PLUMBLINE_PRESET=dev or asan.'
    build 'Building everything'
    show_given_paths "$@"
    (cd "$repository" && inside build ctest --preset "$preset" "$@")
}

command_run() {
    build 'Building the programs' bin/plumbline bin/ai-cli
    for _path; do
        case $_path in -*) ;; *)
            [ -e "$_path" ] || fail "there is no $_path" 'Give the path of a repository, or none for the sample.' ;;
        esac
    done
    show_given_paths "$@"
    if [ $# -eq 0 ]; then
        make_sample "$cache/sample/platform-gitops"
        set -- "$cache/sample/platform-gitops"
    fi
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        outlives=yes
        inside session "$binaries/bin/plumbline" "$@"
    fi
    printf 'no display: writing a screenshot of every page instead\n' >&2
    _shots=$repository/build/screenshots/run
    rm -rf "$_shots"
    _opened=yes
    step 'Opening every page' offscreen --capture "$_shots" "$@" || _opened=
    list_screenshots "$_shots"
    [ -n "$_opened" ] || fail_with_log 'a page could not be shown'
}

command_exec() {
    [ $# -gt 0 ] || fail 'exec needs a program' 'For example: installer/dev exec ai-cli status'
    prepare
    show_given_paths "$@"
    _program=$1
    shift
    case $_program in
        */*) ;;
        *)
            for _folder in bin tests bench; do
                if [ -x "$binaries/$_folder/$_program" ]; then
                    inside session "$binaries/$_folder/$_program" "$@"
                fi
            done
            if [ "$host" = root ]; then _tool=$root/usr/bin/$_program; else _tool=$(command -v "$_program" || true); fi
            if [ ! -e "$_tool" ] && [ ! -L "$_tool" ]; then
                printf 'installer/dev: %s is not built\n  installer/dev build\n' "$_program" >&2
                exit 127
            fi
            ;;
    esac
    inside session "$_program" "$@"
}

command_shell() {
    prepare
    show_given_paths "$@"
    inside session bash "$@"
}

# bench [NAME [ARGS...]]: as for packages, unless a preset is asked for
command_bench() {
    if [ -z "${PLUMBLINE_PRESET:-}" ]; then
        preset=release
        binaries=$repository/build/$preset
    fi
    case ${1:-} in
        '' | -* | */*) _wanted='bench_*' ;;
        *)
            _wanted=bench_$1
            [ -f "$repository/tests/bench/$_wanted.cpp" ] || fail "there is no benchmark $1" \
                "There are: $(cd "$repository/tests/bench" && echo bench_*.cpp | sed 's/bench_//g; s/\.cpp//g')"
            shift
            ;;
    esac
    build 'Building the benchmarks' benchmarks
    show_given_paths "$@"
    for _program in "$binaries"/bench/$_wanted; do
        run_bench "$_program" "$@"
    done
}

run_bench() {
    _program=$1
    shift
    case $_program in */bench_history | */bench_changes) set -- --markdown "$@" ;; esac
    (cd "$repository" && inside build env QT_QPA_PLATFORM=offscreen "$_program" "$@")
}

command_capture() {
    if [ "${1:-}" = states ]; then
        [ $# -eq 1 ] || fail "capture states takes nothing more, not '$2'"
        capture_states
        return
    fi
    build 'Building the programs' bin/plumbline bin/ai-cli
    _work=$(mktemp -d "${TMPDIR:-/tmp}/plumbline-capture-XXXXXX")
    trap 'rm -rf "$_work"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    # Repositories go to a list, one a line; what is left of the arguments goes to plumbline.
    printf '%s\n' "$_work/sample" >"$_work/list"
    _count=$#
    while [ "$_count" -gt 0 ]; do
        _argument=$1
        shift
        _count=$((_count - 1))
        case $_argument in
            --page | --scale | --size)
                [ "$_count" -gt 0 ] || fail "$_argument needs a value"
                set -- "$@" "$_argument" "$1"
                shift
                _count=$((_count - 1))
                ;;
            -*) set -- "$@" "$_argument" ;;
            *)
                [ -e "$_argument" ] || fail "there is no $_argument"
                readlink -f -- "$_argument" >>"$_work/list"
                ;;
        esac
    done
    step 'Making the sample repository' offscreen_cli demo "$_work/sample" ||
        fail_with_log 'could not make the sample repository'
    _failed=
    # Read from another stream than the standard input, which the programs in the loop would drain.
    while IFS= read -r _path <&3; do capture_one "$_path" "$@" || _failed=yes; done 3<"$_work/list"
    list_screenshots "$repository/build/screenshots"
    [ -z "$_failed" ] || fail_with_log 'some pages could not be shown'
}

# Every state of the Changes page, as the test that proves them shows it.
capture_states() {
    [ "$preset" != release ] || fail 'the release preset has no tests' 'Use PLUMBLINE_PRESET=dev or asan.'
    build 'Building the test of every state' tst_changesstates
    for _scale in 1 2; do
        _shots=$repository/build/screenshots/states-${_scale}x
        rm -rf "$_shots"
        step "Capturing every state, scale $_scale" in_build env QT_QPA_PLATFORM=offscreen \
            QT_SCALE_FACTOR="$_scale" PLUMBLINE_CAPTURES="$_shots" "$binaries/tests/tst_changesstates" ||
            fail_with_log 'some states could not be shown'
    done
    list_screenshots "$repository/build/screenshots"
}

# capture_one REPOSITORY_OR_BUNDLE OPTIONS...: build/screenshots/NAME-light and NAME-dark
capture_one() {
    _path=$1
    shift
    _name=$(basename -- "$_path")
    case $_name in
        *.bundle)
            _name=${_name%.bundle}
            step "Cloning $_name" clone_bundle "$_path" "$_work/$_name" || return 1
            _path=$_work/$_name
            ;;
    esac
    given_paths=$_path
    _result=0
    for _theme in light dark; do
        _shots=$repository/build/screenshots/$_name-$_theme
        rm -rf "$_shots"
        step "Capturing $_name, $_theme" offscreen --capture "$_shots" --theme "$_theme" "$@" "$_path" || _result=1
    done
    return "$_result"
}

# A bundle may name no HEAD; then its main branch, or else its first, is checked out.
clone_bundle() {
    given_paths=$1
    in_build git clone -q "$1" "$2" || return 1
    if in_build git -C "$2" rev-parse -q --verify HEAD >/dev/null; then return 0; fi
    _branch=$(in_build git -C "$2" for-each-ref --format='%(refname:lstrip=3)' refs/remotes/origin |
        awk 'NR == 1 || /^(main|master)$/ {name = $0} END {print name}')
    [ -n "$_branch" ] && in_build git -C "$2" checkout -q "$_branch"
}

offscreen() { in_build env QT_QPA_PLATFORM=offscreen "$binaries/bin/plumbline" "$@"; }
offscreen_cli() { in_build "$binaries/bin/ai-cli" "$@"; }

list_screenshots() {
    if [ -d "$1" ]; then find "$1" -name '*.png' | sort; fi
}

# make_sample FOLDER: kept between calls; made anew when it is unfinished, gone, or what it is made of has changed.
make_sample() {
    _story=$(cd "$repository" && find app/cli/demo resources/demo -type f -exec cksum {} + | sort | cksum)
    if [ -d "$1/.git" ] && [ "$(cat "$1.complete" 2>/dev/null || true)" = "$_story" ]; then return; fi
    # Somebody may have worked in the older one.
    if [ -f "$1.complete" ] && [ -d "$1" ]; then rm -rf "$1.old" && mv "$1" "$1.old"; fi
    rm -rf "$1" "$1.complete"
    mkdir -p "$(dirname -- "$1")"
    step 'Making the sample repository' offscreen_cli demo "$1" || fail_with_log 'could not make the sample repository'
    printf '%s\n' "$_story" >"$1.complete"
}

command_clean() {
    case ${1:-} in
        '' | --all) ;;
        *) fail "clean knows --all only, not '$1'" ;;
    esac
    rm -rf --one-file-system "$repository/build"
    printf 'removed %s\n' "$repository/build" >&2
    if [ "${1:-}" = --all ]; then
        find_cache
        remove_root "$cache"
        printf 'removed %s\n' "$cache" >&2
    fi
}
