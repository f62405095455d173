using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;

namespace CountyQuickstart.Steps;

/// <summary>Turns cases into what assessment asks of them: whom a case counts for, and what became of it.</summary>
/// <remarks>A grid worker answers for what the grid handled itself, and for the validity of every report; a department for what it led.
/// So nobody is marked down for being late with what lay in other hands.</remarks>
internal static class CaseFacts
{
    private const int Satisfied = 4;

    private const CaseMarks OfDisposal = CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime | CaseMarks.ClosedLate | CaseMarks.Reworked | CaseMarks.Escalated;

    internal static CaseFact ForWorker(CaseRow row, GridMap map)
    {
        var fact = Of(row) with { Worker = map.AncestorAt(row.Case.Place, "grid")?.Code.ToString() };
        return DepartmentOf(row.Case) is null ? fact : fact with { Marks = fact.Marks & ~OfDisposal };
    }

    internal static CaseFact? ForDepartment(CaseRow row) =>
        DepartmentOf(row.Case) is { } department ? Of(row) with { Department = department } : null;

    private static CaseFact Of(CaseRow row) => new()
    {
        CaseId = row.Case.Id,
        Unit = row.Case.Place.ToString(),
        Marks = MarksOf(row),
        WorkerRating = RatingBy(row.Case, EvaluationParty.GridWorker),
        DepartmentRating = RatingBy(row.Case, EvaluationParty.Department),
    };

    private static string? DepartmentOf(GridCase one) =>
        one.Lead is { } lead && lead.Post.StartsWith("department", StringComparison.Ordinal) ? lead.Unit : null;

    private static int? RatingBy(GridCase one, EvaluationParty party)
    {
        foreach (var evaluation in one.Evaluations)
        {
            if (evaluation.Party == party)
            {
                return evaluation.Rating;
            }
        }

        return null;
    }

    private static CaseMarks MarksOf(CaseRow row)
    {
        var one = row.Case;
        var resident = RatingBy(one, EvaluationParty.Resident);
        return CaseMarks.Reported
            | If(one.State != "rejected", CaseMarks.ValidReport)
            | If(row.IsDue || row.IsClosed, CaseMarks.ClosureDue)
            | If(row.IsClosed, CaseMarks.Closed)
            | If(row.IsClosedOnTime, CaseMarks.ClosedOnTime)
            | If(row.IsClosed && !row.IsClosedOnTime, CaseMarks.ClosedLate)
            | If(one.Lead is not null, CaseMarks.DispatchDue | CaseMarks.Dispatched)
            | If(one.Returns > 0, CaseMarks.DispatchReturned)
            | If(one.Reworks > 0, CaseMarks.Reworked)
            | If(one.Clock("suspension") is not null, CaseMarks.Deferred)
            | If(one.Escalations > 0, CaseMarks.Escalated)
            | If(resident is not null, CaseMarks.Surveyed)
            | If(resident >= Satisfied, CaseMarks.Satisfied)
            | Whistle(one);
    }

    // The grid's call to a department (吹哨) is the dispatch; it answers (报到) when it begins or sends back what is not its own before the time to handle is over.
    private static CaseMarks Whistle(GridCase one) => DepartmentOf(one) is null || one.Clock("handling") is not { } handling
        ? CaseMarks.None
        : CaseMarks.WhistleReceived | If(!handling.IsMissed && (handling.Status == ClockStatus.Stopped || one.State == "handling"), CaseMarks.WhistleAnswered);

    private static CaseMarks If(bool condition, CaseMarks marks) => condition ? marks : CaseMarks.None;
}
