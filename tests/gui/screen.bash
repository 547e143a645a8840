# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154 # the names are used, and $top is set, by the script that sources this
# What the scripts of this folder share: a Wireshark, and a screen that nobody sees. Sourced behind plugin/setup.bash.

readonly screen_packages=(xvfb xdotool imagemagick)
readonly shown_packages=("${build_packages[@]}" wireshark fonts-dejavu-core)
readonly width=1280 height=800
readonly seconds_to_appear=60 seconds_to_end=20

# The folder with the Debian whose Wireshark it is, empty for the machine's; what is put into Wireshark's environment.
root=''
environment=()

use_root() {
    ((EUID == 0)) || fail "only root can use the Wireshark of $1"
    root=${1%/}
}

in_root() {
    if ((EUID)); then
        "$@"
    else
        chroot "${root:-/}" "$@"
    fi
}

# Wireshark ignores plugins when root runs it.
unprivileged() {
    if ((EUID)); then
        exec "$@"
    else
        exec chroot --userspec=$nobody:$nobody "${root:-/}" "$@"
    fi
}

install_wireshark() {
    local apt=(in_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Check-Valid-Until=false)
    install_what_is_missing "${screen_packages[@]}"
    if [[ -z $root ]]; then
        install_what_is_missing "${shown_packages[@]}"
    elif [[ ! -x $root/usr/bin/wireshark ]]; then
        logged_step "reading the package lists of $root" "${apt[@]}" update
        logged_step "installing Wireshark in $root" \
            "${apt[@]}" install --yes --no-install-recommends "${shown_packages[@]}"
    fi
}

# Everything in a place of its own: the user's settings would show. $inside is its name in the root.
make_place() {
    place=$(mktemp -d "$root/tmp/httpcodes-gui.XXXXXX")
    inside=${place#"$root"}
    mkdir -p "$place"/{home,settings/profiles,source,runtime}
    cp -R "$top"/{plugin,tests,CMakeLists.txt,CMakePresets.json,LICENSE} "$place/source"
}

# in_place COMMAND...: in the clone there, for the user there.
in_place() {
    in_root env -C "$inside/source" HOME="$inside/home" WIRESHARK_CONFIG_DIR="$inside/settings" "$@"
}

build_in_place() {
    logged_step 'configuring for the GUI' in_place cmake --preset release -DHTTPCODES_INSTALL=user
    logged_step 'building for the GUI' in_place cmake --build build/release --target httpcodes
}

# The place is Wireshark's user's from here on.
hand_place_over() {
    chmod -R a+rX "$place"
    chmod 700 "$place/runtime"
    ((EUID)) || chown -R "$nobody:$nobody" "$place"/{home,settings,runtime}
}

clean_up() {
    [[ -z ${wireshark-} ]] || kill "$wireshark" 2>/dev/null || true
    [[ -z ${screen-} ]] || kill "$screen" 2>/dev/null || true
    [[ -z ${place-} ]] || rm -rf "$place"
}

# wait_until SECONDS COMMAND...
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

start_screen() {
    Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp 3>"$place/display" >/dev/null 2>&1 &
    screen=$!
    wait_until $seconds_to_appear test -s "$place/display" || fail 'no screen'
    DISPLAY=:$(<"$place/display")
    export DISPLAY
}

# start_wireshark CAPTURE ARGUMENTS...: in the background; a capture of tests/captures.
start_wireshark() {
    unprivileged env HOME="$inside/home" XDG_RUNTIME_DIR="$inside/runtime" WIRESHARK_CONFIG_DIR="$inside/settings" \
        QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 "${environment[@]}" wireshark -o gui.update.enabled:FALSE "${@:2}" \
        -r "$inside/source/tests/captures/$1.pcapng" >"$place/log" 2>&1 &
    wireshark=$!
}

# The first window on the screen with this in its title.
has_window() {
    window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1) && [[ -n $window ]]
}

window_named() {
    wait_until $seconds_to_appear has_window "$1" || fail "no window '$1': $(<"$place/log")"
}

visible_windows() {
    xdotool search --onlyvisible --class wireshark 2>/dev/null | wc -l
}

has_windows() {
    (($(visible_windows) == $1))
}

has_ended() {
    ! kill -0 "$wireshark" 2>/dev/null
}

# As a user does: it then writes down what it remembers.
quit_wireshark() {
    xdotool key ctrl+q
    wait_until $seconds_to_end has_ended || fail 'it does not end'
    wireshark=''
}

kill_wireshark() {
    kill "$wireshark"
    wait "$wireshark" 2>/dev/null || true
    wireshark=''
}
