# shellcheck shell=bash disable=SC2034,SC2154
# golang:VERSION-SUITE. Every Go release is a Go module too: golang.org/toolchain.
suite=${tag#*-}

prepare() {
    local context=$1 version=${tag%%-*} system release
    need_package go golang-go
    system=linux-$(dpkg --print-architecture)
    (
        cd "$context" || exit
        export GOFLAGS=-modcacherw GOMODCACHE=$context/modules GO111MODULE=on
        release=$(go list -m -versions golang.org/toolchain | tr ' ' '\n' |
            grep -E "^v[0-9.]+-go${version//./\\.}(\.[0-9]+)*\.$system$" | sort -V | tail -n 1)
        if [ -z "$release" ]; then fail "no Go $version to be had for $system"; fi
        go mod download "golang.org/toolchain@$release"
        mv "modules/golang.org/toolchain@$release" go
        rm -r modules
        # A module holds no go.mod but its own, and no mode bits.
        find go -name _go.mod -execdir mv _go.mod go.mod ';'
        chmod 755 go/bin/* go/pkg/tool/*/*
        # The address that this machine's go uses, and no credentials.
        printf 'GOPROXY=%s\nGOSUMDB=%s\nGOTOOLCHAIN=local\n' \
            "$(go env GOPROXY | sed -E 's,//[^/@]*@,//,g')" "$(go env GOSUMDB)" >go/go.env
    )
}
