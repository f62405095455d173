using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Problems of at most seven units with everything that a definition may have, each made from a number.</summary>
internal static class TinyProblems
{
    internal static DivisionDefinition Create(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(3, 8);
        var edges = new List<DivisionEdge>();
        for (var i = 1; i < count; i++)
        {
            // Mostly to one before, so that most hang together; sometimes nowhere, sometimes round a ring.
            if (random.Next(9) > 0)
            {
                edges.Add(new DivisionEdge(Id(i), Id(random.Next(i))));
            }

            if (i > 2 && random.Next(2) == 0 && random.Next(i - 1) is var other && !edges.Exists(edge => edge.From == Id(i) && edge.To == Id(other)))
            {
                edges.Add(new DivisionEdge(Id(i), Id(other)) { Barrier = random.Next(5) == 0 ? "river" : null });
            }
        }

        var basis = (SizingBasis)(seed % 3);
        var grids = random.Next(4) == 0 ? (int?)null : random.Next(2, 4);
        var (people, households) = (basis != SizingBasis.Households, basis != SizingBasis.Population);
        var definition = new DivisionDefinition
        {
            Units = EquatableArray.From(Enumerable.Range(0, count).Select(i => new DivisionUnit
            {
                Id = Id(i),
                People = random.Next(8) == 0 ? 0 : random.Next(10, 60),
                Households = random.Next(3, 25),
                Amounts = [new DivisionAmount("work", random.Next(0, 9))],
            })),
            Edges = EquatableArray.From(edges),
            Sizing =
            [
                new DivisionSizing
                {
                    Basis = basis,
                    Grids = grids,
                    MinPeople = people && random.Next(3) > 0 ? random.Next(10, 60) : null,
                    MaxPeople = people && (grids is null || random.Next(2) == 0) ? random.Next(100, 220) : null,
                    MinHouseholds = households && random.Next(3) > 0 ? random.Next(5, 25) : null,
                    MaxHouseholds = households && (grids is null || random.Next(2) == 0) ? random.Next(40, 90) : null,
                },
            ],
            Measures = random.Next(3) == 0 ? [new DivisionMeasure("work", 0.5m)] : random.Next(4) == 0 ? [new DivisionMeasure("households", 2m)] : [],
        };
        var open = definition.Edges.FirstOrDefault(static edge => edge.Barrier is null);
        return random.Next(4) switch
        {
            0 when open is not null => definition with { Groups = [new DivisionGroup("estate", [open.From, open.To])] },
            1 when open is not null => definition with { Locks = [new DivisionLock("centre", [open.From, open.To])], Seeds = [.. definition.Units.Select(static unit => unit.Id).Where(id => id != open.From && id != open.To).Take(1)] },
            2 => definition with { Seeds = [Id(0), Id(count - 1)] },
            _ => definition,
        };
    }

    private static string Id(int i) => FormattableString.Invariant($"u{i}");
}
