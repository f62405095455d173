using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;
using static GridGovernance.Sdk.Tests.Permissions.Procedure.EntryDesk;

namespace GridGovernance.Sdk.Tests.Permissions.Procedure;

/// <summary>What the regulations say of the entry list, sentence by sentence; each test names its article.</summary>
public sealed class EntryScenarioTests
{
    // Art 23: a list of eight kinds of items.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Zhoushan23_TheListOfEightKinds_AdmitsThemAndNothingElse(int without)
    {
        var kinds = Numbered("kind", 9);
        EntryList ListOf(params int[] numbers) => Listing(kinds, "list", numbers);

        Assert.Equal(Enumerable.Range(1, 8), Enumerable.Range(1, 9).Where(kind => Admits(ListOf(1, 2, 3, 4, 5, 6, 7, 8), $"kind-{kind}")));
        var seven = ListOf([.. Enumerable.Range(1, 8).Where(kind => kind != without)]);
        Assert.Equal(Enumerable.Range(1, 8).Where(kind => kind != without), Enumerable.Range(1, 9).Where(kind => Admits(seven, $"kind-{kind}")));
    }

    // Art 24: "in advance" is not the same day, though no number of days is named.
    [Fact]
    public void Zhoushan24_TheDepartment_AppliesInAdvance()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToReview().SignAll().Do(Office, EntryTriggers.Publish);
        var refusal = Assert.Single(desk.Refusals(Office, EntryTriggers.Enter));

        Assert.Equal(("permissions.entry-not-ahead", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
        Assert.Equal("The item \"visits\" would begin on 2026-01-05, but was applied for on 2026-01-05, not in advance.", refusal.Message.ToString());
        Assert.Equal("It works from 2026-01-06.", refusal.Nearest!.ToString());
        Assert.Equal(EntryStatus.InForce, desk.On(2026, 1, 6).Do(Office, EntryTriggers.Enter).File!.Item.Status);
        Assert.Equal("permissions.entry-not-ahead", new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Item with { ValidFrom = new LocalDate(2026, 1, 5) }).Refusals(Office, EntryTriggers.Receive)[0].Code);
    }

    [Fact]
    public void Zhoushan24_TheDepartment_AppliesToTheOfficeOfItsLevel()
    {
        var establishment = SmallCounty.Compile(SmallCounty.Posts, [SmallCounty.Departments[0], new Department("health", "Health station", "卫生院", "village")]);
        var list = SmallLists.Entries() with { Bodies = [.. SmallLists.Entries().Bodies, new ApprovalBody("village-office", new LocalizedText("Grid office of the village", "村网格办"))] };
        var preset = EntryProcedurePresets.Zhoushan with { Offices = [new EntryOffice("village", "village-office")] };
        EntryDesk Applied(string department) => new EntryDesk(preset, list, establishment).Do(department, new EntryStep(EntryTriggers.Apply) { Item = Item with { ApplyingDepartment = department } });

        Assert.Equal("These may do it: village-office.", Assert.Single(Applied("health").Refusals(Office, EntryTriggers.Receive)).Nearest!.ToString());
        Assert.Equal(EntryStatus.Received, Applied("health").Do("village-office", EntryTriggers.Receive).File!.Item.Status);
        Assert.Equal("These may do it: grid-office.", Assert.Single(Applied("civil-affairs").Refusals("village-office", EntryTriggers.Receive)).Nearest!.ToString());
        Assert.Equal(EntryStatus.Received, Applied("civil-affairs").Do(Office, EntryTriggers.Receive).File!.Item.Status);
    }

    [Fact]
    public void Zhoushan24_SomebodyElseThanTheDepartment_MayNotApplyForIt()
    {
        var refusals = new EntryDesk(EntryProcedurePresets.Zhoushan).Refusals("health", new EntryStep(EntryTriggers.Apply) { Item = Item });
        Assert.Equal(["permissions.entry-not-applicant"], refusals.Select(static refusal => refusal.Code));
        Assert.Equal(RefusalKind.NotYourRole, refusals[0].Kind);
    }

    [Fact]
    public void Zhoushan24_WhatIsNotListed_MayNotBeAssignedToGridStaff()
    {
        var decision = new EntryDesk(EntryProcedurePresets.Zhoushan).Admit();
        Assert.Equal(AdmissionVerdict.NotListed, decision.Verdict);
        Assert.Equal("permissions.not-listed", decision.Refusals[0].Code);
    }

    [Fact]
    public void Zhoushan24_WhatIsAppliedForOnly_MayNotBeAssignedYet()
    {
        var decision = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToReview().Admit();
        Assert.Equal(AdmissionVerdict.NotYetInForce, decision.Verdict);
        Assert.Equal(["visits"], decision.Items);
    }

    [Fact]
    public void Zhoushan24_AnUrgentItem_NeedsTheConsentOfTheOffice()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Urgent).Do("civil-affairs", EntryTriggers.Sign);

        var refusal = Assert.Single(desk.Refusals(Office, EntryTriggers.AdmitTemporarily));
        Assert.Equal(("permissions.entry-unsigned", RefusalKind.ConditionUnmet), (refusal.Code, refusal.Kind));
        Assert.Equal("It takes also: grid-office.", refusal.Nearest!.ToString());
        Assert.Equal(EntryStatus.InForce, desk.Do(Office, EntryTriggers.Sign).Do(Office, EntryTriggers.AdmitTemporarily).File!.Item.Status);
    }

    [Fact]
    public void Zhoushan24_AnUrgentItem_NeedsAStatedTerm()
    {
        var refusals = new EntryDesk(EntryProcedurePresets.Zhoushan).Refusals("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = Urgent with { ValidTo = null } });
        Assert.Equal(["permissions.temporary-without-term"], refusals.Select(static refusal => refusal.Code));
    }

    [Theory]
    [InlineData(2026, 3, 31, AdmissionVerdict.ListedTemporarily)]
    [InlineData(2026, 4, 1, AdmissionVerdict.Expired)]
    public void Zhoushan24_AnUrgentItem_IsInUntilItsTermEnds(int year, int month, int day, AdmissionVerdict verdict)
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Urgent).SignAll().Do(Office, EntryTriggers.AdmitTemporarily);
        var decision = desk.Admit(new LocalDate(year, month, day));

        Assert.Equal(verdict, decision.Verdict);
        Assert.Equal(decision.IsAdmitted ? Urgent.ValidTo : null, decision.Until);
    }

    [Fact]
    public void Zhoushan24_AnUrgentItemWhoseTermIsOver_DoesNotEnter()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(Urgent).SignAll().On(2026, 4, 1);
        Assert.Equal("permissions.entry-not-temporary", desk.Refusals(Office, EntryTriggers.AdmitTemporarily)[0].Code);
        Assert.True(desk.On(2026, 3, 31).Do(Office, EntryTriggers.AdmitTemporarily).Admit().IsAdmitted);
    }

    [Fact]
    public void Zhoushan24_AnOrdinaryItem_HasNoShortcut()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply();
        Assert.Contains(desk.Refusals(Office, EntryTriggers.AdmitTemporarily), static refusal => refusal.Code is "permissions.entry-not-temporary");
        Assert.Contains(desk.Refusals("political-legal", EntryTriggers.Sign), static refusal => refusal.Code is "permissions.entry-not-temporary");
    }

    [Fact]
    public void Zhoushan25_AnAdjustment_WaitsForItsEvaluation_AndTheItemStaysAsItIs()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        var changed = Item with { Matters = ["visit", "patrol"] };
        desk.Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = changed }).SignAll("health");

        Assert.True(desk.Admit().IsAdmitted);
        Assert.Equal(AdmissionVerdict.NotListed, desk.Admit(matter: "patrol").Verdict);
        Assert.Equal("permissions.entry-no-such-step", desk.Refusals(Office, EntryTriggers.Publish)[0].Code);
    }

    [Fact]
    public void Zhoushan25_AnAdjustment_HoldsFromItsPublication()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        desk.On(2026, 2, 2).Do("civil-affairs", new EntryStep(EntryTriggers.Adjust) { Item = Item with { Matters = ["patrol"] } }).SignAll();
        Assert.Equal(AdmissionVerdict.NotListed, desk.Admit(matter: "patrol").Verdict);

        desk.On(2026, 2, 10).Do(Office, EntryTriggers.Publish);

        Assert.True(desk.Admit(matter: "patrol").IsAdmitted);
        Assert.Equal(AdmissionVerdict.NotListed, desk.Admit().Verdict);
        Assert.Equal((new LocalDate(2026, 2, 10), new LocalDate(2026, 1, 5)), (desk.File!.Item.PublishedOn, desk.File.Item.AppliedOn));
        Assert.Null(desk.File.Draft);
    }

    [Fact]
    public void Zhoushan25_AnAdjustmentThatOneRefuses_ChangesNothing()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        var before = desk.File!.Item;
        desk.Do(Office, new EntryStep(EntryTriggers.Adjust) { Item = Item with { Matters = ["patrol"] } }).Do("establishment-office", EntryTriggers.Refuse);

        Assert.Equal(before, desk.File.Item);
        Assert.Equal(("in-force", null), (desk.File.State, desk.File.Draft));
    }

    [Fact]
    public void Zhoushan25_TheExit_NeedsAReasonAndEndsTheEntry()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        Assert.Equal("permissions.entry-no-reason", Assert.Single(desk.Refusals(Office, EntryTriggers.Withdraw, withReason: false)).Code);

        desk.Do(Office, EntryTriggers.Withdraw);

        Assert.Equal(AdmissionVerdict.Withdrawn, desk.Admit().Verdict);
        Assert.Equal("理由", desk.File!.Item.ExitReason!.Zh);
        Assert.Equal(RefusalKind.NoSuchAction, desk.Refusals(Office, EntryTriggers.Resume)[0].Kind);
    }

    [Fact]
    public void Xicheng_Apply_ThirtyWorkingDaysAhead_CountsTheSpringFestival()
    {
        // From 5 January 2026 the thirtieth working day is Saturday 14 February, worked in place of the Spring Festival.
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018);
        var start = new LocalDate(2026, 2, 15);
        desk.Apply(Item with { ValidFrom = start }).Do(Office, EntryTriggers.Receive);
        Assert.Equal(EntryStatus.Received, desk.File!.Item.Status);

        var counted = Enumerable.Range(1, 365).Select(days => new LocalDate(2026, 1, 5).PlusDays(days)).Where(day => desk.Procedure.Calendar.IsWorkingDay(day) == true).ElementAt(29);
        Assert.Equal(start, counted.PlusDays(1));
    }

    [Fact]
    public void Xicheng_Apply_ADayTooLate_IsRefusedWithTheFirstDayThatWorks()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).Apply(Item with { ValidFrom = new LocalDate(2026, 2, 14) });

        var refusal = Assert.Single(desk.Refusals(Office, EntryTriggers.Receive));
        Assert.Equal(("permissions.entry-too-late", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
        Assert.Equal("It works from 2026-02-15.", refusal.Nearest!.ToString());
        Assert.Equal("The item \"visits\" would begin on 2026-02-14, but was applied for on 2026-01-05, less than 30 working-days ahead.", refusal.Message.ToString());
    }

    [Fact]
    public void Xicheng_Apply_TooLate_MayBeCompletedWithALaterStart()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).Apply(Item with { ValidFrom = new LocalDate(2026, 2, 14) }).Do(Office, EntryTriggers.Return);
        Assert.Equal(EntryStatus.ToBeCompleted, desk.File!.Item.Status);

        desk.Do("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item with { ValidFrom = new LocalDate(2026, 2, 15) } }).Do(Office, EntryTriggers.Receive);
        Assert.Equal("received", desk.File.State);
    }

    [Fact]
    public void Xicheng_Apply_BeyondThePublishedCalendar_IsUnknown()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).On(2026, 12, 20).Apply(Item with { ValidFrom = new LocalDate(2027, 3, 1) });
        Assert.Equal("permissions.entry-ahead-unknown", Assert.Single(desk.Refusals(Office, EntryTriggers.Receive)).Code);
    }

    [Fact]
    public void Xicheng_Approve_WithinFifteenWorkingDays()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).Apply();
        Assert.Equal(new LocalDate(2026, 1, 26), desk.Due(EntryProcedure.Decision));

        desk.On(2026, 1, 12).Do(Office, EntryTriggers.Receive).Do(Office, EntryTriggers.Review);
        Assert.Equal(new LocalDate(2026, 1, 26), desk.Due(EntryProcedure.Decision));
        desk.On(2026, 1, 26).SignAll();
        var ledger = desk.Procedure.ClocksOf(desk.File!).Find(EntryProcedure.Decision)!;
        Assert.False(ledger.Due(desk.Procedure.Calendar).IsMissedBy(ledger.CompletedAt!.Value));
    }

    [Fact]
    public void Xicheng_Approve_OverNationalDay_CountsTheDaysThatAreWorkedInstead()
    {
        // From Monday 21 September 2026: three days, Mid-Autumn, three days, National Day, Saturday 10 October worked instead.
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).On(2026, 9, 21).Apply();
        var counted = Enumerable.Range(1, 365).Select(days => new LocalDate(2026, 9, 21).PlusDays(days)).Where(day => desk.Procedure.Calendar.IsWorkingDay(day) == true).ElementAt(14);

        Assert.Equal(new LocalDate(2026, 10, 19), desk.Due(EntryProcedure.Decision));
        Assert.Equal(counted, desk.Due(EntryProcedure.Decision));
    }

    [Fact]
    public void Xicheng_Approve_ADayTooLate_IsMissedThoughItHolds()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().On(2026, 1, 27).SignAll();
        var ledger = desk.Procedure.ClocksOf(desk.File!).Find(EntryProcedure.Decision)!;

        Assert.True(ledger.Due(desk.Procedure.Calendar).IsMissedBy(ledger.CompletedAt!.Value));
        Assert.Equal(EntryStatus.Approved, desk.File!.Item.Status);
    }

    [Fact]
    public void Xicheng_TheCommunity_MayRefuseWhatHasNotBeenThroughTheSteps()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().SignAll().Do(Office, EntryTriggers.Publish);

        var refusal = Assert.Single(desk.Admit().Refusals);
        Assert.Equal(("permissions.entry-not-approved", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
        Assert.Equal(["visits"], refusal.Rules);
    }

    [Fact]
    public void Xicheng_Approve_WhatOneOfThePanelRefuses_IsRefusedForGood()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().Do("political-legal", EntryTriggers.Sign).Do("establishment-office", EntryTriggers.Refuse);

        Assert.Equal(EntryStatus.Refused, desk.File!.Item.Status);
        Assert.Equal(AdmissionVerdict.NotListed, desk.Admit().Verdict);
        Assert.Equal(RefusalKind.NoSuchAction, desk.Refusals("civil-affairs", EntryTriggers.Sign)[0].Kind);
    }

    [Fact]
    public void Xicheng_Approve_RestsWhileTheDepartmentCompletes()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).Apply().On(2026, 1, 7).Do(Office, EntryTriggers.Return);
        Assert.True(desk.Procedure.ClocksOf(desk.File!).Find(EntryProcedure.Decision)!.IsPaused);

        desk.On(2026, 1, 14).Do("civil-affairs", new EntryStep(EntryTriggers.Complete) { Item = Item });

        // Five working days of rest, from 7 to 14 January.
        Assert.Equal(new LocalDate(2026, 2, 2), desk.Due(EntryProcedure.Decision));
        Assert.Equal(new LocalDate(2026, 1, 14), desk.File!.Item.AppliedOn);
    }

    [Fact]
    public void Xicheng_Approve_ThePanelSignsAltogether()
    {
        // 民政局 + 组织部 + 社会办.
        var list = SmallLists.Entries() with
        {
            Bodies = [.. SmallLists.Entries().Bodies, new ApprovalBody("organisation-department", new LocalizedText("Organisation department", "组织部")), new ApprovalBody("society-office", new LocalizedText("Society office", "社会办"))],
            RequiredApprovers = ["civil-affairs", "organisation-department", "society-office"],
        };
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018, list).Apply(Item with { AssistDepartments = [] }).Do(Office, EntryTriggers.Receive).Do(Office, EntryTriggers.Review);

        desk.Do("civil-affairs", EntryTriggers.Sign).Do("society-office", EntryTriggers.Sign);
        Assert.Equal(EntryStatus.UnderReview, desk.File!.Item.Status);
        Assert.Equal("permissions.entry-signed-already", desk.Refusals("society-office", EntryTriggers.Sign)[0].Code);
        Assert.Equal("permissions.entry-not-your-step", desk.Refusals("health", EntryTriggers.Sign)[0].Code);
        Assert.Equal(EntryStatus.Approved, desk.Do("organisation-department", EntryTriggers.Sign).File!.Item.Status);
    }

    [Fact]
    public void Xicheng_Enter_NotBeforeTheThirtyDaysAreOver()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().SignAll().Do(Office, EntryTriggers.Publish);

        Assert.Equal("It works from 2026-02-15.", desk.On(2026, 2, 14).Refusals(Office, EntryTriggers.Enter)[0].Nearest!.ToString());
        Assert.True(desk.On(2026, 2, 15).Do(Office, EntryTriggers.Enter).Admit().IsAdmitted);
    }

    [Fact]
    public void Xicheng_Withdraw_EndsIt()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Xicheng2018).UpToReview().SignAll().Do(Office, EntryTriggers.Publish).On(2026, 3, 2).Do(Office, EntryTriggers.Enter);
        Assert.Equal(AdmissionVerdict.Withdrawn, desk.Do("civil-affairs", EntryTriggers.Withdraw).Admit().Verdict);
    }

    // Two lists, of 56 and of 47 items: each admits its own and nothing of the other.
    [Theory]
    [InlineData(1, 56)]
    [InlineData(57, 47)]
    public void Xicheng_TheTwoLists_AdmitTheirFiftySixAndFortySevenItemsAlone(int first, int count)
    {
        var matters = Numbered("item", 104);
        var own = Enumerable.Range(first, count).ToArray();

        var list = Listing(matters, "list", own);

        Assert.Equal(own, Enumerable.Range(1, 104).Where(item => Admits(list, $"item-{item}")));
        Assert.Equal("permissions.not-listed", Assert.Single(list.Admit(SmallLists.Ask("item-104")).Refusals).Code);
    }

    // 北京市接诉即办工作条例 art 17, first sentence: 不得将社区职责清单外的事项交由社区办理.
    [Fact]
    public void Beijing17_WhatIsOutsideTheList_MayNotBePushedDown()
    {
        var refusal = new EntryDesk(EntryProcedurePresets.Xicheng2018).Admit(matter: "illegal-building").Refusals[0];
        Assert.Equal(("permissions.not-listed", RefusalKind.OutsideListOrTime), (refusal.Code, refusal.Kind));
        Assert.Equal("Refer it to \"civil-affairs\".", refusal.Nearest!.ToString());
    }

    // Second sentence: 不得将协助工作交由社区作为主责.
    [Theory]
    [InlineData("grid-worker", EntryCategory.Assisted, AuthorityStance.Lead, true)]
    [InlineData("village-head", EntryCategory.Assisted, AuthorityStance.Lead, true)]
    [InlineData("grid-worker", EntryCategory.Assisted, AuthorityStance.Assist, false)]
    [InlineData("grid-worker", EntryCategory.Statutory, AuthorityStance.Lead, false)]
    [InlineData("commander", EntryCategory.Assisted, AuthorityStance.Lead, false)]
    [InlineData("handler", EntryCategory.Assisted, AuthorityStance.Lead, false)]
    public void Beijing17_AssistedWork_MayNotBeGivenToTheCommunityAsItsMainResponsibility(string post, EntryCategory category, AuthorityStance stance, bool isFound)
    {
        var list = SmallLists.EntryList(SmallLists.Entries(SmallLists.Item("visits", "visit") with { Category = category }) with { CommunityLevels = ["village", "grid"] });
        var powers = SmallLists.AuthorityList(SmallLists.Rule("leads", stance, post, "handle", "visit"));

        var found = AssistedWork.Run(list, powers, [GridCode.Parse("1")]);

        Assert.Equal(isFound ? ["/rules/0 permissions.assisted-lead"] : [], found.Select(static finding => $"{finding.Place.Path} {finding.Code}"));
        Assert.All(found, finding => Assert.Contains($"\"{post}\" leads to \"handle\" the matter \"Visit\"", finding.Message.ToString(), StringComparison.Ordinal));
        Assert.Empty(AssistedWork.Run(SmallLists.EntryList(list.Definition with { CommunityLevels = [] }), powers, [GridCode.Parse("1")]));
    }

    [Fact]
    public void Beijing17_TheCommunitysLead_IsFoundWhereAndWhenItIsOneAlone()
    {
        var item = SmallLists.Item("visits") with { Classes = ["duty"], Places = ["12"], ValidFrom = SmallLists.Day, ValidTo = SmallLists.Day.PlusDays(9) };
        var list = SmallLists.EntryList(SmallLists.Entries(item) with { CommunityLevels = ["grid"] });
        var lead = SmallLists.Rule("leads", AuthorityStance.Lead, "grid-worker", "*", "visit");
        string Found(params AuthorityRule[] rules) => string.Join(' ', AssistedWork.Run(list, SmallLists.AuthorityList(rules), [GridCode.Parse("1")]).Select(static finding => finding.Message.ToString()));

        Assert.Equal(3, AssistedWork.Run(list, SmallLists.AuthorityList(lead), [GridCode.Parse("1")]).Count);
        Assert.Contains("at \"12\" on 2026-02-02", Found(lead), StringComparison.Ordinal);
        Assert.Contains("at \"123\" on 2026-02-05", Found(lead with { Places = ["123"], ValidFrom = SmallLists.Day.PlusDays(3) }), StringComparison.Ordinal);
        Assert.Equal("", Found(lead with { Places = ["13"] }));
        Assert.Equal("", Found(lead with { ValidFrom = SmallLists.Day.PlusDays(10) }));
        Assert.Equal("", Found(lead with { ValidTo = SmallLists.Day.PlusDays(-1) }));
        Assert.Equal("", Found(lead, SmallLists.Rule("not", AuthorityStance.MustNot, "grid-worker", "*", "visit")));
        Assert.Contains("\"* (grid)\"", Found(lead with { Posts = [], Levels = ["grid"] }), StringComparison.Ordinal);
        Assert.Equal("", Found(lead with { Posts = [], Levels = ["village"] }));
    }

    // 北京市街道办事处条例 art 32: no filling in of forms outside the community's list.
    [Fact]
    public void Beijing32_FormsOutsideTheList_AreKeptOut()
    {
        var refusals = SampleLists.EntryList.Admit(new AdmissionRequest("unlawful-forms", "village", GridCode.Parse("511921105201"), new LocalDate(2026, 1, 20), "village-head")).Refusals;
        Assert.Equal("permissions.negative-list", refusals[0].Code);
        Assert.Equal(["negative-unlawful-forms"], refusals[0].Rules);
    }

    [Fact]
    public void Beijing17_TheList_IsPublishedBeforeItHolds()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToReview().SignAll();
        Assert.Equal("permissions.entry-no-such-step", desk.Refusals(Office, EntryTriggers.Enter)[0].Code);
        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit().Verdict);
        Assert.Equal(new LocalDate(2026, 1, 5), desk.Do(Office, EntryTriggers.Publish).File!.Item.PublishedOn);
        Assert.Equal(AdmissionVerdict.NotYetInForce, desk.Admit().Verdict);
    }

    [Fact]
    public void Beijing17_TheList_IsLookedAtAgain()
    {
        // A year after January 2026 ends on a day that no notice covers; a year after 6 January 2025, when it came into force, is Tuesday 6 January 2026.
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).On(2025, 1, 5).UpToForce();
        Assert.Equal(new LocalDate(2026, 1, 6), desk.File!.Item.ReviewOn);

        var list = EntryList.Compile(desk.Procedure.ListOf([desk.File]), SmallLists.Catalogue, SmallCounty.Establishment, out _)!;
        Assert.Contains(list.Terms(new LocalDate(2026, 1, 7), new LocalDate(2026, 2, 1)), static finding => finding.Code is "permissions.item-review-due");
        Assert.Equal(new LocalDate(2026, 6, 1), desk.On(2025, 6, 1).Do(Office, EntryTriggers.Confirm).File!.Item.ReviewOn);
    }

    [Fact]
    public void Shanghai27_TheEntryMechanism_RunsThroughEveryStep()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();

        Assert.Equal(
            ["apply", "receive", "review", "sign", "sign", "sign", "sign", "publish", "enter-into-force"],
            desk.File!.History.Select(static happened => happened.Trigger));
        Assert.Equal(["political-legal", "establishment-office", "civil-affairs", "health"], desk.File.Item.Approvals.Select(static approval => approval.Body));
        Assert.All(desk.File.Item.Approvals, static approval => Assert.Equal("〔2026〕1号", approval.DocumentNo));
        Assert.Equal(Office, desk.File.Item.ReviewedBy);
        Assert.True(desk.Admit().IsAdmitted);
    }

    // Art 27: outside the list the committee may refuse (有权拒绝); inside it has no such ground.
    [Fact]
    public void Shanghai27_WhatIsOutsideTheList_MayBeRefusedWithItsReason()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce();
        var outside = desk.Admit(matter: "patrol");

        var refusal = Assert.Single(outside.Refusals);
        Assert.Equal((false, "permissions.not-listed", RefusalKind.OutsideListOrTime), (outside.IsAdmitted, refusal.Code, refusal.Kind));
        Assert.Equal("The matter \"Patrol\" is not on the entry list, so it may not be given to a grid.", refusal.Message.ToString());
        Assert.Equal("The department may apply for entry in advance.", refusal.Nearest!.ToString());
        Assert.Empty(desk.Admit().Refusals);
    }

    [Fact]
    public void Shanghai27_WhatRests_MayBeRefusedUntilItIsTakenUpAgain()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce().Do(Office, EntryTriggers.Suspend);
        Assert.Equal("permissions.entry-suspended", desk.Admit().Refusals[0].Code);
        Assert.True(desk.Do(Office, EntryTriggers.Resume).Admit().IsAdmitted);
    }

    // Arts 27 and 28: a second list for certificates (证明事项); what stands in one is not in by it in the other.
    [Fact]
    public void Shanghai28_TheListOfCertificates_IsASecondOne()
    {
        var matters = Numbered("item", 4);
        var (tasks, certificates) = (Listing(matters, "tasks", 1, 2), Listing(matters, "certificates", 3));

        Assert.Equal([1, 2], Enumerable.Range(1, 4).Where(item => Admits(tasks, $"item-{item}")));
        Assert.Equal([3], Enumerable.Range(1, 4).Where(item => Admits(certificates, $"item-{item}")));
        Assert.Equal("permissions.not-listed", Assert.Single(certificates.Admit(SmallLists.Ask("item-1")).Refusals).Code);
    }

    [Fact]
    public void Shanghai28_ACertificateOutsideItsList_MayBeRefused()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan, SmallLists.Entries() with { Code = "certificates" }).UpToForce();

        Assert.True(desk.Admit().IsAdmitted);
        Assert.Equal("permissions.not-listed", Assert.Single(desk.Admit(matter: "patrol").Refusals).Code);
    }

    [Fact]
    public void OrganicLaw20_WhatNeedsACommittee_NeedsTheConsentOfTheGovernment()
    {
        // 居民委员会组织法 art 20: by consent of the government of the city or district, and in one arrangement.
        var list = SmallLists.Entries() with
        {
            Bodies = [.. SmallLists.Entries().Bodies, new ApprovalBody("district-government", new LocalizedText("District government", "区人民政府"))],
            RequiredApprovers = ["district-government"],
        };
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan, list).UpToReview().SignAll("district-government");

        Assert.Equal(EntryStatus.UnderReview, desk.File!.Item.Status);
        Assert.Equal(EntryStatus.Approved, desk.Do("district-government", EntryTriggers.Sign).File!.Item.Status);
    }

    [Fact]
    public void Erqi_TheFiveSteps_ApplyApproveEnterSuperviseExit()
    {
        var desk = new EntryDesk(EntryProcedurePresets.Zhoushan).UpToForce().On(2026, 3, 2).Do(Office, EntryTriggers.Confirm);
        Assert.True(desk.Admit().IsAdmitted);

        desk.On(2026, 4, 1).Do(Office, EntryTriggers.Withdraw);

        Assert.Equal(
            [EntryTriggers.Apply, EntryTriggers.Sign, EntryTriggers.Enter, EntryTriggers.Confirm, EntryTriggers.Withdraw],
            desk.File!.History.Select(static happened => happened.Trigger).Where(static trigger => trigger is EntryTriggers.Apply or EntryTriggers.Sign or EntryTriggers.Enter or EntryTriggers.Confirm or EntryTriggers.Withdraw).Distinct());
        Assert.Equal(AdmissionVerdict.Withdrawn, desk.Admit().Verdict);
    }

    [Fact]
    public void Seed_AnIncompleteItem_IsNotReceived()
    {
        // 清单形式明确具体项目、权责事项和操作流程: all three.
        var bare = Item with { Matters = [], PowersAndDuties = null, OperatingProcedure = [] };
        var refusals = new EntryDesk(EntryProcedurePresets.Zhoushan).Apply(bare).Refusals(Office, EntryTriggers.Receive);
        Assert.Equal(3, refusals.Count(static refusal => refusal.Code is "permissions.entry-incomplete"));
    }

    [Fact]
    public void Seed_WhatTheScopeGuardKeepsOut_CannotBeAppliedFor()
    {
        var refusal = Assert.Single(new EntryDesk(EntryProcedurePresets.Zhoushan).Refusals("civil-affairs", new EntryStep(EntryTriggers.Apply) { Item = Item with { Matters = ["council"] } }));
        Assert.Equal("permissions.listed-against-guard", refusal.Code);
        Assert.Equal("Refer it to \"villagers-council\".", refusal.Nearest!.ToString());
    }

    private static MatterCatalogue Numbered(string prefix, int count)
    {
        var matters = Enumerable.Range(1, count).Select(i => SmallLists.Matters[1] with { Code = $"{prefix}-{i}" });
        return MatterCatalogue.Compile(matters, SmallCounty.Establishment, out _)!;
    }

    private static EntryList Listing(MatterCatalogue matters, string code, params int[] numbers)
    {
        var items = numbers.Select(number => SmallLists.Item(matters.Matters[number - 1].Code, matters.Matters[number - 1].Code)).ToArray();
        var list = EntryList.Compile(SmallLists.Entries(items) with { Code = code }, matters, SmallCounty.Establishment, out var report);
        report.EnsureNoErrors();
        return list!;
    }

    private static bool Admits(EntryList list, string matter) => list.Admit(SmallLists.Ask(matter)).IsAdmitted;
}
