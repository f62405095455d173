using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tests.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Random lists and requests over the small county, dense enough for every verdict to come up.</summary>
internal static class ListGenerators
{
    private static readonly string[] Places = ["1", "12", "13", "123", "124", "133"];
    private static readonly string[] Levels = ["county", "village", "grid"];
    private static readonly GridKind[] Kinds = [GridKind.Dedicated, GridKind.Comprehensive];
    private static readonly string[] Posts = SmallCounty.Posts.Select(static post => post.Code).ToArray();
    private static readonly string[] Departments = SmallCounty.Departments.Select(static department => department.Code).ToArray();
    private static readonly string[] Matters = SmallLists.Matters.Select(static matter => matter.Code).ToArray();
    private static readonly string[] Classes = SmallLists.Matters.Select(static matter => matter.Class).Distinct().ToArray();
    private static readonly string[] Actions = ["report", "handle", "verify"];
    private static readonly string[] Conditions = ["not-the-handler", "legal-basis-cited", "is-the-handler"];

    public static Arbitrary<AuthorityListDefinition> AuthorityLists() => Arb.From(
        from rules in Rule.ListOf().Where(static rules => rules.Count <= 12)
        from hasKinds in Gen.Elements(true, false)
        select SmallLists.Powers(rules.Select((rule, i) => rule with { Code = $"r{i}", Kinds = hasKinds ? rule.Kinds : [] }).ToArray()),
        static list => Enumerable.Range(0, list.Rules.Count).Select(i => list with { Rules = EquatableArray.From(list.Rules.Where((_, j) => j != i)) }));

    public static Arbitrary<AuthorityRequest> AuthorityRequests() => Arb.From(
        from post in Gen.Elements(Posts)
        from department in Gen.Elements<string?>([null, .. Departments])
        from level in Gen.Elements(Levels)
        from kind in Gen.Elements<GridKind?>([null, GridKind.Micro, .. Kinds, .. Kinds])
        from action in Gen.Elements(Actions)
        from matter in Gen.Elements(Matters)
        from place in Gen.Elements(Places)
        from own in Gen.Elements<string?>([null, null, .. Places])
        from day in Day
        from conditions in Some(Conditions, 1)
        select new AuthorityRequest
        {
            Post = post,
            Department = department,
            Level = level,
            Kind = kind,
            Action = action,
            Matter = matter,
            Place = GridCode.Parse(place),
            OwnArea = own is null ? null : GridCode.Parse(own),
            At = day.AtMidnight(),
            Conditions = conditions,
        });

    /// <summary>Ten requests: a list is slow to compile and quick to ask.</summary>
    public static Arbitrary<AuthorityRequest[]> TenAuthorityRequests() => Arb.From(AuthorityRequests().Generator.ArrayOf(10), static requests => requests.Length == 1 ? [] : requests.Select(static one => new[] { one }));

    public static Arbitrary<EntryListDefinition> EntryLists() => Arb.From(
        from items in Item.ListOf().Where(static items => items.Count <= 10)
        from guard in Gen.Elements("wu-2020", "inclusive")
        select SmallLists.Entries(items.Select(static (item, i) => item with { Code = $"i{i}" }).ToArray()) with { ScopeGuard = guard },
        static list => Enumerable.Range(0, list.Items.Count).Select(i => list with { Items = EquatableArray.From(list.Items.Where((_, j) => j != i)) }));

    public static Arbitrary<AdmissionRequest> AdmissionRequests() => Arb.From(
        from matter in Gen.Elements(Matters)
        from level in Gen.Elements(Levels)
        from place in Gen.Elements(Places)
        from day in Day
        from post in Gen.Elements<string?>([null, .. Posts])
        select new AdmissionRequest(matter, level, GridCode.Parse(place), day, post));

    private static Gen<LocalDate> Day => Gen.Choose(-3, 3).Select(SmallLists.Day.PlusDays);

    private static Gen<AuthorityRule> Rule =>
        from stance in Gen.Elements(Enum.GetValues<AuthorityStance>())
        from posts in Some(Posts, 2)
        from departments in Some(Departments, 6)
        from levels in Some(Levels, 5)
        from kinds in Gen.Frequency((6, Gen.Constant(0)), (4, Gen.Choose(1, 3)))
        from actions in Gen.OneOf(Gen.Constant<EquatableArray<string>>(["*"]), Some(Actions, 0), Some(Actions, 0))
        from matters in Gen.OneOf(Gen.Constant<EquatableArray<string>>(["*"]), Some(Matters, 0), Some(Matters, 0))
        from classes in Some(Classes, 4)
        from places in Some(Places, 3)
        from beyond in Gen.Elements(true, false)
        from conditions in Some(Conditions, 3)
        from term in Term
        select SmallLists.Rule("r", stance, "", "report") with
        {
            Posts = stance == AuthorityStance.MustNot || posts.Count + departments.Count + levels.Count > 0 ? posts : ["grid-worker"],
            Departments = departments,
            Levels = levels,
            Kinds = [.. Kinds.Where((_, i) => (kinds & (1 << i)) != 0)],
            Actions = actions,
            Matters = matters,
            Classes = classes,
            Places = places,
            BeyondOwnArea = beyond,
            Conditions = conditions,
            ValidFrom = term.From,
            ValidTo = term.To,
        };

    private static Gen<EntryListItem> Item =>
        from category in Gen.Elements(EntryCategory.Assisted, EntryCategory.Assisted, EntryCategory.Temporary, EntryCategory.Negative)
        from status in Gen.Frequency((5, Gen.Constant(EntryStatus.InForce)), (2, Gen.Elements(Enum.GetValues<EntryStatus>())))
        from nature in Gen.Elements(Enum.GetValues<TaskNature>())
        from matters in Some(Matters, 0)
        from classes in Some(Classes, 4)
        from posts in Some(Posts, 2)
        from levels in Some(Levels, 3)
        from places in Some(Places, 2)
        from term in Term
        select SmallLists.Item("i", [.. matters]) with
        {
            Category = category,
            Status = status,
            Nature = nature,
            Content = new LocalizedText("content", "内容"),
            Classes = classes,
            Posts = posts,
            Levels = levels,
            Places = places,
            ValidFrom = term.From,
            ValidTo = category == EntryCategory.Temporary ? term.To ?? SmallLists.Day.PlusDays(2) : term.To,
            Approvals = [.. SmallLists.Item("i").Approvals, new EntryApproval("grid-office", SmallLists.Day.PlusYears(-1))],
        };

    /// <summary>No term, one end of it, or both; never one that ends before it begins.</summary>
    private static Gen<(LocalDate? From, LocalDate? To)> Term =>
        from a in Gen.Choose(-3, 3)
        from b in Gen.Choose(-3, 2)
        from shape in Gen.Choose(0, 5)
        select ((LocalDate?)(shape is 1 or 3 ? SmallLists.Day.PlusDays(Math.Min(a, b)) : null), (LocalDate?)(shape is 2 or 3 ? SmallLists.Day.PlusDays(Math.Max(a, b)) : null));

    /// <summary>A few of some codes; nothing at all with the given weight against four.</summary>
    private static Gen<EquatableArray<string>> Some(string[] codes, int nothing) => Gen.Frequency(
        (nothing, Gen.Constant<EquatableArray<string>>([])),
        (4, from count in Gen.Choose(1, Math.Min(3, codes.Length)) from some in Gen.Elements(codes).ListOf(count) select EquatableArray.From(some.Distinct())));
}
