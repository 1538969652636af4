# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Configuring and compiling.

preset=${PLUMBLINE_PRESET:-dev}
case $preset in
    dev | asan | release) ;;
    *) fail "PLUMBLINE_PRESET is '$preset'; it can be dev, asan or release" ;;
esac
binaries=$repository/build/$preset

in_build() { (cd "$repository" && inside build "$@"); }

# As many compilers as cores, but one for each gigabyte of free memory at most.
jobs() {
    _cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    _memory=$(awk '/^MemAvailable:/ {print int($2 / 1048576)}' /proc/meminfo 2>/dev/null || true)
    if [ "${_memory:-$_cores}" -lt "$_cores" ]; then _cores=$_memory; fi
    if [ "$_cores" -lt 1 ]; then _cores=1; fi
    echo "$_cores"
}

# build WHAT [TARGET...]
build() {
    prepare
    mkdir -p "$repository/build" 2>/dev/null || true
    open_log
    with_lock "$repository/build/.lock" build_locked "$@"
}

build_locked() {
    _what=$1
    shift
    configure
    # Nothing to do is the usual answer before `run` and costs no line.
    if in_build ninja -C "$binaries" -n "$@" 2>/dev/null | grep -q '^ninja: no work to do'; then return; fi
    need_space "$repository/build" 1500 'the build' 'clone the repository to a larger disk.'
    step "$_what" in_build ninja -C "$binaries" -j "$(jobs)" "$@" || {
        if logged 'No space left on device'; then
            fail_with_log 'the disk is full' "Free 2 GB in $repository/build and call again: the build goes on."
        elif logged 'Killed signal|cc1plus.*Killed|out of memory'; then
            fail_with_log 'not enough memory for the compiler' 'Close something and call again: the build goes on.'
        elif logged 'unknown target'; then
            fail_with_log 'no such target' "The targets: installer/dev exec ninja -C $binaries -t targets all"
        fi
        tail_lines=40
        fail_with_log 'the build failed'
    }
}

# Configures when nothing is configured yet, or for another environment, another place or other presets.
configure() {
    _environment=$host${root:+ $root}
    _now="$_environment|$repository|$(cksum <"$repository/CMakePresets.json")"
    _before=$(cat "$binaries/.configured" 2>/dev/null || true)
    if [ "$_before" = "$_now" ] && [ -f "$binaries/build.ninja" ]; then return; fi
    need_space "$repository/build" 1500 'the build' 'clone the repository to a larger disk.'
    _fresh=
    if [ "${_before%|*}" != "${_now%|*}" ] || [ ! -f "$binaries/build.ninja" ]; then _fresh=--fresh; fi
    step "Configuring ($preset)" in_build cmake $_fresh --preset "$preset" || {
        rm -f "$binaries/.configured"
        fail_with_log 'could not configure the build' \
            'If a package is missing though installer/packages names it: installer/dev clean --all makes all anew.'
    }
    printf '%s' "$_now" >"$binaries/.configured"
}
