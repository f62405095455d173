using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The visits of a run: people are simulated, what a visit settles and whether it comes late is what the library's own engine decides by the model's policy.</summary>
internal sealed class VisitRounds
{
    private readonly CountyRunParameters _parameters;
    private readonly CaseModel _model;
    private readonly SeatDesks _desks;
    private readonly VisitEngine _engine;
    private readonly VisitAssigner _assigner;
    private readonly VisitedSubject[] _subjects;

    internal VisitRounds(VisitPolicy policy, CaseModel model, CountyRunParameters parameters, Func<GridUnit, int> peopleOf, SeatDesks desks, RandomStreams streams)
    {
        (_parameters, _model, _desks) = (parameters, model, desks);
        var fieldwork = new FieldworkModel { Map = model.Map, Calendar = model.Calendar, Establishment = model.Establishment, Roster = model.Roster, Lists = model.Lists };
        _engine = new VisitEngine(fieldwork, policy);
        _assigner = new VisitAssigner(fieldwork, policy.Definition.Post);
        _subjects = [.. VisitPopulation.Draw(policy, parameters, model.Map.UnitsAt(model.Map.Scheme.Leaf.Code), peopleOf, streams)];
    }

    internal IEnumerable<VisitFile> Files => _subjects.Select(static subject => subject.File);

    /// <summary>The first visit of everybody.</summary>
    internal IEnumerable<(Instant At, RunAct Act)> First() =>
        Enumerable.Range(0, _subjects.Length).Select(i => Planned(i, _parameters.From, false)).OfType<(Instant, RunAct)>();

    /// <summary>Somebody sets out as soon as they can; what is planned instead where nobody does. Null where nothing more is planned.</summary>
    internal (Instant At, RunAct Act)? Begin(int index, Instant at)
    {
        var (subject, on) = (_subjects[index], DayOf(at));
        if (subject.File.StateOn(on) == VisitState.Ended)
        {
            // Whoever leaves is followed by another.
            var from = subject.File.Subject.To!.Value.PlusDays(1);
            subject.File = VisitFile.Apply(subject.File, new SubjectEnrolled(subject.File.Subject with { From = from, To = null }, subject.File.Rule) { On = on, By = default });
            return Planned(index, on, false) is { } next ? (Instant.Max(at, next.At), next.Act) : null;
        }

        var (behaviour, luck) = (_parameters.Visits, subject.Answer.NextInt32(1_000));
        var outcome = luck < behaviour.RefusedPermille ? VisitOutcome.Refused
            : luck < behaviour.RefusedPermille + behaviour.AbsentPermille ? VisitOutcome.Absent
            : VisitOutcome.Done;
        var service = Exponential(subject, outcome == VisitOutcome.Done ? behaviour.Minutes : behaviour.VainMinutes) + Exponential(subject, _parameters.TravelMinutes);
        if (_assigner.AssignmentOf(subject.File.Subject.Cell, on).Seat is not { } seat)
        {
            return Planned(index, on.PlusDays(behaviour.AgainAfterDays), true);
        }

        subject.By = seat;
        _desks.Ask(new DeskJob { Seat = seat, Service = service, IsVisit = true, Done = new RunAct(RunActKind.VisitEnd, index, (int)outcome, subject.File.Subject.Cell) });
        return null;
    }

    /// <summary>A visit, or an attempt, is over; returns what is planned next. Null where nothing more happens in the run.</summary>
    internal (Instant At, RunAct Act)? End(int index, VisitOutcome outcome, Instant at)
    {
        var subject = _subjects[index];
        var decision = _engine.Decide(subject.File, new RecordVisit(outcome), subject.By, at);
        foreach (var e in decision.Events)
        {
            subject.File = VisitFile.Apply(subject.File, e);
        }

        var isMade = decision.IsAccepted && outcome == VisitOutcome.Done;
        return Planned(index, DayOf(at).PlusDays(isMade ? 1 : _parameters.Visits.AgainAfterDays), !isMade);
    }

    private (Instant At, RunAct Act)? Planned(int index, LocalDate notBefore, bool again)
    {
        var (subject, file) = (_subjects[index], _subjects[index].File);
        var (first, last) = file.PeriodFor(notBefore) is { } period ? (notBefore, file.Cycle.LastDay(period)) : (file.OpensOn, file.DueOn);
        first = LocalDate.Max(first, notBefore);
        last = again ? first : LocalDate.Max(first, file.Subject.To < last ? file.Subject.To.Value : last);
        var day = file.Subject.To < first ? LocalDate.Max(notBefore, file.Subject.To.Value.PlusDays(1)) : first.PlusDays(subject.Plan.NextInt32(Period.DaysBetween(first, last) + 1));
        return WorkingDay(day, first) is { } working ? (TimeOn(working, subject.Plan), new RunAct(RunActKind.VisitBegin, index, 0, file.Subject.Cell)) : null;
    }

    // The working day of the run on which what falls on a day is done: that day, the last before it, or else the first after it.
    private LocalDate? WorkingDay(LocalDate day, LocalDate first)
    {
        for (var one = day; one >= first && one <= _parameters.To; one = one.PlusDays(-1))
        {
            if (_model.Calendar.IsWorkingDay(one) == true)
            {
                return one;
            }
        }

        for (var one = day; one <= _parameters.To; one = one.PlusDays(1))
        {
            if (_model.Calendar.IsWorkingDay(one) == true)
            {
                return one;
            }
        }

        return null;
    }

    private Instant TimeOn(LocalDate day, RandomStream stream)
    {
        var (start, end) = (day.AtStartOfDayInZone(_model.Calendar.Zone).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(_model.Calendar.Zone).ToInstant());
        var minutes = _model.Calendar.WorkingTimeBetween(start, end) is { IsKnown: true } time ? (int)time.Length.TotalMinutes : 0;
        return _model.Calendar.AddWorkingTime(start, Duration.FromMinutes(stream.NextInt32(Math.Max(1, minutes)))) is { IsKnown: true } due ? due.At : start;
    }

    private LocalDate DayOf(Instant at) => at.InZone(_model.Calendar.Zone).Date;

    private static Duration Exponential(VisitedSubject subject, int meanMinutes) =>
        meanMinutes == 0 ? Duration.Zero : Duration.FromSeconds((long)subject.Service.NextExponential(meanMinutes * 60.0));
}
