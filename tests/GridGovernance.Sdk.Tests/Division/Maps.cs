using System.Globalization;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Small problems for tests.</summary>
internal static class Maps
{
    /// <summary>Creates a problem in people from text: <c>a:100 b:200 | a-b</c>.</summary>
    internal static DivisionDefinition Parse(string text, int? grids = null, int? min = null, int? max = null, int? target = null)
    {
        var halves = text.Split('|');
        return new DivisionDefinition
        {
            Units = EquatableArray.From(Words(halves[0]).Select(static word => new DivisionUnit
            {
                Id = word.Split(':')[0],
                People = int.Parse(word.Split(':')[1], CultureInfo.InvariantCulture),
                Households = int.Parse(word.Split(':')[1], CultureInfo.InvariantCulture) / 3,
            })),
            Edges = EquatableArray.From(Words(halves[1]).Select(static word => new DivisionEdge(word.Split('-', '/')[0], word.Split('-', '/')[1]) { Barrier = word.Contains('/', StringComparison.Ordinal) ? "river" : null })),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, Grids = grids, MinPeople = min, MaxPeople = max, TargetPeople = target }],
        };
    }

    /// <summary>Compiles a definition that has no errors.</summary>
    internal static DivisionProblem Compile(DivisionDefinition definition)
    {
        var problem = DivisionProblem.Compile(definition, out var report);
        Assert.False(report.HasErrors, report.ToString());
        return problem!;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
