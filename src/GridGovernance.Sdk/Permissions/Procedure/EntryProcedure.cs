using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>How items come onto an entry list and leave it (准入程序): decides every step, with every reason for a "no".</summary>
/// <remarks>
/// <para>A step is decided from the file, the body that takes it and the instant alone; nothing is stored. Replaying the events gives the same file.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EntryProcedure
{
    /// <summary>The code of the clock that runs until an application is decided.</summary>
    public const string Decision = "decision";

    /// <summary>The code of the clock that runs until an item in force is looked at again.</summary>
    public const string ReviewClock = "review";

    private EntryProcedure(EntryProcedureDefinition definition, Lifecycle lifecycle, EntryListDefinition list, MatterCatalogue catalogue, Establishment establishment, WorkCalendar calendar)
    {
        Definition = definition;
        Lifecycle = lifecycle;
        List = list;
        Catalogue = catalogue;
        Establishment = establishment;
        Calendar = calendar;
    }

    /// <summary>Gets the definition.</summary>
    public EntryProcedureDefinition Definition { get; }

    /// <summary>Gets the compiled states and clocks.</summary>
    public Lifecycle Lifecycle { get; }

    /// <summary>Gets the calendar by which working days are counted.</summary>
    public WorkCalendar Calendar { get; }

    internal EntryListDefinition List { get; }

    internal MatterCatalogue Catalogue { get; }

    internal Establishment Establishment { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="list">The list whose bodies, required signatures and scope guard hold.</param>
    /// <param name="catalogue">The matters.</param>
    /// <param name="establishment">The posts, departments and levels.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <returns>The procedure; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EntryProcedure? Compile(
        EntryProcedureDefinition definition, EntryListDefinition list, MatterCatalogue catalogue, Establishment establishment, WorkCalendar calendar, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(calendar);
        report = EntryProcedureCheck.Run(definition, list, establishment, out var lifecycle);
        return report.HasErrors ? null : new EntryProcedure(definition, lifecycle!, list, catalogue, establishment, calendar);
    }

    /// <summary>Decides a step.</summary>
    /// <param name="file">The file; null before the application.</param>
    /// <param name="step">The step.</param>
    /// <param name="by">The code of the body or department that takes it.</param>
    /// <param name="at">When.</param>
    /// <returns>The event, or every reason why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> or <paramref name="by"/> is null.</exception>
    public Decision<EntryEvent> Decide(EntryFile? file, EntryStep step, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(by);
        return new EntryReview(this, file, step, by, at).Decide();
    }

    /// <summary>Returns who must sign an item before it is approved (会审): every one of them.</summary>
    /// <remarks>A temporary item needs those of <see cref="EntryListDefinition.RequiredTemporaryApprovers"/> and its applying department; any other
    /// those of <see cref="EntryListDefinition.RequiredApprovers"/> and its applying, leading and assisting departments (政法委 + 编办 + 部门).</remarks>
    /// <param name="item">The item.</param>
    /// <returns>The codes, each once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public EquatableArray<string> SignersOf(EntryListItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return EntryListCheck.SignersOf(List, item);
    }

    /// <summary>Returns who must sign what is under way in a file: its new content, or the item itself.</summary>
    /// <remarks>A new content is signed by all who must sign either the item or it. Where it gives more (matters, places, levels, posts, days, powers) or moves the
    /// item to another part of the list, those of the joint review are among them, as for an application: the shortcut of urgent items is for applications alone.</remarks>
    /// <param name="file">The file.</param>
    /// <returns>The codes, each once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public EquatableArray<string> SignersOf(EntryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Draft is not { } draft)
        {
            return SignersOf(file.Item);
        }

        var signers = SignersOf(file.Item).Concat(SignersOf(draft));
        var joint = EntryWidening.Widens(file.Item, draft) ? SignersOf(draft with { Category = EntryCategory.Assisted }) : [];
        return EquatableArray.From(joint.Concat(signers).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Returns the clocks of a file as its history started, paused and stopped them.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The clocks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public DeadlineClocks ClocksOf(EntryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var clocks = DeadlineClocks.None;
        var status = new ClockStatus[Lifecycle.Clocks.Count];
        foreach (var happened in file.History)
        {
            var entered = Lifecycle.FindState(happened.State)!;
            foreach (var clock in Lifecycle.Clocks)
            {
                var (before, after) = (status[clock.Index], clock.After(status[clock.Index], entered));
                status[clock.Index] = after;
                var ledger = clocks.Find(clock.Code);
                ledger = (before, after) switch
                {
                    // A review that ends in "confirm" begins the next one.
                    _ when after == ClockStatus.Running && happened.Trigger == EntryTriggers.Confirm => ledger!.Reset(happened.At),
                    _ when before == after => ledger,
                    (ClockStatus.Paused, ClockStatus.Running) => ledger!.Resume(happened.At),
                    (_, ClockStatus.Running) => ledger?.Reset(happened.At) ?? DeadlineLedger.Start(clock.Definition.Limit, clock.Definition.Policy, happened.At),
                    (_, ClockStatus.Paused) => ledger!.Pause(happened.At, happened.State),
                    _ => ledger!.Complete(happened.At),
                };
                clocks = ledger is null ? clocks : clocks.With(clock.Code, ledger);
            }
        }

        return clocks;
    }

    /// <summary>Returns the first day on which an item that was applied for on a day may begin.</summary>
    /// <param name="appliedAt">When it was applied for.</param>
    /// <returns>The day after the last of the days ahead, so that so many whole ones lie between; the next day where only "in advance" is asked; or the day that is unknown.</returns>
    public DueDate EarliestStart(Instant appliedAt) => Definition.ApplyAhead is not { } ahead
        ? DueDate.Known(appliedAt, DayOf(appliedAt).PlusDays(1))
        : Calendar.Due(appliedAt, ahead, Definition.Policy ?? CountingPolicy.CivilCode) is { IsKnown: true } due ? DueDate.Known(due.At, due.On.PlusDays(1)) : Calendar.Due(appliedAt, ahead, Definition.Policy ?? CountingPolicy.CivilCode);

    /// <summary>Holds the days of a list's items against the times of this procedure, for lists that no files were kept of.</summary>
    /// <remarks>A decision is counted from the day of the application, or of the adjustment, as the item has it; that an application rested to be completed is not seen.</remarks>
    /// <param name="list">The list.</param>
    /// <returns>A warning for each item that was decided later or applied for later than the procedure allows; a day that no notice covers is left aside.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public FindingReport Audit(EntryListDefinition list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return EntryTimes.Audit(this, list);
    }

    /// <summary>Returns the list as its files have it.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The list with the item of every file, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    public EntryListDefinition ListOf(IEnumerable<EntryFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return List with { Items = EquatableArray.From(files.Select(static file => file.Item)) };
    }

    /// <summary>Returns the office to which the applying department of an item belongs by its level.</summary>
    internal string OfficeOf(EntryListItem item) =>
        item.ApplyingDepartment is { } code && Establishment.TryFindDepartment(code, out var department)
            ? Definition.Offices.FirstOrDefault(office => string.Equals(office.Level, department.Level, StringComparison.Ordinal))?.Body ?? Definition.Office
            : Definition.Office;

    internal static EntryStatus StatusOf(string state) => EntryStates.StatusOf(state) ?? EntryStatus.InForce;

    internal LocalDate DayOf(Instant at) => at.InZone(Calendar.Zone).Date;
}
