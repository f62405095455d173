using System.Globalization;

namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary><c>--gate [--full] [prefix…]</c>: prints <c>id value bound ok|short</c> and <c>id value info</c>, and fails when one is short.</summary>
internal static class GateCommand
{
    // The short run of all cases stays within a minute, their input included.
    private const double ReducedSeconds = 40;
    private const double MostSecondsOfACase = 1.5;
    private const double FullSecondsOfACase = 6;

    /// <summary>Returns the cases of all rooms.</summary>
    internal static IReadOnlyList<GateCase> AllCases() =>
    [
        .. typeof(GateCommand).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && typeof(IGate).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .SelectMany(static type => ((IGate)Activator.CreateInstance(type)!).Cases),
    ];

    /// <summary>Runs the gate.</summary>
    /// <returns>0 when all is in order, 1 when a case is short, 2 when the arguments are unusable.</returns>
    internal static int Run(IReadOnlyList<string> args, IReadOnlyList<GateCase> cases, TextWriter output, TextWriter error)
    {
        var full = args.Contains("--full", StringComparer.Ordinal);
        var prefixes = args.Where(static arg => !string.Equals(arg, "--full", StringComparison.Ordinal)).ToList();
        var chosen = cases.Where(one => prefixes.Count == 0 || prefixes.Exists(prefix => one.Id.StartsWith(prefix, StringComparison.Ordinal))).ToList();
        var unknown = prefixes.Find(prefix => !cases.Any(one => one.Id.StartsWith(prefix, StringComparison.Ordinal)));
        if (unknown is not null)
        {
            error.WriteLine($"\"{unknown}\" is expected to begin an id, but none begins so. Ids: {string.Join(", ", cases.Select(static one => one.Id))}.");
            return 2;
        }

        var seconds = full ? FullSecondsOfACase : Math.Min(MostSecondsOfACase, ReducedSeconds / Math.Max(1, cases.Sum(static one => one.ReducedSizes.Count)));
        var run = new GateRun(TimeSpan.FromSeconds(seconds));
        var isShort = false;
        foreach (var (one, size) in chosen.SelectMany(one => (full ? one.FullSizes : one.ReducedSizes).Select(size => (one, size))))
        {
            var id = size == 0 ? one.Id : string.Create(CultureInfo.InvariantCulture, $"{one.Id}@{size}");
            var result = run.Measure(one, size);
            if (result.Value > one.Bound)
            {
                // Another program may have had the caches for a while: a short one is measured once more before it counts.
                result = run.Measure(one, size);
            }

            var ok = result.Value <= one.Bound;
            isShort |= !ok;
            if (result.Problem is not null)
            {
                error.WriteLine(result.Problem);
            }

            if (one.Measure != GateMeasure.Info)
            {
                output.WriteLine($"{id} {Text(result.Value)} {Text(one.Bound)} {(ok ? "ok" : "short")}");
            }

            foreach (var (name, value) in result.Info)
            {
                output.WriteLine($"{id}.{name} {Text(value)} info");
            }

            output.Flush();
        }

        return isShort ? 1 : 0;
    }

    private static string Text(double value) => value == Math.Floor(value) && value < 1e15
        ? value.ToString("F0", CultureInfo.InvariantCulture)
        : value.ToString(value < 1000 ? "G4" : "F0", CultureInfo.InvariantCulture);
}
