using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does to an emergency: a pure function of file, command, seat, instant and model.</summary>
/// <remarks>
/// <para>A report that is late is taken all the same: it may be neither lost nor denied (突发事件应对法 61: 不得迟报、谎报、瞒报、漏报).</para>
/// <para>Whoever works in the county may notice an emergency anywhere in it. All else is done by seats of the place, as the authority list has it;
/// from the county upward the county's own seats and its departments tell.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EmergencyEngine
{
    /// <summary>The action of reporting an emergency, as the authority list names it.</summary>
    public const string Report = "report-emergency";

    private readonly FieldworkModel _model;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public EmergencyEngine(FieldworkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
    }

    /// <summary>Decides a command.</summary>
    /// <param name="current">The emergency, or null when the command begins one.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it; whoever works in the county may notice an emergency anywhere in it.</param>
    /// <param name="at">When; not before the last event.</param>
    /// <returns>The events, or every reason why not; accepted without events where it was done before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not begin an emergency.</exception>
    public Decision<EmergencyEvent> Decide(EmergencyFile? current, EmergencyCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (current is null && command is not NoticeEmergency)
        {
            throw new ArgumentException($"\"{command.GetType().Name}\" needs an emergency; only \"{nameof(NoticeEmergency)}\" begins one.", nameof(current));
        }

        var reasons = new List<Refusal>();
        reasons.AddRange(current is null || command is NoticeEmergency ? SeatRefusals(by, at) : _model.Refusals(by, Report, current.Ladder.Matter, current.Cell, at));
        if (at < current?.ChangedAt)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, current.ChangedAt));
        }

        EmergencyEvent? e = command switch
        {
            NoticeEmergency notice => Notice(current, notice, by, at, reasons),
            ReportEmergency report => Tell(current!, report, by, at, reasons),
            RegradeEmergency regrade => Regrade(current!, regrade, by, at, reasons),
            ControlEmergency => current!.ControlledAt is null ? new EmergencyControlled { At = at, By = by } : null,
            StrikeEmergency => current!.StruckAt is null ? new EmergencyStruck { At = at, By = by } : null,
            ChangeEmergency change => Change(current!, change, by, at, reasons),
            _ => null,
        };
        return reasons.Count > 0 ? Decision<EmergencyEvent>.Refuse(EquatableArray.From(reasons)) : Decision<EmergencyEvent>.Accept(e is null ? [] : [e]);
    }

    private EmergencyNoticed? Notice(EmergencyFile? current, NoticeEmergency notice, Seat by, Instant at, List<Refusal> reasons)
    {
        if (current is not null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NoSuchAction, "fieldwork.noticed-before", current.Cell.ToString()));
        }

        if (!_model.Map.TryFind(notice.Cell, out _))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.unknown-place", notice.Cell.ToString()));
        }

        CheckGrade(notice.Ladder, notice.Grade, reasons);
        reasons.AddRange(notice.Ladder.Check().Select(static finding => new Refusal(RefusalKind.ConditionUnmet, finding.Message)));
        return new EmergencyNoticed(notice.Ladder, notice.Grade, notice.Cell) { At = at, By = by, SupplementUntil = SupplementUntil(notice.Ladder, at) };
    }

    private List<Refusal> SeatRefusals(Seat by, Instant at) =>
        _model.Establishment.LevelOf(by) is null ? [FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.unknown-seat", by.ToString())]
        : _model.VacancyOf(by, _model.LocalTime(at).Date) is { } vacant ? [vacant] : [];

    // Days that no notice of holidays covers yet hold no emergency up: they are counted as they stand.
    private Instant? SupplementUntil(EmergencyLadder ladder, Instant at)
    {
        if (ladder.SupplementDays is not (> 0 and var days))
        {
            return null;
        }

        var due = _model.Calendar.Due(at, new TimeLimit(days, LimitUnit.CalendarDays), CountingPolicy.CivilCode);
        return due.IsKnown ? due.At : _model.LocalTime(at).Date.PlusDays(days + 1).AtStartOfDayInZone(_model.Calendar.Zone).ToInstant();
    }

    private static EmergencyChanged Change(EmergencyFile current, ChangeEmergency change, Seat by, Instant at, List<Refusal> reasons)
    {
        if (string.IsNullOrWhiteSpace(change.Note))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.change-unexplained", current.Cell.ToString()));
        }

        return new EmergencyChanged(change.Note) { At = at, By = by, IsLate = at > current.SupplementUntil };
    }

    private EmergencyReported? Tell(EmergencyFile current, ReportEmergency report, Seat by, Instant at, List<Refusal> reasons)
    {
        if (report.To <= report.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.not-upward", report.From, report.To));
        }
        else if (current.KnownAt(report.From, at) is null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.teller-unaware", report.From));
        }

        // The county and what is above it speak through the county's own seats and departments.
        if (report.From >= EmergencyTier.County && _model.Establishment.TryFindPost(by.Post, out var post) && !post.IsOfDepartment
            && _model.Map.Scheme.Level(post.Level).Depth > 0)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.not-your-tier", by.ToString(), report.From));
        }

        return current.KnownAt(report.To, at) is null ? new EmergencyReported(report.From, report.To) { At = at, By = by } : null;
    }

    private static EmergencyRegraded? Regrade(EmergencyFile current, RegradeEmergency regrade, Seat by, Instant at, List<Refusal> reasons)
    {
        CheckGrade(current.Ladder, regrade.Grade, reasons);
        return string.Equals(regrade.Grade, current.Grade, StringComparison.Ordinal) ? null : new EmergencyRegraded(regrade.Grade) { At = at, By = by };
    }

    private static void CheckGrade(EmergencyLadder ladder, string grade, List<Refusal> reasons)
    {
        if (ladder.Grade(grade) is null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-grade", grade, string.Join(", ", ladder.Grades.Select(static one => one.Code))));
        }
    }
}
