# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Debian 13 root in which Plumbline is built where the system's own packages do not suffice.
# One folder per package list, so that a changed list makes a new one; made beside its place and moved there when
# whole. A root made by an ordinary user is unpacked under the user's own name, so `rm -r` removes it.

marker=.plumbline-root # written last
recipe=1               # raise when this file makes roots differently

name_root() { root=$cache/root-$suite-$({ echo "$recipe"; wanted_packages; } | cksum | cut -d' ' -f1); }

# Cheap: called before everything.
root_is_whole() {
    [ -f "$root/$marker" ] || return 1
    has_programs "$root" >/dev/null || return 1
    [ "$(set -- "$root"/var/lib/dpkg/info/*.list; echo $#)" = "$(cat "$root/$marker")" ]
}

prepare_root() {
    name_root
    prepare_tools
    if root_is_whole; then
        touch -c "$root.used" 2>/dev/null || : >"$root.used"
        return
    fi
    open_log
    with_lock "$cache/lock" make_root
}

# Absolute links (c++ by the alternatives) lead nowhere as long as the root is not entered, so they count as they are.
has_programs() {
    for _program in cmake ninja c++ ld.mold git ccache bash; do
        if [ ! -e "$1/usr/bin/$_program" ] && [ ! -L "$1/usr/bin/$_program" ]; then
            echo "missing: $_program"
            return 1
        fi
    done
}

make_root() {
    if root_is_whole; then return; fi # another call made it while we waited
    if [ -e "$root" ]; then
        printf 'the environment in %s is damaged, making it anew\n' "$root" >&2
    fi
    remove_root "$root"
    remove_root "$root.new"
    forget_old_roots
    need_space "$cache" 2600 'the Debian 13 environment'
    _mirror=$(debian_mirror)
    [ -n "$_mirror" ] || if is_root && command -v apt-get >/dev/null; then
        step 'Reading the package lists of this system' apt-get update || true
        _mirror=$(debian_mirror)
    fi
    [ -n "$_mirror" ] || fail "this system's apt names no Debian mirror" \
        'Set PLUMBLINE_MIRROR to the address of one (and PLUMBLINE_KEYRING to its keyring: the package' \
        'debian-archive-keyring brings /usr/share/keyrings/debian-archive-keyring.gpg).'
    if ! step "Making the Debian 13 environment in $cache (once)" bootstrap "$_mirror"; then
        explain_failure "$_mirror"
        step 'Once more' bootstrap "$_mirror" || {
            explain_failure "$_mirror"
            fail_with_log 'could not make the Debian 13 environment' \
                "Check the network to $_mirror and call again; if it fails the same way, the lines above say why."
        }
    fi
    step 'Finishing it' finish_root || fail_with_log "the new environment in $root.new is not complete"
    mv "$root.new" "$root"
    : >"$root.used"
}

# bootstrap MIRROR: $root.new from nothing.
bootstrap() {
    remove_root "$root.new"
    _line="deb ${PLUMBLINE_KEYRING:+[signed-by=$PLUMBLINE_KEYRING] }$1 $suite main"
    # dpkg's option goes into its own configuration: given through apt it breaks mmdebstrap 1.3's call of dpkg.
    set -- --variant=apt --format=directory --dpkgopt=force-unsafe-io \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' \
        --aptopt='Acquire::Languages "none"' "--include=$(wanted_packages | paste -sd, -)"
    _settings=$(apt-config dump --no-empty Acquire::http Acquire::https Acquire::Check-Valid-Until Acquire::Check-Date \
        2>/dev/null | sed 's/;$//' || true)
    while IFS= read -r _setting; do
        case $_setting in *' "'*'"') set -- "$@" "--aptopt=$_setting" ;; esac
    done <<SETTINGS
$_settings
SETTINGS
    if is_root; then
        env -u TMPDIR mmdebstrap --mode=root "$@" "$suite" "$root.new" "$_line"
        return
    fi
    # As an ordinary user: made in a place that the mapped users may enter, unpacked as our own files.
    mkdir -p "$root.new"
    { TMPDIR=/var/tmp mmdebstrap --mode=unshare "$@" --format=tar "$suite" - "$_line" || echo failed >"$root.new/failed"; } |
        tar -C "$root.new" -x --no-same-owner --exclude='./dev/*'
    [ ! -e "$root.new/failed" ]
}

# The places on which entering lays the host's files, which a read-only root could not make then.
finish_root() {
    _new=$root.new
    chmod u+rwx "$_new" &&
        mkdir -p "$_new/usr/local/share/fonts/host" "$_new/usr/local/share/fonts/host-local" "$_new/etc/ssl/certs" &&
        for _file in gitconfig resolv.conf hosts passwd group machine-id; do
            if [ -L "$_new/etc/$_file" ]; then rm "$_new/etc/$_file"; fi
            [ -e "$_new/etc/$_file" ] || : >"$_new/etc/$_file"
        done
    # The host's proxy settings, which may hold a password, were needed for the download only.
    rm -f "$_new/etc/apt/apt.conf.d/99mmdebstrap"
    rm -rf "$_new/var/cache/apt/archives"
    has_programs "$_new" || return 1
    (set -- "$_new"/var/lib/dpkg/info/*.list; echo $# >"$_new/$marker")
}

# Stops with the way out for the failures that a second try would not change.
explain_failure() {
    if logged 'No space left on device'; then
        remove_root "$root.new"
        fail_with_log 'the disk is full' "Free 3 GB in $cache$(is_root || echo ' and 2 GB in /var/tmp'), or name a folder" \
            'on a larger disk in XDG_CACHE_HOME.'
    elif logged 'NO_PUBKEY|EXPKEYSIG|is not signed|keyring .* not'; then
        fail_with_log "this system does not trust the signature of $1" \
            'Install or update debian-archive-keyring, or name the right keyring in PLUMBLINE_KEYRING.'
    elif logged 'newuidmap|newgidmap|/etc/sub[ug]id|unshare.*(not permitted|failed)'; then
        fail_with_log 'this system does not give you user ids of your own for the environment' \
            "As root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
    elif ! logged '^I: downloading packages' && logged 'Could not (resolve|connect)|Unable to connect|Malformed entry|Connection (refused|timed out)|does not have a Release file|404 +Not Found|Failed to fetch'; then
        fail_with_log "the package mirror $1 cannot be used" \
            'Check the network (a proxy goes into http_proxy or apt'\''s configuration), or name another mirror' \
            'in PLUMBLINE_MIRROR, then call again.'
    fi
}

remove_root() {
    [ -e "$1" ] || return 0
    rm -rf --one-file-system "$1" 2>/dev/null || { chmod -R u+rwX "$1" 2>/dev/null; rm -rf --one-file-system "$1"; } ||
        fail "cannot remove $1" 'Something in it is mounted or in use: end it, then call again.'
}

# Roots of other package lists that nobody entered for two weeks.
forget_old_roots() {
    find "$cache" -maxdepth 1 -name 'root-*.used' -mtime +14 2>/dev/null | while IFS= read -r _used; do
        remove_root "${_used%.used}"
        rm -f "$_used"
    done
}
