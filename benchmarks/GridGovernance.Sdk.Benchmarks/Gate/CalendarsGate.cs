using GridGovernance.Sdk.Benchmarks.Calendars;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of working time.</summary>
public sealed class CalendarsGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<WorkCalendarBenchmarks>("calendars.due", 0.1, b => b.Due(), b => b.LoopOverDays()).AtSizes([70], [70]),
        GateCase.Ratio<WorkCalendarBenchmarks>("calendars.due.table", 4, b => b.Due(), b => b.TableOfIntegers()).AtSizes([70], [3, 70, 420]),
        GateCase.Ratio<WorkCalendarBenchmarks>("calendars.due.long", 1.3, b => b.DueOf420Hours(), b => b.DueOfFewHours()).AtSizes([70], [70]),
        GateCase.Bytes<WorkCalendarBenchmarks>("calendars.due.bytes", 0, b => b.Due()).AtSizes([70], [3, 70, 420]),
        GateCase.Bytes<WorkCalendarBenchmarks>("calendars.due.working-days.bytes", 0, b => b.DueInWorkingDays()).AtSizes([70], [70]),
        GateCase.Bytes<WorkCalendarBenchmarks>("calendars.due.calendar-days.bytes", 0, b => b.DueInCalendarDays()).AtSizes([70], [70]),
        GateCase.Ratio<DeadlineLedgerBenchmarks>("calendars.ledger", 5, b => b.Due(), b => b.TableOfIntegers()).AtSizes([100_000], [100_000]),
        GateCase.Bytes<DeadlineLedgerBenchmarks>("calendars.ledger.bytes", 0, b => b.Due()).AtSizes([100_000], [100_000]),
    ];
}
