# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the names are used, and $top is set, by the script that sources this
# What plugin/run, tests/run and .ci/run share: installing what is missing, building, and the unprivileged
# place that Wireshark runs in. Sourced, not run. Needs $top, the top of the checkout.

readonly build_packages=(tshark wireshark-dev cmake ninja-build gcc libc6-dev pkg-config libnghttp3-dev)
readonly nobody=65534

step() {
    printf 'httpcodes: %s\n' "$*" >&2
}

fail() {
    step "$@"
    exit 1
}

# One line for the user; everything else goes to a log, whose end is shown only if the step fails.
logged_step() {
    local title=$1
    shift
    step "$title"
    mkdir -p "$top/build" || fail "cannot write to $top: clone httpcodes into a folder of your own"
    local log=$top/build/set-up.log
    printf '\n== %s\n$ %s\n' "$title" "$*" >>"$log"
    "$@" </dev/null >>"$log" 2>&1 && return
    tail -n 20 "$log" >&2
    fail "that failed; all of it is in $log"
}

missing_packages() {
    local package
    for package; do
        [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) == ii* ]] || echo "$package"
    done
}

install_missing() {
    local missing as_root=()
    read -r -d '' -a missing <<<"$(missing_packages "$@")" || true
    ((${#missing[@]})) || return 0
    if ((EUID)); then
        local otherwise="as root, please: apt-get install --no-install-recommends ${missing[*]}"
        command -v sudo >/dev/null || fail "$otherwise"
        # Who may do it without a password may have none to give.
        sudo -n true 2>/dev/null || sudo -v || fail "$otherwise"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
    logged_step "reading the package lists (once)" "${apt[@]}" update
    logged_step "installing ${missing[*]} (once)" "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"
}

# Only Debian's and Ubuntu's package names are known well enough to install anything by itself.
require_tools() {
    local tool
    for tool in tshark cmake ninja cc; do
        command -v "$tool" >/dev/null || fail "$tool is missing. Please install: the tshark program and the" \
            "development files of Wireshark 4.0 or later (Fedora: wireshark-cli wireshark-devel; Arch:" \
            "wireshark-cli; openSUSE: wireshark wireshark-devel), CMake 3.25 or later, Ninja and a C compiler;" \
            "for the headers of HTTP/3 also pkg-config and the development files of nghttp3"
    done
}

install_what_is_missing() {
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        install_missing "$@"
    else
        require_tools
    fi
}

# The machine's own Debian mirror, whatever format its apt sources have; known once package lists were read.
# shellcheck disable=SC2016 # the variable is apt's
mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' |
        sed -n '1s|/$||p'
}

wireshark_version() {
    tshark --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9.]*[0-9]\).*/\1/p'
}

# build_preset PRESET TARGET [cmake options]
build_preset() {
    logged_step "building for Wireshark $(wireshark_version)" configure_and_build "$@"
}

# Where the sources are built in another root; kept, so that the next run compiles only what changed.
folder_in_root() {
    echo "/var/lib/httpcodes-tests/$(cksum <<<"$top" | cut -d ' ' -f 1)"
}

copy_sources() {
    local folder=$1
    mkdir -p "$folder"
    rm -rf "$folder/plugin" "$folder/tests"
    cp -a "$top/plugin" "$top/tests" "$top"/{CMakeLists.txt,CMakePresets.json,LICENSE} "$folder"
}

# build_in_root ROOT PRESET TARGET: what was copied into the folder above.
build_in_root() {
    ((EUID == 0)) || fail "only root can use the Wireshark of $1"
    logged_step "building in $1" chroot "$1" env -C "$(folder_in_root)" sh -c \
        "cmake --preset '$2' && cmake --build 'build/$2' --target '$3'"
}

configure_and_build() {
    cmake -E chdir "$top" cmake --preset "$1" "${@:3}" && cmake --build "$top/build/$1" --target "$2"
}
