# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Running a program in the prepared environment.
#
#   inside build COMMAND...    the user's files, but no display, bus, agent or fonts of the host: the same everywhere
#   inside session COMMAND...  with the user's desktop session
#
# Both replace the calling shell: call them in a subshell to come back. They read `given_paths` (more paths to show,
# one a line) and `outlives` (not empty: the program stays when the caller ends).

prepare() {
    find_cache
    find_host
    if [ "$host" = native ]; then prepare_native; else prepare_root; fi
}

session_variables='DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS SSH_AUTH_SOCK QT_QPA_PLATFORM'
# What would make a build or a test differ from one shell to the next.
build_variables='CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CMAKE_PREFIX_PATH PKG_CONFIG_PATH GIT_DIR GIT_WORK_TREE
    GIT_INDEX_FILE'
# What points into the host's /usr, which is not there inside.
host_variables='LD_PRELOAD LD_LIBRARY_PATH QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH PYTHONHOME PYTHONPATH'

inside() {
    _kind=$1
    shift
    export CCACHE_DIR="$cache/ccache" CCACHE_MAXSIZE=5G
    # Another clone of the same commit finds what this one compiled.
    export CCACHE_BASEDIR="$repository" CCACHE_NOHASHDIR=true
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    # shellcheck disable=SC2086
    if [ "$_kind" = build ]; then unset $build_variables $session_variables; fi
    if [ "$host" = native ]; then exec "$@"; fi
    # shellcheck disable=SC2086
    unset $host_variables
    # In a session the user's own folders stay, for what hooks call; the root's programs come first.
    if [ "$_kind" = session ]; then users_path=:$PATH; else users_path=; fi
    export PATH="$binaries/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin$users_path"
    export XDG_DATA_DIRS=/usr/local/share:/usr/share LC_ALL=C.UTF-8
    if [ -z "${TZ:-}" ]; then
        case $(readlink -f /etc/localtime || true) in
            */zoneinfo/*) TZ=$(readlink -f /etc/localtime) && export TZ="${TZ#*/zoneinfo/}" ;;
        esac
    fi
    enter_root "$_kind" "$@"
}

# enter_root KIND COMMAND...
# bubblewrap's options are collected behind the command, because a POSIX shell has one list only; at the end the
# command is rotated behind them.
enter_root() {
    _kind=$1
    shift
    _count=$#
    shared='
'
    set -- "$@" --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --dev-bind /dev /dev --dev-bind /proc /proc \
        --ro-bind-try /sys /sys --ro-bind-try "$root/var/cache/fontconfig" /var/cache/fontconfig \
        --ro-bind-try "$root/var/lib/dpkg" /var/lib/dpkg --tmpfs /var/tmp --tmpfs /run
    for _entry in bin sbin lib lib32 lib64 libx32; do
        if [ -L "$root/$_entry" ]; then set -- "$@" --symlink "$(readlink "$root/$_entry")" "/$_entry"; fi
    done
    for _entry in resolv.conf hosts machine-id gitconfig ssl/certs/ca-certificates.crt; do
        _real=$(readlink -f "/etc/$_entry" || true)
        if [ -f "$_real" ] && [ -f "$root/etc/$_entry" ]; then set -- "$@" --ro-bind "$_real" "/etc/$_entry"; fi
    done
    for _entry in passwd group; do
        join_accounts "$_entry" || continue
        set -- "$@" --ro-bind "$cache/accounts/$_entry" "/etc/$_entry"
    done
    # Every other top folder of the host is shown under its name, so that a path means the same inside.
    for _entry in /* /.[!.]*; do
        case ${_entry#/} in
            bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | lost+found | proc | run | sbin | sys | usr | var)
                continue ;;
        esac
        if [ -L "$_entry" ]; then
            set -- "$@" --symlink "$(readlink "$_entry")" "$_entry"
        elif [ -d "$_entry" ]; then
            set -- "$@" --bind-try "$_entry" "$_entry"
            shared="$shared$_entry
"
        fi
    done
    if [ "$_kind" = session ]; then
        set -- "$@" --ro-bind-try /usr/share/fonts /usr/local/share/fonts/host \
            --ro-bind-try /usr/local/share/fonts /usr/local/share/fonts/host-local
    fi
    while IFS= read -r _entry; do
        case $_entry in /?*) ;; *) continue ;; esac
        if [ ! -e "$_entry" ] || is_shared "$_entry"; then continue; fi
        # Below /usr and /etc, which are read-only inside, the place must exist beforehand.
        case $_entry in /usr/* | /etc/*) if [ -d "$_entry" ]; then mkdir -p "$root$_entry"; fi ;; esac
        set -- "$@" --bind "$_entry" "$_entry"
        shared="$shared$_entry
"
    done <<WANTED
$(wanted_paths "$_kind")
WANTED
    if [ "$_kind" = build ] || [ ! -d "${XDG_RUNTIME_DIR:-/nonexistent}" ]; then
        mkdir -p "$cache/runtime" && chmod 700 "$cache/runtime"
        set -- "$@" --bind "$cache/runtime" "/run/user/$(id -u)"
        XDG_RUNTIME_DIR=/run/user/$(id -u)
        export XDG_RUNTIME_DIR
    fi
    if [ -z "${outlives:-}" ]; then set -- "$@" --die-with-parent; fi
    set -- "$@" --chdir "$PWD" --
    while [ "$_count" -gt 0 ]; do
        set -- "$@" "$1"
        shift
        _count=$((_count - 1))
    done
    exec bwrap "$@"
}

# Who is who inside: the host's accounts, and those that packages of the environment made for themselves (sshd's).
# join_accounts passwd|group: the file of that name in $cache/accounts
join_accounts() {
    mkdir -p "$cache/accounts"
    awk -F: '!seen[$1]++' "/etc/$1" "$root/etc/$1" >"$cache/accounts/$1.$$" &&
        mv "$cache/accounts/$1.$$" "$cache/accounts/$1"
}

# The paths that must be visible wherever they are, one a line.
wanted_paths() {
    printf '%s\n' "$HOME" "$repository" "$PWD" "${TMPDIR:-/tmp}" "$cache" "${given_paths:-}"
    [ "$1" = session ] || return 0
    printf '%s\n' "${XDG_RUNTIME_DIR:-}" "${SSH_AUTH_SOCK:-}" "${XAUTHORITY:-}" "${WAYLAND_DISPLAY:-}"
    case ${DBUS_SESSION_BUS_ADDRESS:-} in
        unix:path=*) printf '%s\n' "${DBUS_SESSION_BUS_ADDRESS#unix:path=}" | sed 's/[,;].*//' ;;
    esac
}

# Whether a folder that is shown already contains the path.
is_shared() {
    shared_path=$1
    while [ "$shared_path" != / ] && [ "$shared_path" != . ]; do
        case $shared in *"
$shared_path
"*) return 0 ;; esac
        shared_path=$(dirname -- "$shared_path")
    done
    return 1
}

# Remembers the existing paths among the arguments that may lie outside the current folder, also behind "--option=".
show_given_paths() {
    for _argument; do
        case $_argument in --*=*) _argument=${_argument#*=} ;; esac
        [ -e "$_argument" ] || continue
        case $_argument in
            /* | *..*) ;;
            *) [ -L "$_argument" ] || continue ;;
        esac
        given_paths="${given_paths:-}
$_argument
$(readlink -f -- "$_argument")"
    done
}
