# shellcheck shell=bash
# Stand-ins for base images: a base from Debian packages, and on it the recipe's Dockerfile, tagged with the very name
# that the rendered Dockerfiles use. Sourced.

# shellcheck source=base.sh
. "$(dirname "${BASH_SOURCE[0]}")/base.sh"

readonly base_table=$lab_source/../../fullstack-maven-plugin/src/main/resources/META-INF/fullstack/base-images.json

# Every string value of the table that names an image.
named_images() { grep -oE ':[[:space:]]*"[^"]+:[^"]+"' "$base_table" | sed -E 's/^:[[:space:]]*"//; s/"$//'; }

# images_of ROLE...: the images that the table names for these roles.
images_of() {
    local role
    for role in "$@"; do sed -nE "s/^[[:space:]]*\"$role\"[[:space:]]*:[[:space:]]*\"([^\"]+)\".*/\1/p" "$base_table"; done
}

# docker.io/library/node:26-trixie-slim is repository node, tag 26-trixie-slim.
repository_of() {
    local name=${1##*/}
    printf '%s' "${name%%[:@]*}"
}

tag_of() {
    local name=${1##*/}
    case $name in
    *:*) printf '%s' "${name#*:}" ;;
    *) printf 'latest' ;;
    esac
}

# folder_of KIND IMAGE: the folder below KIND (images or proofs) that is about IMAGE: REPOSITORY-WORD where a word of the
# tag has one of its own (rust-slim), else REPOSITORY.
folder_of() {
    local repository word
    repository=$(repository_of "$2")
    for word in $(tag_of "$2" | tr - ' '); do
        if [ -d "$lab_source/$1/$repository-$word" ]; then
            printf '%s/%s/%s-%s' "$lab_source" "$1" "$repository" "$word"
            return 0
        fi
    done
    printf '%s/%s/%s' "$lab_source" "$1" "$repository"
}

recipe_of() { folder_of images "$1"; }

# REPOSITORY:TAG, as a person says it.
short_name() { printf '%s:%s' "$(repository_of "$1")" "$(tag_of "$1")"; }

# said_by_recipe IMAGE VARIABLE: what its recipe sets that to.
said_by_recipe() (
    # shellcheck disable=SC2034 # for the recipe
    tag=$(tag_of "$1")
    # shellcheck source=/dev/null
    . "$(recipe_of "$1")/recipe.sh"
    printf '%s' "${!2:-}"
)

require_recipe() {
    if [ -f "$(recipe_of "$1")/recipe.sh" ]; then return 0; fi
    fail "no recipe for a stand-in of $1: add the folder $(recipe_of "$1") (see README.md)"
}

# Changes when the stand-in would come out differently: with its recipe, or with what its base is made of.
recipe_digest() {
    local from
    from=$(said_by_recipe "$1" from)
    {
        base_ingredients
        if [ -n "$from" ]; then recipe_digest "$from"; fi
        cd "$(recipe_of "$1")" || exit
        find . -type f | LC_ALL=C sort | xargs cat
    } | sha256sum | cut -c1-16
}

# What is to be done for IMAGE: nothing (it is there), or "pull", or "make", or "forgo": neither can be done here.
image_need() {
    local stand_in
    if stand_in=$(docker image inspect --format "{{index .Config.Labels \"$label_prefix.recipe\"}}" "$1" 2>/dev/null); then
        if [ -z "$stand_in" ] || [ "$stand_in" = "$(recipe_digest "$1")" ]; then return 0; fi
        printf 'make'
    elif timeout 15 docker manifest inspect "$1" >/dev/null 2>&1; then
        printf 'pull'
    elif [ -f "$(recipe_of "$1")/recipe.sh" ] && [ -n "$(said_by_recipe "$1" impossible)" ]; then
        printf 'forgo'
    else
        printf 'make'
    fi
}

is_there() { docker image inspect "$1" >/dev/null 2>&1; }

is_stand_in() {
    [ "$(docker image inspect --format "{{index .Config.Labels \"$label_prefix.stand-in\"}}" "$1" 2>/dev/null)" = true ]
}

# make_stand_in IMAGE, in a process of its own: sources the recipe, which sets `suite` (or `from`, another stand-in to
# build on) and `build_args` from `tag`, and may define `prepare`.
make_stand_in() {
    local image=$1 tag recipe suite='' from='' build_args=() context base previous
    # Another may be built on this one, and have had it made meanwhile.
    mkdir -p "$lab_home/locks"
    exec 8>"$lab_home/locks/$(short_name "$image" | tr : -)"
    flock 8
    if [ "$(image_need "$image")" != make ]; then return 0; fi
    previous=$(docker image inspect --format '{{.Id}}' "$image" 2>/dev/null || true)
    # shellcheck disable=SC2034 # for the recipe
    tag=$(tag_of "$image")
    recipe=$(recipe_of "$image")
    prepare() { :; }
    # shellcheck source=/dev/null
    . "$recipe/recipe.sh"
    if [ -n "$from" ]; then
        "$lab_source/lib/make-stand-in" "$from"
        base=$from
    else
        base=$(base_image "$suite")
    fi
    context=$(mktemp -d "$lab_home/context.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$context'" EXIT
    cp -r "$recipe/." "$context"
    prepare "$context"
    docker buildx build --builder default --load --progress plain \
        --build-arg "BASE=$base" "${build_args[@]}" \
        --label "$label_prefix.stand-in=true" --label "$label_prefix.recipe=$(recipe_digest "$image")" \
        --tag "$image" "$context"
    remove_outdated "$previous" "$suite" "$base"
}

# remove_outdated PREVIOUS SUITE BASE: the image that the stand-in replaces, and bases of its suite that are not BASE.
# What a container or another image still uses stays.
remove_outdated() {
    local outdated=() image
    if [ -n "$2" ]; then
        mapfile -t outdated < <(docker image ls --format '{{.Repository}}:{{.Tag}}' "${3%-*}-*" | grep -vxF "$3")
    fi
    if [ -n "$1" ]; then outdated+=("$1"); fi
    for image in "${outdated[@]}"; do docker image rm "$image" || true; done
}
