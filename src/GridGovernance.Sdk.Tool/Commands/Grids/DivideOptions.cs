using System.CommandLine;
using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tool.Commands.Grids;

/// <summary>The options that dividing and re-dividing share.</summary>
internal sealed class DivideOptions
{
    // About what one core does in a second, on a slow day.
    private const double MovesPerSecond = 2_000_000;
    private const double StepsPerSecond = 1_000_000;

    internal Argument<string> Units { get; } = UnitFile.CreateArgument();

    internal Option<int?> Grids { get; } = new("--grids") { Description = "How many grids each parent must have; without it the bounds and the target decide.", HelpName = "K" };

    internal Option<int?> Min { get; } = new("--min") { Description = "The least that a grid may hold, kept in every plan.", HelpName = "N" };

    internal Option<int?> Max { get; } = new("--max") { Description = "The most that a grid may hold, kept in every plan.", HelpName = "N" };

    internal Option<int?> Target { get; } = new("--target") { Description = "What a grid should hold about.", HelpName = "N" };

    internal Option<string> Weight { get; } = CreateWeightOption();

    internal Option<string> Tolerance { get; } = new("--tolerance")
    {
        Description = "How far from its parent's mean a grid may be without a reason, as a share of it.",
        HelpName = "SHARE",
        DefaultValueFactory = static _ => "0.05",
    };

    internal Option<string> Seed { get; } = new("--seed") { Description = "The seed of the search: the same seed gives the same plan.", HelpName = "S", DefaultValueFactory = static _ => "1" };

    internal Option<string?> Budget { get; } = new("--budget") { Description = "About how many seconds the search may take.", HelpName = "SECONDS" };

    internal Option<string> System { get; } = CellFile.CreateSystemOption();

    internal Option<string?> Output { get; } = new("--output", "-o") { Description = "The GeoJSON file of grids to write.", HelpName = "PLAN.geojson" };

    internal void AddTo(Command command, bool hasUnits = true)
    {
        if (hasUnits)
        {
            command.Add(Units);
        }

        foreach (var option in (Option[])[Grids, Min, Max, Target, Weight, Tolerance, Seed, Budget, System, Output])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads and compiles the problem.</summary>
    /// <param name="call">The call.</param>
    /// <param name="session">Where doubts are noted.</param>
    /// <param name="doubts">The pairs of units whose areas overlap.</param>
    /// <param name="previous">The old grid of each unit, whose number counts where the options name no size; null for none.</param>
    /// <exception cref="UnusableInputException">The units cannot be used, or the settings contradict each other.</exception>
    internal DivisionProblem Problem(ParseResult call, Session session, out FindingReport doubts, IReadOnlyDictionary<string, string>? previous = null)
    {
        var overlaps = new List<Finding>();
        var path = call.GetValue(Units)!;
        var definition = UnitFile.Read(session, path, CellFile.SystemOf(call.GetValue(System)!), CountsPeople(call), overlaps);
        var sizing = SizingOf(call, session);
        if (previous is not null && !NamesSize(call))
        {
            // As many grids in each parent as before.
            var counts = definition.Units.Where(unit => previous.ContainsKey(unit.Id))
                .GroupBy(static unit => unit.Parent ?? "", unit => previous[unit.Id], StringComparer.Ordinal).ToDictionary(static parent => parent.Key, static parent => parent.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
            sizing = sizing with { Grids = counts.TryGetValue("", out var count) ? count : null };
            definition = definition with { Parents = EquatableArray.From(counts.Where(static parent => parent.Key.Length > 0).Select(static parent => new DivisionParent(parent.Key) { Grids = parent.Value })) };
        }

        var problem = DivisionProblem.Compile(definition with { Sizing = [sizing] }, out var report);
        InputFile.Refuse(session, new FindingReport(report.Select(finding => finding with { Place = finding.Place with { File = path } })));
        doubts = new FindingReport(overlaps);
        foreach (var finding in overlaps.Concat(report))
        {
            var text = finding.Message.ToString(session.Culture);
            session.Note(new LocalizedText(text, text));
        }

        return problem!;
    }

    /// <summary>Says whether size is counted in people.</summary>
    internal bool CountsPeople(ParseResult call) => string.Equals(call.GetValue(Weight), "people", StringComparison.Ordinal);

    /// <summary>Returns the sizing that the options name.</summary>
    internal DivisionSizing SizingOf(ParseResult call, Session session)
    {
        var countsPeople = CountsPeople(call);
        var (min, max, target) = (call.GetValue(Min), call.GetValue(Max), call.GetValue(Target));
        return new DivisionSizing(ShareOf(session, call.GetValue(Tolerance)!))
        {
            Basis = countsPeople ? SizingBasis.Population : SizingBasis.Households,
            Grids = call.GetValue(Grids),
            MinPeople = countsPeople ? min : null,
            MaxPeople = countsPeople ? max : null,
            TargetPeople = countsPeople ? target : null,
            MinHouseholds = countsPeople ? null : min,
            MaxHouseholds = countsPeople ? null : max,
            TargetHouseholds = countsPeople ? null : target,
        };
    }

    /// <summary>Returns the sizing that the options name, and where they name none, that of a network with as many cells as another.</summary>
    internal DivisionSizing SizingOf(ParseResult call, Session session, int cells, long size, bool hasParents)
    {
        var sizing = SizingOf(call, session);
        if (NamesSize(call))
        {
            return sizing;
        }

        var norm = (int)Math.Clamp(size / cells, 1, int.MaxValue);
        return !hasParents ? sizing with { Grids = cells } : CountsPeople(call) ? sizing with { TargetPeople = norm } : sizing with { TargetHouseholds = norm };
    }

    // Whether the options say anything about how many grids there are or how large.
    private bool NamesSize(ParseResult call) => (call.GetValue(Grids) ?? call.GetValue(Min) ?? call.GetValue(Max) ?? call.GetValue(Target)) is not null;

    internal ulong SeedOf(ParseResult call, Session session) => ulong.TryParse(call.GetValue(Seed), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new UnusableInputException(session.Say(
            $"--seed should be a whole number from 0, but is \"{call.GetValue(Seed)}\".", $"--seed应为不小于0的整数，但为“{call.GetValue(Seed)}”。"));

    /// <summary>Returns the seconds of the budget; null where none is given.</summary>
    internal double? SecondsOf(ParseResult call, Session session) => call.GetValue(Budget) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400
            ? seconds
            : throw new UnusableInputException(session.Say(
                $"--budget should be a number of seconds above 0 and at most 86400, but is \"{text}\".", $"--budget应为大于0且不超过86400的秒数，但为“{text}”。"));

    /// <summary>Turns seconds into steps, so that the plan does not hang on the speed of the machine.</summary>
    internal static DivisionBudget BudgetOf(DivisionProblem problem, double? seconds) =>
        seconds is { } given ? BudgetOf(problem.Units.Count, problem.Parents.Count, given) : DivisionBudget.Default;

    /// <summary>Turns seconds into steps for a number of units and parents.</summary>
    internal static DivisionBudget BudgetOf(int units, int parents, double seconds) => DivisionBudget.Default with
    {
        MovesPerUnit = (int)Math.Clamp(seconds * MovesPerSecond / DivisionBudget.Default.Restarts / Math.Max(1, units), 10, 20_000),
        ExactSteps = (long)Math.Max(10_000, seconds * StepsPerSecond / parents),
    };

    private static decimal ShareOf(Session session, string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
        ? share
        : throw new UnusableInputException(session.Say($"--tolerance should be a share from 0 to 1, but is \"{text}\".", $"--tolerance应为0至1之间的比例，但为“{text}”。"));

    private static Option<string> CreateWeightOption()
    {
        var option = new Option<string>("--weight")
        {
            Description = "What size is counted in: people or households.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => "people",
        };
        option.AcceptOnlyFromAmong("people", "households");
        return option;
    }
}
