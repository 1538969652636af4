# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What this machine is and has.

suite=trixie
is_root() { [ "$(id -u)" -eq 0 ]; }

# The cache folder: root, compiler cache, sample. Sets `cache`.
find_cache() {
    [ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
    export HOME
    case ${XDG_CACHE_HOME:-} in
        /*) cache=$XDG_CACHE_HOME/plumbline ;;
        *) cache=$HOME/.cache/plumbline ;;
    esac
    mkdir -p "$cache" 2>/dev/null || true
    [ -w "$cache" ] || fail "cannot write to the cache folder $cache" \
        "Name a writable folder with 3 GB of space in XDG_CACHE_HOME."
}

# The packages that installer/packages names, sorted, one a line.
wanted_packages() { sed 's/#.*//' "$repository/installer/packages" | tr -s '[:space:]' '\n' | sed '/^$/d' | sort -u; }

# native or root; sets `host`.
find_host() {
    host=${PLUMBLINE_HOST:-}
    case $host in
        native | root) return ;;
        '') ;;
        *) fail "PLUMBLINE_HOST is '$host'; it can be native or root" ;;
    esac
    host=root
    # shellcheck source=/dev/null
    [ ! -r /etc/os-release ] || if (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-0}" -ge 13 ]) \
        2>/dev/null; then host=native; fi
}

# install_on_host PACKAGES...: with apt when we may, else says the command.
install_on_host() {
    if ! is_root; then
        fail "these packages are missing on this system: $*" "sudo apt-get install --no-install-recommends $*"
    fi
    step 'Reading the package lists of this system' apt-get update ||
        fail_with_log 'no package mirror answers' 'Check the network and /etc/apt, then call again.'
    step "Installing $*" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
        fail_with_log "could not install: $*" 'Install them by hand, then call again.'
}

# Native mode: every wanted package is there, or gets there.
prepare_native() {
    if ! command -v dpkg-query >/dev/null; then
        for _program in cmake ninja c++ git; do
            command -v "$_program" >/dev/null || fail "$_program is missing" \
                'PLUMBLINE_HOST=native was asked for: install what installer/packages names, by your system'\''s names.'
        done
        return 0
    fi
    _have=$cache/native-$(wanted_packages | cksum | cut -d' ' -f1)
    # dpkg's status file is newer after every installation or removal.
    if [ -e "$_have" ] && [ -z "$(find /var/lib/dpkg/status -newer "$_have")" ]; then return 0; fi
    # shellcheck disable=SC2046
    _missing=$({ wanted_packages; dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(wanted_packages) \
        2>/dev/null | sed -n 's/^installed //p' | sort -u; } | sort | uniq -u)
    # shellcheck disable=SC2086
    [ -z "$_missing" ] || install_on_host $_missing
    : >"$_have"
}

# Root mode: the tools that make and enter a root, and the right to do so.
prepare_tools() {
    [ "$(uname -s)" = Linux ] || fail "Plumbline is built on Linux; this is $(uname -s)" \
        'Use a Linux machine, virtual machine or container.'
    _missing=
    command -v bwrap >/dev/null || _missing=bubblewrap
    if [ ! -f "$root/$marker" ]; then
        command -v mmdebstrap >/dev/null || _missing="$_missing mmdebstrap"
        is_root || command -v newuidmap >/dev/null || _missing="$_missing uidmap"
    fi
    if [ -n "$_missing" ]; then
        command -v apt-get >/dev/null || fail "this system is not supported: it has no apt-get, and lacks:$_missing" \
            'Either install these tools by its own means and set PLUMBLINE_MIRROR to a Debian mirror,' \
            'or install what installer/packages names (Qt 6.8, KDE Frameworks 6, libgit2 1.9, g++ 14)' \
            'and set PLUMBLINE_HOST=native, or use a Debian 13 container.'
        # shellcheck disable=SC2086
        install_on_host $_missing
    fi
    bwrap --ro-bind / / --dev-bind /dev /dev true 2>/dev/null || no_namespaces
}

no_namespaces() {
    if is_root; then
        fail 'this container does not let root mount folders, so no environment can be entered' \
            'Start the container with --cap-add SYS_ADMIN --security-opt seccomp=unconfined (or --privileged),' \
            'or use a Debian 13 container: there nothing has to be entered.'
    fi
    fail 'this system lets ordinary users make no user namespaces, and you are not root' \
        'One of these helps (as root):' \
        '  sysctl kernel.unprivileged_userns_clone=1 user.max_user_namespaces=15000' \
        '  sysctl kernel.apparmor_restrict_unprivileged_userns=0     (Ubuntu 24.04 and later)' \
        '  sudo sh installer/dev ...' \
        'or use a Debian 13 system, where nothing has to be entered.'
}

# Prints the address of a Debian mirror: the user's, or the first one of this system's apt.
debian_mirror() {
    if [ -n "${PLUMBLINE_MIRROR:-}" ]; then printf '%s\n' "$PLUMBLINE_MIRROR"; return; fi
    command -v apt-get >/dev/null || return 0
    _mirrors=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' \
        2>/dev/null || true)
    # Without downloaded lists apt does not know the origin; the path then tells.
    [ -n "$_mirrors" ] || _mirrors=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        grep '/debian/*$' || true)
    printf '%s\n' "$_mirrors" | head -n 1
}
