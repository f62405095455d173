#!/usr/bin/env bash
# Divides the benchmark's units, people as weights, with Debian's gpmetis, parent by parent, eight times, and holds our plan against the best of them:
#   benchmarks/metis.sh [SIZE…]        2000 20000 200000 without a size
# Prints "metis.NAME@SIZE ours theirs ok|short" a line, and ends with 1 when one is short, with 2 where gpmetis is not installed.
set -euo pipefail
command -v gpmetis >/dev/null || { echo "metis.sh: gpmetis was expected on the path (Debian: apt-get install metis), but is not there." >&2; exit 2; }
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet build -c Release -v q --nologo GridGovernance.Sdk.Benchmarks >&2
bench() { dotnet run -c Release --no-build --project GridGovernance.Sdk.Benchmarks -- "$@"; }
status=0
for size in "${@:-2000 20000 200000}"; do for n in $size; do
  out="$folder/$n"
  bench --metis write "$n" "$out"
  # The CPU time of the eight runs, as the shell counts that of its children.
  TIMEFORMAT='%U %S'
  used=$( { time (
    cd "$out"
    for run in 1 2 3 4 5 6 7 8; do
      while read -r parent parts; do
        if [ "$parts" -eq 1 ]; then
          head -n 1 "$parent.graph" | { read -r units _; yes 0 | head -n "$units" || true; } >"$parent.part.$run"
        else
          gpmetis -contig -minconn -seed="$run" "$parent.graph" "$parts" >/dev/null
          mv "$parent.graph.part.$parts" "$parent.part.$run"
        fi
      done <parents.txt
    done
  ); } 2>&1 )
  awk '{ print $1 + $2 }' <<<"$used" >"$out/seconds.txt"
  bench --metis score "$n" "$out" || status=$?
done; done
exit "$status"
