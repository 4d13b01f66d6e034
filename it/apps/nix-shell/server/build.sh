# One file: the interpreter of the development shell, by its place in the store, and the program.
set -eu
{
    echo "#!${interpreter:?is set by the development shell of flake.nix}/bin/perl"
    cat weather.pl
} >weather
"$interpreter/bin/perl" -c weather
