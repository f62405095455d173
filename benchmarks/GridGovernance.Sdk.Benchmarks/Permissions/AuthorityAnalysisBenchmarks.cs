using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Benchmarks.Permissions;

/// <summary>The exhaustive analysis of 2.9 million cells against one pass of decisions by number over the same cells.</summary>
[MemoryDiagnoser]
public class AuthorityAnalysisBenchmarks : IGateBenchmark
{
    private AuthorityList _list = null!;

    /// <summary>Gets or sets the number of rules.</summary>
    [Params(2_000, 20_000)]
    public int Size { get; set; } = 2_000;

    /// <summary>Draws the rules.</summary>
    [GlobalSetup]
    public void Setup() => _list = new ManyRules(Size).List;

    /// <summary>The analysis.</summary>
    [Benchmark]
    public long Analyse()
    {
        var report = AuthorityAnalysis.Run(_list, null, [GridCode.Parse("99")], ManyRules.Begin, ManyRules.Begin.PlusDays((ManyRules.Times * 30) - 1));
        return report.Cells;
    }

    /// <summary>One pass of decisions by number.</summary>
    [Benchmark(Baseline = true)]
    public long OnePass()
    {
        var (cells, allowed) = (0L, 0L);
        for (var matter = 0; matter < ManyRules.Matters; matter++)
        {
            for (var action = 0; action < ManyRules.Actions; action++)
            {
                for (var time = 0; time < ManyRules.Times; time++)
                {
                    for (var post = 0; post < ManyRules.Posts; post++)
                    {
                        for (var level = 0; level < ManyRules.Levels; level++)
                        {
                            var ids = _list.IdsOf(matter, action, post, level, level, ManyRules.Begin.PlusDays(30 * time));
                            allowed += _list.Decide(ids, GridCode.None, true, ulong.MaxValue) != AuthorityStance.MustNot ? 1 : 0;
                            cells++;
                        }
                    }
                }
            }
        }

        return allowed >= 0 ? cells : -1;
    }
}
