using FsCheck;
using FsCheck.Fluent;
using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Random planar problems with holes, rivers, bridges and islands: cells of a lattice, some missing, joined to the right, below and along one diagonal.</summary>
internal static class PlanarProblems
{
    public static Arbitrary<DivisionDefinition> Small() => Arb.From(Of(14));

    public static Arbitrary<LargerProblem> Larger() => Arb.From(Of(90).Select(static definition => new LargerProblem(definition)));

    internal static Gen<DivisionDefinition> Of(int most) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Create(new Random(seed), most);

    internal static DivisionDefinition Create(Random random, int most)
    {
        var width = random.Next(1, most <= 14 ? 6 : 12);
        var height = random.Next(1, most / width + 2);
        var share = random.Next(3) switch { 0 => 0, 1 => 0.1, _ => 0.3 };
        var cells = Enumerable.Range(0, width * height).Where(_ => random.NextDouble() >= share).Take(most).ToList();
        cells = cells.Count == 0 ? [0] : cells;
        var closed = random.Next(3) switch { 0 => 0, 1 => 0.15, _ => 0.4 };
        var edges = new List<DivisionEdge>();
        foreach (var cell in cells)
        {
            var (x, y) = (cell % width, cell / width);
            Join(x + 1, y);
            Join(x, y + 1);
            if (random.Next(2) == 0)
            {
                Join(x + 1, y + 1);
            }

            void Join(int toX, int toY)
            {
                var to = (toY * width) + toX;
                if (toX < width && cells.Contains(to) && random.NextDouble() >= closed)
                {
                    edges.Add(new DivisionEdge(Id(cell), Id(to)) { Barrier = random.Next(12) == 0 ? "river" : null });
                }
            }
        }

        var spread = random.Next(1, 200);
        var units = cells.Select(cell => new DivisionUnit { Id = Id(cell), People = random.Next(10) == 0 ? 0 : 100 + random.Next(spread), Households = random.Next(100) }).ToList();
        var grids = random.Next(1, Math.Min(units.Count, 6) + 1);
        var mean = units.Sum(static unit => unit.People) / (double)grids;
        var slack = random.Next(4) switch { 0 => 0.05, 1 => 0.2, 2 => 0.5, _ => 0.9 };
        return new DivisionDefinition
        {
            Units = EquatableArray.From(units),
            Edges = EquatableArray.From(edges),
            Sizing =
            [
                new DivisionSizing
                {
                    Basis = SizingBasis.Population,
                    Grids = grids,
                    MinPeople = random.Next(4) == 0 ? null : (int)(mean * (1 - slack)),
                    MaxPeople = random.Next(4) == 0 ? null : (int)Math.Ceiling(mean * (1 + slack)),
                },
            ],
        };

        static string Id(int cell) => FormattableString.Invariant($"u{cell:D3}");
    }
}
