using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Permissions;

/// <summary>A list of many rules over 200 matters, 30 posts of departments at 6 levels, 8 actions and 10 stretches of time.</summary>
internal sealed class ManyRules
{
    internal const int Matters = 200;
    internal const int Posts = 30;
    internal const int Levels = 6;
    internal const int Actions = 8;
    internal const int Times = 10;

    internal static readonly LocalDate Begin = new(2026, 1, 1);

    /// <summary>Draws a list: one lead a matter and action, a hundredth of the rest on places, a twentieth on conditions, a third with terms.</summary>
    internal ManyRules(int rules)
    {
        var scheme = Compiled(GridScheme.Compile(
            new GridSchemeDefinition
            {
                Code = "six",
                Levels = EquatableArray.From(Enumerable.Range(1, Levels).Select(static i => new GridLevelDefinition { Code = $"level-{i}", Name = Text($"level {i}"), Digits = 2 })),
            },
            out var report), report);
        var establishment = Compiled(Establishment.Compile(
            Enumerable.Range(1, Posts).Select(static i => new Post($"post-number-{i}", $"Post {i}", $"岗位{i}", Post.DepartmentLevel, $"role-{i}")),
            Enumerable.Range(1, Levels).Select(static i => new Department($"department-number-{i}", $"Department {i}", $"部门{i}", $"level-{i}")),
            scheme,
            out report), report);
        var matters = Enumerable.Range(1, Matters).Select(static i => new Matter($"matter-number-{i}", $"class-{i % 12}", $"Matter {i}", $"事项{i}", MatterPurpose.Order, Origin.Sample, "sample"));
        List = Compiled(
            AuthorityList.Compile(Definition(rules), Compiled(MatterCatalogue.Compile(EquatableArray.From(matters), establishment, out report), report), establishment, out report), report);
    }

    internal AuthorityList List { get; }

    /// <summary>Draws requests, all texts fresh, so that no look-up profits from meeting the very object it holds.</summary>
    internal AuthorityRequest[] Requests(int count)
    {
        var random = new RandomStreams(2).Stream("requests");
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var level = random.NextInt32(Levels) + 1;
            return new AuthorityRequest
            {
                Post = $"post-number-{random.NextInt32(Posts) + 1}",
                Department = $"department-number-{level}",
                Level = $"level-{level}",
                Action = $"action-{random.NextInt32(Actions) + 1}",
                Matter = $"matter-number-{random.NextInt32(Matters) + 1}",
                Place = GridCode.Parse($"{random.NextInt32(90) + 10}{random.NextInt32(90) + 10}"),
                At = Begin.PlusDays(random.NextInt32(Times * 30)).AtMidnight(),
            };
        })];
    }

    private static AuthorityListDefinition Definition(int count)
    {
        var random = new RandomStreams(1).Stream("rules");
        var rules = new List<AuthorityRule>();
        for (var i = 0; i < count; i++)
        {
            // The first rules give every matter and action its one lead; the rest assist, may and must not, as real lists do.
            var lead = i < Matters * Actions;
            var (matter, action) = lead ? (i / Actions, i % Actions) : (random.NextInt32(Matters), random.NextInt32(Actions));
            var from = random.NextInt32(3) == 0 && !lead ? Begin.PlusDays(30 * random.NextInt32(Times)) : default(LocalDate?);
            rules.Add(new AuthorityRule
            {
                Code = $"rule-{i}",
                Stance = lead ? AuthorityStance.Lead : (AuthorityStance)(random.NextInt32(8) == 0 ? 0 : 1 + random.NextInt32(3)),
                Actions = [$"action-{action + 1}"],
                Matters = [$"matter-number-{matter + 1}"],
                Posts = [$"post-number-{(lead ? (matter + action) % Posts : random.NextInt32(Posts)) + 1}"],
                Departments = lead ? [$"department-number-{(matter % Levels) + 1}"] : [],
                Levels = lead || random.NextInt32(2) == 0 ? [] : [$"level-{random.NextInt32(Levels) + 1}"],
                Places = !lead && random.NextInt32(100) == 0 ? [$"{random.NextInt32(90) + 10}"] : [],
                Conditions = !lead && random.NextInt32(20) == 0 ? ["cited"] : [],
                ValidFrom = from,
                Origin = Origin.Sample,
                Source = "sample",
            });
        }

        return new AuthorityListDefinition
        {
            Code = "many",
            Version = "1",
            Title = Text("many"),
            Actions = EquatableArray.From(Enumerable.Range(1, Actions).Select(static i => new AuthorityTerm($"action-{i}", Text($"action {i}")))),
            Conditions = [new AuthorityTerm("cited", Text("cited"))],
            Rules = EquatableArray.From(rules),
        };
    }

    private static LocalizedText Text(string text) => new(text, text);

    private static T Compiled<T>(T? value, FindingReport report)
        where T : class => value ?? throw new GovernanceException(report);
}
