using GridGovernance.Sdk.Permissions;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.Procedure.EntryDesk;

namespace GridGovernance.Sdk.Tests.Permissions.Procedure;

/// <summary>An adjustment is no way round the joint review, and no step goes back in time.</summary>
public sealed class EntryAdjustmentTests
{
    private static readonly string[] Joint = ["political-legal", "establishment-office", "civil-affairs", "health"];

    public static TheoryData<string, EntryListItem> Widenings => new()
    {
        { "category", Item with { Category = EntryCategory.Temporary, ValidTo = new LocalDate(2026, 2, 1) } },
        { "matters", Item with { Matters = ["visit", "patrol"] } },
        { "classes", Item with { Classes = ["enforcement"] } },
        { "no assisting department", Item with { AssistDepartments = [], Matters = ["patrol"] } },
        { "levels", Item with { Levels = [] } },
        { "places", Item with { Places = ["12"] } },
        { "posts", Item with { Posts = [] } },
        { "powers", Item with { PowersAndDuties = new LocalizedText("may compel", "可强制") } },
    };

    // 舟山 art 24's shortcut is for what is urgent when it is applied for, not for what is in force.
    [Theory]
    [MemberData(nameof(Widenings))]
    public void AnAdjustmentThatWidens_IsSignedByAllOfTheJointReview(string what, EntryListItem draft)
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce(Item with { Levels = ["grid"], Places = ["123"], Posts = ["grid-worker"] });
        desk.Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = draft });

        Assert.Superset(new HashSet<string>(Joint), desk.Procedure.SignersOf(desk.File!).ToHashSet());
        desk.SignAll("establishment-office");
        Assert.True(desk.File!.State is "adjusting", what);
    }

    [Fact]
    public void ATemporaryItem_IsWidenedByTheJointReviewAlone()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Urgent).SignAll().Do(Office, EntryTriggers.AdmitTemporarily);
        desk.On(2026, 3, 2).Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Urgent with { ValidTo = new LocalDate(2026, 4, 30) } });
        Assert.Equal(["political-legal", "establishment-office", "civil-affairs", "grid-office"], desk.Procedure.SignersOf(desk.File!).OrderBy(static body => body switch { "political-legal" => 0, "establishment-office" => 1, "civil-affairs" => 2, _ => 3 }));

        desk.SignAll().On(2026, 3, 3).Do(Office, EntryTriggers.Publish);
        Assert.Equal(AdmissionVerdict.ListedTemporarily, desk.Admit(new LocalDate(2026, 4, 30)).Verdict);
    }

    [Fact]
    public void ATemporaryItem_IsNarrowedByThoseWhoLetItIn()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Urgent).SignAll().Do(Office, EntryTriggers.AdmitTemporarily);
        desk.On(2026, 2, 2).Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Urgent with { ValidTo = new LocalDate(2026, 2, 20), Levels = ["grid"] } });

        Assert.Equal(["grid-office", "civil-affairs"], desk.Procedure.SignersOf(desk.File!));
        desk.SignAll().Do(Office, EntryTriggers.Publish);
        Assert.Equal((AdmissionVerdict.ListedTemporarily, AdmissionVerdict.Expired), (desk.Admit(new LocalDate(2026, 1, 6)).Verdict, desk.Admit(new LocalDate(2026, 2, 21)).Verdict));
    }

    [Fact]
    public void WhatAnAdjustmentNewlyGives_HoldsFromItsPublication_NotBefore()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        desk.On(2026, 2, 2).Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Item with { Matters = ["visit", "patrol"] } }).SignAll();
        desk.On(2026, 2, 10).Do(Office, EntryTriggers.Publish);

        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit(new LocalDate(2026, 2, 9), "patrol").Verdict);
        Assert.True(desk.Admit(new LocalDate(2026, 2, 10), "patrol").IsAdmitted);
    }

    // 西城区: 30 working days ahead; from Monday 2 March 2026 the thirtieth is Tuesday 14 April.
    [Fact]
    public void AnAdjustmentThatWidens_WaitsAsLongAsAnApplication()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().SignAll().Do(Office, EntryTriggers.Publish).On(2026, 2, 24).Do(Office, EntryTriggers.Enter);
        desk.On(2026, 3, 2).Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Item with { Matters = ["visit", "patrol"] } }).SignAll();

        Assert.Equal("It works from 2026-04-15.", Assert.Single(desk.On(2026, 4, 14).Refusals(Office, EntryTriggers.Publish)).Nearest!.ToString());
        Assert.Equal("in-force", desk.On(2026, 4, 15).Do(Office, EntryTriggers.Publish).File!.State);
    }

    [Fact]
    public void AnItem_DoesNotHoldBeforeItWasPutInForce()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit(new LocalDate(2020, 6, 1)).Verdict);
        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit(new LocalDate(2026, 1, 5)).Verdict);
    }

    [Fact]
    public void ATemporaryTerm_DoesNotBeginBeforeItsApplication()
    {
        var early = Urgent with { ValidFrom = new LocalDate(2026, 1, 4) };
        Assert.Equal("permissions.entry-begins-before", Assert.Single(new EntryDesk(EntryProcedurePresets.Zhoushan).Refusals("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = early })).Code);

        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        var refusal = Assert.Single(desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Item with { Category = EntryCategory.Temporary, ValidFrom = new LocalDate(2020, 1, 1), ValidTo = new LocalDate(2026, 3, 1) } }));
        Assert.Equal(("permissions.entry-begins-before", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
    }

    // No source names the longest term of an urgent item: it is the host's to say.
    [Theory]
    [InlineData(2026, 3, 4, true)]
    [InlineData(2026, 3, 5, false)]
    public void ATemporaryTerm_IsNoLongerThanTheListSays(int year, int month, int day, bool accepted)
    {
        var list = SmallLists.Entries() with { LongestTemporaryTerm = new Sdk.Calendars.TimeLimit(2, Sdk.Calendars.LimitUnit.Months) };
        var step = new EntryStep(EntryTriggers.Apply) { Item = Urgent with { ValidTo = new LocalDate(year, month, day) } };
        if (accepted)
        {
            Assert.Equal("applied", new EntryDesk(EntryProcedurePresets.Zhoushan, list).Do("civil-affairs", step).File!.State);
        }
        else
        {
            Assert.Equal("permissions.temporary-too-long", Assert.Single(new EntryDesk(EntryProcedurePresets.Zhoushan, list).Refusals("civil-affairs", step)).Code);
        }
    }

    // One term after another would be a way round it: all of them together are measured.
    [Fact]
    public void ATemporaryTerm_IsNotDrawnOutByAdjustments()
    {
        var list = SmallLists.Entries() with { LongestTemporaryTerm = new Sdk.Calendars.TimeLimit(3, Sdk.Calendars.LimitUnit.Months) };
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan, list).Apply(Urgent).SignAll().Do(Office, EntryTriggers.AdmitTemporarily).On(2026, 3, 2);

        var longer = Urgent with { ValidFrom = new LocalDate(2026, 3, 2), ValidTo = new LocalDate(2026, 4, 5) };
        Assert.Equal("It may last until 2026-04-04.", Assert.Single(desk.Refusals("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = longer })).Nearest!.ToString());
        Assert.Equal("adjusting", desk.Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = longer with { ValidTo = new LocalDate(2026, 4, 4) } }).File!.State);
    }

    [Fact]
    public void AStep_DoesNotGoBackInTime()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply().On(2026, 1, 4);

        var refusal = Assert.Single(desk.Refusals(Office, EntryTriggers.Receive));
        Assert.Equal(("permissions.entry-step-back", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
        Assert.Equal("It works from 2026-01-05.", refusal.Nearest!.ToString());
        Assert.Equal(EntryStatus.Received, desk.On(2026, 1, 5).Do(Office, EntryTriggers.Receive).File!.Item.Status);
    }
}
