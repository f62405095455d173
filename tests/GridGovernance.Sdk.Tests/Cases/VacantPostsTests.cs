using System.Globalization;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Random trees of posts, units and ladders, three seats in ten vacant, the top one too.</summary>
public class VacantPostsTests
{
    private static readonly string[] Levels = ["county", "township", "village", "grid"];
    private static readonly int Trees = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "300", CultureInfo.InvariantCulture);

    [Fact]
    public void WithThreeInTenSeatsVacant_EveryOverdueCaseReachesAPerson()
    {
        var (told, skipped, fallen) = (0, 0, 0);
        for (var seed = 0; seed < Trees; seed++)
        {
            var random = new RandomStreams(seed).Stream("tree");
            var posts = Posts(random);
            var establishment = Establishment.Compile(posts, [], SmallCounty.Scheme, out var report);
            report.EnsureNoErrors();
            var map = Map(random);
            var seats = posts.SelectMany(post => map.UnitsAt(post.Level).Select(unit => new Seat(post.Code, unit.Code.ToString()))).ToArray();
            var held = seats.Where(_ => random.NextInt32(10) >= 3).ToArray();
            var roster = Roster.Create(held.Select((seat, i) => new Appointment($"p{i}", seat, new LocalDate(2020, 1, 1))), establishment!, out report);
            report.EnsureNoErrors();
            var lifecycle = Lifecycle(posts, random);
            var engine = new CaseEngine(new CaseModel
            {
                Lifecycles = new LifecycleCatalogue([lifecycle]),
                Calendar = WorkCalendar.China,
                Matters = MatterCatalogue.Compile(new[] { new Matter("rubbish", "order", "rubbish", "rubbish", MatterPurpose.Order, Origin.Sample, "sample") }, establishment!, out _)!,
                Lists = new FakeLists(),
                Establishment = establishment!,
                Map = map,
                Roster = roster,
            });
            foreach (var cell in map.UnitsAt("cell"))
            {
                if (!held.Any(seat => cell.Code.ToString().StartsWith(seat.Unit, StringComparison.Ordinal)))
                {
                    // Nobody at all is over this place, on any level.
                    continue;
                }

                var reporter = new CaseActor(seats[^1]);
                var c = GridCase.Replay(engine.Decide(null, new ReportCase("r", "c", lifecycle.Key.Code, "rubbish", cell.Code, "video"), reporter, SmallCounty.Monday).EnsureAccepted());
                for (var rung = 0; rung < 5; rung++)
                {
                    var at = c.NextDeadline!.Value + Duration.FromMinutes(1);
                    c = engine.Do(c, new PassDeadline($"p{rung}"), CaseActor.Clock, at);

                    var supervisor = c.Supervisor!.Value;
                    Assert.Contains(supervisor, held);
                    Assert.StartsWith(supervisor.Unit, cell.Code.ToString(), StringComparison.Ordinal);
                    Assert.True(c.NextDeadline > at);
                    told++;
                    var named = lifecycle.Definition.Escalation[Math.Min(rung, lifecycle.Definition.Escalation.Count - 1)].To;
                    skipped += supervisor.Post == named ? 0 : 1;
                    fallen += named == "top" && supervisor.Post != "top" ? 1 : 0;
                }
            }
        }

        Assert.True(skipped > Trees && fallen > Trees / 10, $"{told} told, {skipped} skipped, {fallen} below a vacant top");
    }

    // One to three posts a level; each stands under one that was made before it.
    private static List<Post> Posts(RandomStream random)
    {
        var posts = new List<Post> { new("top", "top", "top", "county", "top") };
        foreach (var level in Levels)
        {
            for (var i = random.NextInt32(3); i >= 0; i--)
            {
                var code = $"{level}-{i}";
                posts.Add(new Post(code, code, code, level, code, posts[random.NextInt32(posts.Count)].Code));
            }
        }

        return posts;
    }

    private static GridMap Map(RandomStream random)
    {
        var codes = new List<string> { "511921" };
        void Below(string code, int depth)
        {
            for (var i = random.NextInt32(2) + 1; depth < 4 && i > 0; i--)
            {
                var child = code + i.ToString("000", CultureInfo.InvariantCulture);
                codes.Add(child);
                Below(child, depth + 1);
            }
        }

        Below("511921", 0);
        var map = GridMap.Create(SmallCounty.Scheme, [.. codes.Select(static code => GridUnit.Create(SmallCounty.Scheme, GridCode.Parse(code), code, GridKind.Comprehensive))], out var report);
        report.EnsureNoErrors();
        return map!;
    }

    private static Lifecycle Lifecycle(List<Post> posts, RandomStream random)
    {
        string Any() => posts[random.NextInt32(posts.Count)].Code;
        var limit = new TimeLimit(1, LimitUnit.UrgentHours);
        var builder = new LifecycleBuilder("any", 1, new LocalizedText("any", "any"), "open")
            .Configure("open", new LocalizedText("open", "open"), state => state.ResponsibleIs(Any()).Permit("close", "closed", "top"))
            .Configure("closed", new LocalizedText("closed", "closed"), static state => state.Final())
            .Clock(new ClockDefinition { Code = "whole", Label = new LocalizedText("whole", "whole"), Limit = limit, Policy = CountingPolicy.CivilCode, Starts = ["open"] });
        foreach (var party in Enumerable.Range(0, random.NextInt32(3)).Select(_ => Any()).Append(random.NextInt32(2) == 0 ? "supervisor" : "top"))
        {
            builder.Escalate(party, limit);
        }

        var definition = builder.Build();
        return Sdk.Lifecycles.Lifecycle.Compile(definition, LifecycleVocabulary.NamedIn(definition), out var report) ?? throw new GovernanceException(report);
    }
}
