using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using NodaTime;

namespace CountyQuickstart.Steps;

/// <summary>A case as it stands at the end of the run: one line of <c>cases.csv</c>, from which every count of the summary can be recounted.</summary>
internal sealed record CaseRow
{
    /// <summary>The clock that runs from report to closure in every lifecycle of the model.</summary>
    internal const string ClosureClock = "closure";

    internal required GridCase Case { get; init; }

    /// <summary>Gets the class of the matter.</summary>
    internal required string Category { get; init; }

    /// <summary>Gets the last instant at which closure is in time.</summary>
    internal required Instant DueAt { get; init; }

    /// <summary>Gets the seat that must act next, or in a closed case the one that handled it.</summary>
    internal required string Responsible { get; init; }

    /// <summary>Gets a value indicating whether the deadline fell within the run.</summary>
    internal required bool IsDue { get; init; }

    internal bool IsClosed => Case.ClosedAt is not null;

    internal bool IsClosedOnTime => Case.ClosedAt <= DueAt;

    /// <summary>Gets a value indicating whether the case was open beyond its deadline when the run ended.</summary>
    internal required bool IsOverdue { get; init; }

    internal static CaseRow From(GridCase one, MatterCatalogue matters, GridGovernance.Sdk.Calendars.WorkCalendar calendar, Instant end)
    {
        var clock = one.Clock(ClosureClock) ?? throw new UnusableInputException($"Every lifecycle must have a clock \"{ClosureClock}\", but \"{one.Tier}\" has none.");

        // The time that a paused case has left is known, not when it will go on: at the earliest, now.
        var dueAt = clock.Status == ClockStatus.Paused && clock.Ledger.IsPaused && clock.Ledger.Resume(end).Due(calendar) is { IsKnown: true } due
            ? due.At
            : clock.DueAt;
        return new CaseRow
        {
            Case = one,
            Category = matters.TryFind(one.Matter, out var matter) ? matter.Class : one.Matter,
            DueAt = dueAt,
            Responsible = (one.Responsible ?? one.Handler ?? one.Lead ?? one.Reporter).ToString(),
            IsDue = dueAt <= end,
            IsOverdue = one.IsOpen && dueAt < end,
        };
    }
}
