using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.Procedure.EntryDesk;

namespace GridGovernance.Sdk.Tests.Permissions.Procedure;

public sealed class EntryProcedureTests
{
    public static TheoryData<EntryProcedureDefinition> Presets => new(EntryProcedurePresets.Xicheng2018, EntryProcedurePresets.Zhoushan);

    [Theory]
    [MemberData(nameof(Presets))]
    public void APreset_CompilesCleanAndComesBackFromItsFile(EntryProcedureDefinition preset)
    {
        Assert.NotNull(Compile(preset, SmallLists.Entries()));
        Assert.Equal(preset, GovernanceJson.Read<EntryProcedureDefinition>(GovernanceJson.Write(preset), "entry-procedure.json").Value);
    }

    [Fact]
    public void Compile_OfFaults_NamesThemAll()
    {
        var preset = EntryProcedurePresets.Zhoushan;
        var lifecycle = preset.Lifecycle with { States = EquatableArray.From(preset.Lifecycle.States.Select(static state => state.Code is "published" ? state with { Code = "aired" } : state)) };
        var procedure = EntryProcedure.Compile(
            preset with { Code = "No", Source = "", Office = "nobody", Lifecycle = lifecycle }, SmallLists.Entries(), SmallLists.Catalogue, SmallCounty.Establishment, WorkCalendar.China, out var report);

        Assert.Null(procedure);
        Assert.Superset(
            new HashSet<string>(["/code", "/source", "/office", "/lifecycle/states/5/code"], StringComparer.Ordinal),
            report.Select(static finding => finding.Place.Path!).ToHashSet(StringComparer.Ordinal));
        Assert.Contains(report, static finding => finding.Code.StartsWith("lifecycles.", StringComparison.Ordinal) && finding.Place.Path!.StartsWith("/lifecycle/", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_WithoutAnApplication_SaysSo()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan);
        Assert.Equal("permissions.entry-no-application", desk.Refusals(Office, EntryTriggers.Receive)[0].Code);
        Assert.Equal("permissions.entry-no-application", desk.Refusals(Office, EntryTriggers.Apply)[0].Code);
        Assert.Equal("permissions.entry-applied-already", desk.Apply().Refusals("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = Item })[0].Code);
        Assert.Throws<ArgumentException>(() => EntryFile.Apply(null, new EntryEvent("receive", "received", Office, default, SmallLists.Day)));
        Assert.Null(EntryFile.Replay([]));
    }

    [Fact]
    public void Apply_WithAFaultyItem_IsRefusedForEveryFault()
    {
        var faulty = Item with { Matters = ["shoes"], Posts = ["king"], Levels = ["moon"] };
        var refusals = new EntryDesk(EntryProcedurePresets.Zhoushan).Refusals("health", new EntryStep(EntryTriggers.Apply) { Item = faulty });
        Assert.Equal(
            ["permissions.entry-not-applicant", "permissions.unknown-matter-in", "permissions.unknown-post", "permissions.unknown-level"],
            refusals.Select(static refusal => refusal.Code));
    }

    [Fact]
    public void AnApplication_ComesInWithoutSignatures()
    {
        var file = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(SmallLists.Item("visits", "visit") with { ApplyingDepartment = "civil-affairs" }).File!;
        Assert.Empty(file.Item.Approvals);
        Assert.Equal((EntryStatus.Applied, null), (file.Item.Status, file.Item.PublishedOn));
    }

    [Fact]
    public void ANo_SaysWhatWhoAndWhatInstead()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan);
        Says("The step \"receive\" needs an application with its item first, but there is none.", "The department may apply for entry in advance.", desk.Refusals(EntryDesk.Office, EntryTriggers.Receive));
        Says("The step \"apply\" needs an application with its item first, but there is none.", "The department may apply for entry in advance.", desk.Refusals("civil-affairs", EntryTriggers.Apply));
        Says("\"health\" applies for the item \"visits\", but the applying department of it is \"civil-affairs\".", null, desk.Refusals("health", new EntryStep(EntryTriggers.Apply) { Item = EntryDesk.Item }));

        desk.UpToReview();
        Says("The item \"visits\" has been applied for already.", null, desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = EntryDesk.Item }));
        Says(
            "\"grid-office\" may not take the step \"sign\" on the item \"visits\".", "These may do it: political-legal, establishment-office, civil-affairs, health.",
            desk.Refusals(EntryDesk.Office, EntryTriggers.Sign));
        Says("The step \"refuse\" on the item \"visits\" needs a reason, but none is given.", null, desk.Refusals("health", EntryTriggers.Refuse, withReason: false));
        Says("The step \"refuse\" on the item \"visits\" needs a reason, but none is given.", null, desk.Refusals("health", new EntryStep(EntryTriggers.Refuse) { Reason = new LocalizedText("why", " ") }));

        desk.Do("health", EntryTriggers.Sign);
        Says("\"health\" has signed the item \"visits\" already.", null, [desk.Refusals("health", EntryTriggers.Sign)[0]]);
    }

    [Fact]
    public void AnItemThatNamesALaterDay_MayBePutInForceBefore()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).Apply(EntryDesk.Item with { ValidFrom = new NodaTime.LocalDate(2026, 3, 1) })
            .Do(EntryDesk.Office, EntryTriggers.Receive).Do(EntryDesk.Office, EntryTriggers.Review).SignAll().Do(EntryDesk.Office, EntryTriggers.Publish);

        // Of 15 February on; but it begins on 1 March only, so that any day before will do.
        desk.On(2026, 2, 10).Do(EntryDesk.Office, EntryTriggers.Enter);

        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit(new NodaTime.LocalDate(2026, 2, 28)).Verdict);
        Assert.True(desk.Admit(new NodaTime.LocalDate(2026, 3, 1)).IsAdmitted);
    }

    [Fact]
    public void AStepThatIsNoStepHere_NamesThosePossible()
    {
        var refusal = Assert.Single(new EntryDesk(EntryProcedurePresets.Zhoushan).Apply().Do(Office, EntryTriggers.Receive).Refusals(Office, EntryTriggers.Publish));
        Assert.Equal("These actions work: review.", refusal.Nearest!.ToString());
        Assert.Equal(RefusalKind.NoSuchAction, refusal.Kind);
        Assert.Equal("These may do it: grid-office.", new EntryDesk(EntryProcedurePresets.Zhoushan).Apply().Refusals("health", EntryTriggers.Receive)[0].Nearest!.ToString());
    }

    [Fact]
    public void Complete_NeedsTheSameItem()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply().Do(Office, EntryTriggers.Return);
        Assert.Equal("permissions.entry-no-content", desk.Refusals("civil-affairs", EntryTriggers.Complete)[0].Code);
        Assert.Equal("permissions.entry-no-content", desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item with { Code = "other" } })[0].Code);
        Assert.Equal("permissions.entry-no-content", desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item with { ApplyingDepartment = "health" } })[0].Code);
        Assert.Equal("permissions.unknown-post", desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item with { Posts = ["king"] } })[0].Code);
        Assert.Equal("applied", desk.Do("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item }).File!.State);
    }

    [Fact]
    public void AnApplicationTakenBack_NeverWasOnTheList()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply().Do("civil-affairs", EntryTriggers.Withdraw);
        Assert.Equal(("given-up", EntryStatus.Refused), (desk.File!.State, desk.File.Item.Status));
        Assert.Equal(AdmissionVerdict.NotListed, desk.Admit().Verdict);
    }

    [Fact]
    public void SignersOf_AnItem_AreTheBodiesAndItsDepartmentsEachOnce()
    {
        var procedure = new EntryDesk(EntryProcedurePresets.Zhoushan).Procedure;
        Assert.Equal(["political-legal", "establishment-office", "civil-affairs", "health"], procedure.SignersOf(Item));
        Assert.Equal(["grid-office", "civil-affairs"], procedure.SignersOf(Urgent));
        Assert.Equal(["political-legal", "establishment-office"], procedure.SignersOf(SmallLists.Item("x", "visit")));
    }

    [Fact]
    public void Clocks_OfAnItemInForce_AreItsReviewAlone()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).On(2025, 1, 6).UpToForce();
        var running = desk.Procedure.ClocksOf(desk.File!).All.Where(static clock => clock.Ledger.CompletedAt is null).Select(static clock => clock.Code);
        Assert.Equal([EntryProcedure.ReviewClock], running);
    }

    // 西城区: 15 working days from 5 January 2026 end on 26 January, 30 on 14 February.
    [Theory]
    [InlineData("2026-01-26", "2026-02-15", "")]
    [InlineData("2026-01-27", "2026-02-15", "/items/0/approvals permissions.entry-decided-late")]
    [InlineData("2026-01-26", "2026-02-14", "/items/0/validFrom permissions.entry-too-late")]
    public void Audit_HoldsTheDaysOfAListAgainstTheTimesOfTheProcedure(string signed, string from, string expected)
    {
        var item = SmallLists.Item("visits", "visit") with
        {
            AppliedOn = new LocalDate(2026, 1, 5), ValidFrom = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value,
            Approvals = [new EntryApproval("political-legal", new LocalDate(2026, 1, 6)), new EntryApproval("establishment-office", NodaTime.Text.LocalDatePattern.Iso.Parse(signed).Value)],
        };

        string Found(EntryProcedureDefinition preset, EntryListItem one) =>
            string.Join(' ', Compile(preset, SmallLists.Entries()).Audit(SmallLists.Entries(one)).Select(static finding => $"{finding.Place.Path} {finding.Code}"));

        Assert.Equal(expected, Found(EntryProcedurePresets.Xicheng2018, item));
        Assert.Equal(expected, Found(EntryProcedurePresets.Xicheng2018, item with { AppliedOn = new LocalDate(2024, 1, 5), AdjustedOn = new LocalDate(2026, 1, 5) }));
        Assert.Equal("", Found(EntryProcedurePresets.Xicheng2018, item with { AppliedOn = null }));
        Assert.Equal("", Found(EntryProcedurePresets.Xicheng2018, item with { Status = EntryStatus.UnderReview }));
        Assert.Equal("/items/0/validFrom permissions.entry-not-ahead", Found(EntryProcedurePresets.Zhoushan, item with { ValidFrom = new LocalDate(2026, 1, 5) }));
    }

    // Whatever anybody tries in any order: the list that comes out can be used, and every file is the fold of its events.
    [Property]
    public void AnySteps_LeaveAListThatCompiles(int seed)
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan);
        var random = new Random(seed);
        string[] triggers = [.. desk.Procedure.Lifecycle.Definition.Triggers.Select(static trigger => trigger.Code)];
        string[] bodies = [Office, "civil-affairs", "health", "political-legal", "establishment-office"];
        var item = random.Next(3) == 0 ? Urgent : Item;
        desk.Apply(item);
        for (var i = 0; i < 60; i++)
        {
            var possible = desk.Procedure.Lifecycle.PermittedTriggers(desk.Procedure.Lifecycle.FindState(desk.File!.State)!).Select(static trigger => trigger.Code).ToArray();
            var trigger = possible.Length > 0 && random.Next(5) > 0 ? possible[random.Next(possible.Length)] : triggers[random.Next(triggers.Length)];
            var step = new EntryStep(trigger)
            {
                Item = random.Next(4) > 0 ? item with { Matters = random.Next(2) == 0 ? ["patrol"] : ["visit"] } : null,
                Reason = random.Next(4) > 0 ? new LocalizedText("because", "理由") : null,
            };
            var by = bodies[random.Next(bodies.Length)];
            desk.At(new LocalDateTime(2026, 1, 5, 9, 0).PlusHours(i));
            var decision = desk.Procedure.Decide(desk.File, step, by, desk.Now.InZoneStrictly(desk.Procedure.Calendar.Zone).ToInstant());
            if (decision.IsAccepted)
            {
                desk.Do(by, step);
            }
            else
            {
                Assert.All(decision.Refusals, static refusal => Assert.NotEmpty(refusal.Message.ToString()));
            }
        }

        var admitted = desk.Admit(matter: desk.File!.Item.Matters[0]).IsAdmitted;
        Assert.Equal(desk.File.Item.Status == EntryStatus.InForce, admitted);
        Assert.Equal(desk.File.Draft is not null, desk.File.State is "adjusting" or "adjustment-approved");
    }

    private static void Says(string message, string? nearest, EquatableArray<Refusal> refusals)
    {
        var refusal = Assert.Single(refusals);
        Assert.Equal((message, nearest), (refusal.Message.ToString(), refusal.Nearest?.ToString()));
    }
}
