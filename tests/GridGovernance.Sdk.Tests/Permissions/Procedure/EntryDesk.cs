using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Procedure;

/// <summary>Plays an office that takes applications over the small county: the sentences of the scenarios.</summary>
internal sealed class EntryDesk
{
    public const string Office = "grid-office";

    private readonly EntryListDefinition _list;

    public EntryDesk(EntryProcedureDefinition definition, EntryListDefinition? list = null, Establishment? establishment = null)
    {
        _list = list ?? SmallLists.Entries();
        Procedure = Compile(definition, _list, establishment);
    }

    public EntryProcedure Procedure { get; }

    public EntryFile? File { get; private set; }

    public LocalDateTime Now { get; private set; } = new(2026, 1, 5, 9, 0);

    public static EntryListItem Item { get; } = SmallLists.Item("visits", "visit") with
    {
        Status = EntryStatus.Applied, Approvals = [], PublishedOn = null, ApplyingDepartment = "civil-affairs", LeadDepartment = "civil-affairs", AssistDepartments = ["health"],
    };

    public static EntryListItem Urgent { get; } = Item with { Category = EntryCategory.Temporary, ValidTo = new LocalDate(2026, 3, 31), AssistDepartments = [] };

    public static EntryProcedure Compile(EntryProcedureDefinition definition, EntryListDefinition list, Establishment? establishment = null)
    {
        var procedure = EntryProcedure.Compile(definition, list, SmallLists.Catalogue, establishment ?? SmallCounty.Establishment, WorkCalendar.China, out var report);
        Assert.Empty(report);
        return procedure!;
    }

    public EntryDesk On(int year, int month, int day) => At(new LocalDateTime(year, month, day, 9, 0));

    public EntryDesk At(LocalDateTime now)
    {
        Now = now;
        return this;
    }

    public EntryDesk Apply(EntryListItem? item = null) => Do("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = item ?? Item });

    public EntryDesk Do(string by, string trigger) => Do(by, new EntryStep(trigger) { Reason = new LocalizedText("because", "理由") });

    public EntryDesk Do(string by, EntryStep step)
    {
        var decision = Procedure.Decide(File, step, by, Instant);
        File = decision.EnsureAccepted().Aggregate(File, EntryFile.Apply);
        Assert.Equal(File, EntryFile.Replay(File!.History));
        return this;
    }

    public EquatableArray<Refusal> Refusals(string by, string trigger, bool withReason = true) =>
        Refusals(by, new EntryStep(trigger) { Reason = withReason ? new LocalizedText("because", "理由") : null });

    public EquatableArray<Refusal> Refusals(string by, EntryStep step)
    {
        var decision = Procedure.Decide(File, step, by, Instant);
        Assert.False(decision.IsAccepted);
        return decision.Refusals;
    }

    public EntryDesk SignAll(params string[] but)
    {
        foreach (var body in Procedure.SignersOf(File!).Where(body => !but.Contains(body)))
        {
            Do(body, new EntryStep(EntryTriggers.Sign) { DocumentNo = "〔2026〕1号" });
        }

        return this;
    }

    public EntryDesk UpToReview(EntryListItem? item = null) => Apply(item).Do(Office, EntryTriggers.Receive).Do(Office, EntryTriggers.Review);

    /// <summary>Everything on one day, but in force from the next: it is applied for in advance.</summary>
    public EntryDesk UpToForce(EntryListItem? item = null) => UpToReview(item).SignAll().Do(Office, EntryTriggers.Publish).At(Now.PlusDays(1)).Do(Office, EntryTriggers.Enter);

    public AdmissionDecision Admit(LocalDate? on = null, string matter = "visit")
    {
        var list = EntryList.Compile(Procedure.ListOf(File is null ? [] : [File]), SmallLists.Catalogue, SmallCounty.Establishment, out var report)!;
        report.EnsureNoErrors();
        return list.Admit(new AdmissionRequest(matter, "grid", GridCode.Parse("123"), on ?? Now.Date));
    }

    public LocalDate Due(string clock) => Procedure.ClocksOf(File!).Find(clock)!.Due(Procedure.Calendar).On;

    private Instant Instant => Now.InZoneStrictly(Procedure.Calendar.Zone).ToInstant();
}
