#!/usr/bin/env bash
# Mutates one room and runs its tests: tests/mutate.sh ROOM [FILE…], such as tests/mutate.sh Calendars DueCounter KnownRuns.
# A room of the simulation is found too. Prints the score; the report is in the folder StrykerOutput of the room's tests. JOBS=2 runs two test hosts at once.
set -euo pipefail
room=${1:?"a room was expected, such as Calendars"}
shift
cd "$(dirname "$0")"
tests=GridGovernance.Sdk.Tests
[ ! -d "../src/GridGovernance.Sdk.Simulation/$room" ] || tests=GridGovernance.Sdk.Simulation.Tests
cd "$tests"
export GG_PBT_RUNS="${GG_PBT_RUNS:-30}" GG_PBT_REPLAY="${GG_PBT_REPLAY:-20260101,1}"
# Analysers and profile-guided compilation cost more than runs as short as these gain from them.
export RunAnalyzers=false EnableAotAnalyzer=false EnableTrimAnalyzer=false EnableSingleFileAnalyzer=false DOTNET_TieredPGO=0
files=()
for file in "${@:-*}"; do files+=(--mutate "**/$room/**/${file%.cs}.cs"); done
dotnet tool restore
dotnet stryker --skip-version-check --concurrency "${JOBS:-1}" --test-case-filter "FullyQualifiedName~.$room." "${files[@]}"
