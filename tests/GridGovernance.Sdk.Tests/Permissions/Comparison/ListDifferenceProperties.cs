using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Differences against asking both versions everything there is to ask.</summary>
public sealed class ListDifferenceProperties
{
    private static readonly GridCode[] Places = [.. new[] { "1", "12", "13", "123", "124", "133" }.Select(static code => GridCode.Parse(code))];
    private static readonly EquatableArray<string>[] ConditionSets = 
    [
        [], ["not-the-handler"], ["legal-basis-cited"], ["is-the-handler"], ["legal-basis-cited", "not-the-handler"], ["is-the-handler", "not-the-handler"], ["is-the-handler", "legal-basis-cited"],
        ["is-the-handler", "legal-basis-cited", "not-the-handler"],
    ];

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 8)]
    public void Between_AnyTwoPowerLists_FindsWhatAskingEverythingFinds(AuthorityListDefinition before, AuthorityListDefinition after)
    {
        var (old, young) = (SmallLists.AuthorityList(before), SmallLists.AuthorityList(after));

        var changes = ListDifference.Between(old, young, Places);

        var expected = new Dictionary<(PermissionChangeKind, AuthorityHolder, string, string), int>();
        GridKind?[] kinds = [null, .. before.Rules.Concat(after.Rules).SelectMany(static rule => rule.Kinds).Distinct()];
        foreach (var ask in Everything(kinds))
        {
            var (was, now) = (old.Decide(ask).IsAllowed, young.Decide(ask).IsAllowed);
            if (was != now)
            {
                var key = (now ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied, new AuthorityHolder(ask.Post, ask.Department, ask.Level, ask.Kind), ask.Action, ask.Matter);
                expected[key] = Math.Min(expected.GetValueOrDefault(key, int.MaxValue), ask.Conditions.Count);
            }
        }

        // What turns for units of any other kind is told once.
        foreach (var key in expected.Keys.Where(key => key.Item2.Kind is not null && expected.ContainsKey((key.Item1, key.Item2 with { Kind = null }, key.Item3, key.Item4))).ToArray())
        {
            expected.Remove(key);
        }

        Assert.Equal(
            expected.OrderBy(static pair => pair.Key.ToString(), StringComparer.Ordinal),
            changes.Select(static change => KeyValuePair.Create((change.Kind, change.Holder, change.Action, change.Matter), change.Witness.Conditions.Count))
                .OrderBy(static pair => pair.Key.ToString(), StringComparer.Ordinal));
        Assert.All(changes, change =>
        {
            Assert.Equal(change.Kind == PermissionChangeKind.NewlyAllowed, young.Decide(change.Witness).IsAllowed);
            Assert.Equal(change.Kind == PermissionChangeKind.NewlyDenied, old.Decide(change.Witness).IsAllowed);
            Assert.Equal((old.Decide(change.Witness).Rules, young.Decide(change.Witness).Rules), (change.RulesBefore, change.RulesAfter));
        });
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 200)]
    public void Between_APowerListAndItsCopyInAnotherOrder_FindsNothing(AuthorityListDefinition list)
    {
        var copy = list with { Version = "2", Rules = EquatableArray.From(list.Rules.Reverse().Select(static (rule, i) => rule with { Code = $"renamed-{i}" })) };

        Assert.Empty(ListDifference.Between(SmallLists.AuthorityList(list), SmallLists.AuthorityList(copy), Places));
    }

    [Property(Arbitrary = [typeof(ListGenerators)], MaxTest = 40)]
    public void Between_AnyTwoEntryLists_FindsWhatAskingEverythingFinds(EntryListDefinition before, EntryListDefinition after)
    {
        var (old, young) = (SmallLists.EntryList(before), SmallLists.EntryList(after));

        var changes = ListDifference.Between(old, young, SmallCounty.Establishment, Places);

        var spatial = SmallCounty.Posts.Where(static post => !post.IsOfDepartment).ToArray();
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (matter, level) in SmallLists.Matters.SelectMany(static matter => SmallCounty.Establishment.Levels.Select(level => (matter.Code, level))))
        {
            var forAll = Turns(old, young, matter, level, null);
            expected.UnionWith(forAll.Select(kind => $"{kind} {matter} {level} "));
            foreach (var post in spatial.Where(post => string.Equals(post.Level, level, StringComparison.Ordinal)))
            {
                expected.UnionWith(Turns(old, young, matter, level, post.Code).Except(forAll).Select(kind => $"{kind} {matter} {level} {post.Code}"));
            }
        }

        Assert.Equal(expected, changes.Select(static change => $"{change.Kind} {change.Witness.Matter} {change.Witness.Level} {change.Witness.Post}").Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal((change.Before, change.After), (old.Admit(change.Witness).Verdict, young.Admit(change.Witness).Verdict)));
        Assert.All(changes, change => Assert.Equal((change.ItemsBefore, change.ItemsAfter), (old.Admit(change.Witness).Items, young.Admit(change.Witness).Items)));
    }

    [Fact]
    public void Between_WithoutPlaces_Throws()
    {
        var list = SmallLists.AuthorityList();
        Assert.Throws<ArgumentException>(() => ListDifference.Between(list, list, []));
    }

    private static IEnumerable<LocalDate> Days() => Enumerable.Range(-4, 9).Select(SmallLists.Day.PlusDays);

    private static HashSet<PermissionChangeKind> Turns(EntryList old, EntryList young, string matter, string level, string? post) =>
        (from place in Places
         from day in Days()
         let ask = new AdmissionRequest(matter, level, place, day, post)
         let now = young.Admit(ask).IsAdmitted
         where now != old.Admit(ask).IsAdmitted
         select now ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied).ToHashSet();

    private static IEnumerable<AuthorityRequest> Everything(GridKind?[] kinds) =>
        from post in SmallCounty.Posts
        from department in post.IsOfDepartment ? SmallCounty.Departments.Select(static department => (string?)department.Code) : [null]
        from kind in post.IsOfDepartment ? [null] : kinds
        from action in new[] { "report", "handle", "verify" }
        from matter in SmallLists.Matters
        from place in Places
        from own in new GridCode?[] { null, GridCode.Parse("2") }
        from day in Days()
        from conditions in ConditionSets
        select new AuthorityRequest
        {
            Post = post.Code,
            Department = department,
            Level = post.IsOfDepartment ? "county" : post.Level,
            Kind = kind,
            Action = action,
            Matter = matter.Code,
            Place = place,
            OwnArea = own,
            At = day.AtMidnight(),
            Conditions = conditions,
        };
}
