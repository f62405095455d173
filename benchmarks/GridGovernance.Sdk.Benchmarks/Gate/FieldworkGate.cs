using GridGovernance.Sdk.Benchmarks.Fieldwork;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of fieldwork.</summary>
public sealed class FieldworkGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<VisitDueListBenchmarks>("fieldwork.due-list", 3, b => b.OwingOn(), b => b.PassOverDates()).AtSizes([300_000], [3_000_000]),
        GateCase.Ratio<BroadcastBenchmarks>("fieldwork.broadcast", 3, b => b.Fold(), b => b.CountReached()).AtSizes([24_000], [240_000]),
        GateCase.Quotient<BroadcastBenchmarks>("fieldwork.broadcast.bytes", 32, b => b.BytesOfAFold(), b => b.Households()).AtSizes([24_000], [240_000]),
    ];
}
