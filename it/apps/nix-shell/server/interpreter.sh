# Perl with its loader, its libraries and its modules, in one directory.
set -eu
perl=$(command -v perl)
mkdir -p "$out/lib" "$out/modules"
cp -L "$perl" "$out/lib/perl"
ldd "$perl" | grep -o '/[^ ]*' | while read -r library; do cp -L "$library" "$out/lib/"; done
mv "$out"/lib/ld-linux* "$out/lib/loader"
perl -e 'print "$_\n" for @INC' | while read -r directory; do
    if [ -f "$directory/IO/Socket.pm" ]; then cp -RL "$directory/." "$out/modules/"; fi
done
mkdir -p "$out/bin"
cat >"$out/bin/perl" <<EOF
#!/bin/sh
exec $out/lib/loader --library-path $out/lib $out/lib/perl -I$out/modules "\$@"
EOF
chmod 0755 "$out/bin/perl"
