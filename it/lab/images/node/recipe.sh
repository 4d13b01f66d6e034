# shellcheck shell=bash disable=SC2034,SC2154
# node:VERSION-SUITE[-slim]. Debian has one Node.js for a suite; the npm registry has every release as a package.
suite=${tag#*-}
suite=${suite%-slim}

prepare() {
    local context=$1 version=${tag%%-*} architecture
    need_package npm npm
    architecture=$(dpkg --print-architecture | sed 's/^amd64$/x64/')
    (
        cd "$context" || exit
        npm pack --silent "node-linux-$architecture@$version" npm@11
        mkdir node npm
        tar -xzf node-linux-*.tgz -C node --strip-components 1
        tar -xzf npm-*.tgz -C npm --strip-components 1
        rm ./*.tgz
        printf 'registry=%s\n' "$(npm config get registry)" >npmrc
    )
}
