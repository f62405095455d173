using System.Diagnostics;
using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Benchmarks.Division;

/// <summary><c>--metis write|score SIZE FOLDER</c>: the graphs of <see cref="ClusteredCounty"/> for gpmetis, and its partitions against ours. <c>benchmarks/metis.sh</c> calls both.</summary>
internal static class MetisCommand
{
    private const int Runs = 8;
    private const int WarmUps = 4;
    private const int WarmUpUnits = 1_000;

    /// <summary>Runs the command.</summary>
    /// <returns>0 when all is in order, 1 when ours is short, 2 when the arguments are unusable.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not ["write" or "score", var size, var folder] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units < 1)
        {
            error.WriteLine("Expected --metis write|score SIZE FOLDER.");
            return 2;
        }

        var problem = ClusteredCounty.Create(units);
        if (string.Equals(args[0], "write", StringComparison.Ordinal))
        {
            Write(problem, Divider.Divide(problem, 1).Plan!, folder);
            return 0;
        }

        return Score(problem, folder, output, error);
    }

    // One file for each parent, and how many parts it is to make: as many as ours.
    private static void Write(DivisionProblem problem, DivisionPlan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        var (members, near) = Graphs(problem);
        var list = new StringBuilder();
        foreach (var (parent, units) in members)
        {
            var place = units.Select((unit, i) => (unit, i)).ToDictionary(static pair => pair.unit, static pair => pair.i + 1);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{units.Count} {units.Sum(unit => near[unit].Count) / 2} 010\n");
            foreach (var unit in units)
            {
                text.Append(CultureInfo.InvariantCulture, $"{problem.Units[unit].People}");
                foreach (var other in near[unit])
                {
                    text.Append(CultureInfo.InvariantCulture, $" {place[other]}");
                }

                text.Append('\n');
            }

            File.WriteAllText(Path.Combine(folder, parent + ".graph"), text.ToString());
            var parts = units.Select(unit => plan.Assignment[unit]).Distinct().Count();
            list.Append(CultureInfo.InvariantCulture, $"{parent} {parts}\n");
        }

        File.WriteAllText(Path.Combine(folder, "parents.txt"), list.ToString());
    }

    private static int Score(DivisionProblem problem, string folder, TextWriter output, TextWriter error)
    {
        if (!File.Exists(Path.Combine(folder, "seconds.txt")))
        {
            error.WriteLine($"Expected \"{folder}\" to hold the partitions of benchmarks/metis.sh, but found no seconds.txt.");
            return 2;
        }

        var theirs = Enumerable.Range(1, Runs).Select(run => PlanScore.Of(problem, Read(problem, folder, run))).OrderByDescending(static score => score.Within).First();
        var seconds = double.Parse(File.ReadAllText(Path.Combine(folder, "seconds.txt")), CultureInfo.InvariantCulture);
        WarmUp();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var plan = Divider.Divide(problem, 1).Plan!;
        var own = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var ours = PlanScore.Of(problem, plan.Assignment.ToArray());
        var onTwo = Divider.Divide(problem, 1, DivisionBudget.Default with { Parallelism = 2 }).Plan!;
        var isShort = false;
        Line("grids", ours.Grids, theirs.Grids, true);
        Line("within", (double)ours.Within / ours.Grids, (double)theirs.Within / theirs.Grids, (long)ours.Within * theirs.Grids >= (long)theirs.Within * ours.Grids);
        Line("polsby-popper", ours.PolsbyPopper, theirs.PolsbyPopper, ours.PolsbyPopper >= 1.1 * theirs.PolsbyPopper);
        Line("broken", ours.Broken, theirs.Broken, ours.Broken == 0);
        Line("worst", ours.Worst, theirs.Worst, true);
        Line("cpu-seconds", own, seconds, own <= 1.5 * seconds);
        Line("same-on-two-threads", plan.Assignment.SequenceEqual(onTwo.Assignment) ? 1 : 0, 1, plan.Assignment.SequenceEqual(onTwo.Assignment));
        return isShort ? 1 : 0;

        void Line(string name, double mine, double other, bool isOk)
        {
            isShort |= !isOk;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"metis.{name}@{problem.Units.Count} {mine:G6} {other:G6} {(isOk ? "ok" : "short")}"));
        }
    }

    // gpmetis comes compiled; the first few counties here are divided while the runtime still compiles.
    private static void WarmUp()
    {
        var other = ClusteredCounty.Create(WarmUpUnits);
        for (ulong seed = 1; seed <= WarmUps; seed++)
        {
            Divider.Divide(other, seed);
        }
    }

    private static int[] Read(DivisionProblem problem, string folder, int run)
    {
        var gridOf = new int[problem.Units.Count];
        var first = 0;
        foreach (var (parent, units) in Graphs(problem).Members)
        {
            var parts = File.ReadAllLines(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{parent}.part.{run}")));
            var most = 0;
            for (var i = 0; i < units.Count; i++)
            {
                var part = int.Parse(parts[i], CultureInfo.InvariantCulture);
                gridOf[units[i]] = first + part;
                most = Math.Max(most, part);
            }

            first += most + 1;
        }

        return gridOf;
    }

    private static (SortedDictionary<string, List<int>> Members, List<int>[] Near) Graphs(DivisionProblem problem)
    {
        var members = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var near = new List<int>[problem.Units.Count];
        for (var unit = 0; unit < near.Length; unit++)
        {
            near[unit] = [];
            members.TryAdd(problem.Units[unit].Parent!, []);
            members[problem.Units[unit].Parent!].Add(unit);
        }

        foreach (var edge in problem.Definition.Edges)
        {
            _ = problem.TryIndexOf(edge.From, out var from) & problem.TryIndexOf(edge.To, out var to);
            near[from].Add(to);
            near[to].Add(from);
        }

        return (members, near);
    }
}
