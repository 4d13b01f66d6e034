set -eu
mkdir -p "$out/bin"
printf '#!/bin/sh\nexec %s/bin/perl %s "$@"\n' "$interpreter" "$program" >"$out/bin/tides"
printf '#!/bin/sh\nexec %s/bin/perl -c %s\n' "$interpreter" "$program" >"$out/bin/check-tides"
chmod 0755 "$out/bin/tides" "$out/bin/check-tides"
