#!/usr/bin/env bash
# Runs the same M/M/8 queue, at a load of 0.9, in Debian's SimPy and in ours:
#   benchmarks/simpy.sh [CUSTOMERS…]        1000000 without a number
# Prints "mm8.events-per-second@N ours theirs ratio" and "mm8.wait@N ours theirs theory" for each; an arrival is an event, and so is a departure.
# Ends with 2 where SimPy is not installed.
set -euo pipefail
python=/usr/bin/python3
"$python" -I -c 'import SimPy.Simulation' 2>/dev/null || { echo "simpy.sh: SimPy 2 was expected for $python (Debian: apt-get install python3-simpy), but is not there." >&2; exit 2; }
cd "$(dirname "$0")"
dotnet build -c Release -v q --nologo GridGovernance.Sdk.Benchmarks >&2
theirs() {
  "$python" -I - "$1" <<'PYTHON'
import random, sys, time
from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

customers, rng = int(sys.argv[1]), random.Random(8)


class Source(Process):
    def run(self):
        for _ in range(customers):
            yield hold, self, rng.expovariate(7.2)
            customer = Customer(sim=self.sim)
            self.sim.activate(customer, customer.run())


class Customer(Process):
    waited = 0.0

    def run(self):
        came = self.sim.now()
        yield request, self, desks
        Customer.waited += self.sim.now() - came
        yield hold, self, rng.expovariate(1.0)
        yield release, self, desks


simulation = Simulation()
simulation.initialize()
desks = Resource(8, sim=simulation)
source = Source(sim=simulation)
simulation.activate(source, source.run())
begin = time.process_time()
simulation.simulate(until=float("inf"))
print(2 * customers, time.process_time() - begin, Customer.waited / customers)
PYTHON
}
for customers in "${@:-1000000}"; do
  [[ "$customers" =~ ^[1-9][0-9]{0,7}$ ]] || { echo "simpy.sh: a number of customers from 1 to 99999999 was expected, but found \"$customers\"." >&2; exit 2; }
  read -r events seconds wait theory <<<"$(dotnet run -c Release --no-build --project GridGovernance.Sdk.Benchmarks -- --mm8 "$customers")"
  read -r their_events their_seconds their_wait <<<"$(theirs "$customers")"
  LC_ALL=C awk -v n="$customers" -v e="$events" -v s="$seconds" -v w="$wait" -v t="$theory" -v te="$their_events" -v ts="$their_seconds" -v tw="$their_wait" 'BEGIN {
    printf "mm8.events-per-second@%s %.0f %.0f %.1f\n", n, e / s, te / ts, (e / s) / (te / ts)
    printf "mm8.wait@%s %.4f %.4f %.4f\n", n, w, tw, t
  }'
done
