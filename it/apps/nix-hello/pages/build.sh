# As they are written, without this script.
set -eu
mkdir -p "$out/share/www"
for file in index.html tides.js; do
    while IFS= read -r line; do printf '%s\n' "$line"; done <"$pages/$file" >"$out/share/www/$file"
done
