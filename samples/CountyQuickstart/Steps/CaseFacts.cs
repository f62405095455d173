using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace CountyQuickstart.Steps;

/// <summary>Turns cases into what assessment asks of them: whom a case counts for, and what became of it.</summary>
/// <remarks>A grid worker answers for what the grid handled itself, and for the validity of every report; a department for what it led.
/// So nobody is marked down for being late with what lay in other hands.</remarks>
internal sealed class CaseFacts
{
    private const CaseMarks OfDisposal = CaseMarks.ClosureDue | CaseMarks.Closed | CaseMarks.ClosedOnTime | CaseMarks.ClosedLate | CaseMarks.Reworked | CaseMarks.Escalated;

    private readonly CaseFactReader _reader;
    private readonly Instant _until;

    internal CaseFacts(CaseModel model, Instant until)
    {
        _reader = CaseFactReader.Compile(CaseFactRules.Standard, model, out var report)
            ?? throw new UnusableInputException($"The model must have the levels and clocks that assessment counts by, but: {report[0]}");
        _until = until;
    }

    internal CaseFact ForWorker(CaseRow row)
    {
        var fact = _reader.Read(row.Case, _until);
        return fact.Department is null ? fact : fact with { Marks = fact.Marks & ~OfDisposal };
    }

    internal CaseFact? ForDepartment(CaseRow row) =>
        _reader.Read(row.Case, _until) is { Department: not null } fact ? fact with { Marks = fact.Marks | Whistle(row.Case) } : null;

    // The grid's call to a department (吹哨) is the dispatch; it answers (报到) when it begins or sends back what is not its own before the time to handle is over.
    private static CaseMarks Whistle(GridCase one) => one.Clock("handling") is not { } handling ? CaseMarks.None
        : !handling.IsMissed && (handling.Status == ClockStatus.Stopped || one.State == "handling") ? CaseMarks.WhistleReceived | CaseMarks.WhistleAnswered
        : CaseMarks.WhistleReceived;
}
