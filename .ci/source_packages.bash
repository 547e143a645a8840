# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the names are used, and $top is set, by the script that sources this
# Wireshark's source packages, by apt-get source from the machine's own mirror. Sourced, not run; needs $top.

readonly kept=$top/build/wireshark-source
# What a check ends with where it cannot be made here.
readonly skipped=77
# This Debian and Debian 13.
# shellcheck source=/dev/null
suites=("$(. /etc/os-release && echo "$VERSION_CODENAME")" trixie)
readonly suites

# The machine's apt sources as sources of source packages; each suite's in the format of a list of their own.
# shellcheck disable=SC2016 # the variables are apt's
archives() {
    apt-get indextargets --format "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] \
\$(REPO_URI) $1 \$(COMPONENT)" 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u
}

# Reads and writes no file of the machine's apt but its settings.
apt_of() {
    local folder=$1
    shift
    apt-get -o Dir::Etc::SourceList="$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$folder/lists" -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root "$@"
}

# unpack SUITE: Wireshark's sources as this suite has them.
unpack() {
    local suite=$1 folder=$kept/$1
    rm -rf "$folder"
    mkdir -p "$folder/lists/partial"
    archives "$suite" >"$folder/sources.list"
    apt_of "$folder" update
    (cd "$folder" && apt_of "$folder" source --download-only --tar-only "wireshark/$suite")
    tar -xf "$folder"/wireshark_*.orig.tar.* -C "$folder" --strip-components=1
    rm -rf "$folder/lists" "$folder"/wireshark_*.orig.tar.*
}

# unpack_once SUITE: in a folder of its name. What the archive has not is said, and is no failure of ours.
unpack_once() {
    local suite=$1 folder=$kept/$1
    mkdir -p "$kept"
    [[ -e $folder/CMakeLists.txt ]] || unpack "$suite" >"$folder.log" 2>&1 || true
    [[ -e $folder/CMakeLists.txt ]] || {
        grep '^E:' "$folder.log" || tail -n 1 "$folder.log"
        step "no source package of Wireshark for $suite"
        return "$skipped"
    }
}
