using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>Shares people and cells of a synthetic county out to townships, villages and communities: by population, never by area (S4-4).</summary>
internal static class CountyPlan
{
    // Assumed: a cell of the main town (a few stairwells) holds more people than a hamlet, so it weighs less than its people.
    private const int MainTownCellPermille = 620;
    private const int MarketTownCellPermille = 800;
    private const int VillageCellPermille = 1_000;

    /// <summary>Plans all villages and communities.</summary>
    /// <param name="options">The options, checked.</param>
    /// <param name="streams">The random streams.</param>
    /// <returns>The plan: township by township, each with its communities first.</returns>
    internal static IReadOnlyList<NeighbourhoodPlan> Create(SyntheticCountyOptions options, RandomStreams streams)
    {
        var townships = options.Townships.Count;
        var isMainTown = options.Townships.Select(static t => t.IsMainTown).ToArray();
        var hasMainTown = isMainTown.Contains(true);

        var mainTown = hasMainTown ? options.MainTownPeople : 0;
        var mainTownPeople = hasMainTown
            ? Apportionment.Share(mainTown, Vary(streams.Stream("county/main-town"), townships, 80, 120, i => isMainTown[i]), 0)
            : new int[townships];
        var countryPeople = Apportionment.Share(options.People - mainTown, Vary(streams.Stream("county/townships"), townships, 50, 180), 0);

        var townPeople = new int[townships];
        var villagePeople = new int[townships];
        for (var i = 0; i < townships; i++)
        {
            var market = isMainTown[i] ? 0 : (int)((long)countryPeople[i] * options.MarketTownPermille / 1_000);
            townPeople[i] = mainTownPeople[i] + market;
            villagePeople[i] = countryPeople[i] - market;
        }

        var communities = Apportionment.Share(options.Communities, townPeople, options.Communities >= townships ? 1 : 0);
        var villages = Apportionment.Share(options.Villages, villagePeople, options.Villages >= townships ? 1 : 0);
        var drafts = new List<(int Township, NeighbourhoodKind Kind, int People)>();
        for (var i = 0; i < townships; i++)
        {
            // Where a township got no community or no village at all, the other kind takes its people.
            var inTown = communities[i] == 0 ? 0 : villages[i] == 0 ? townPeople[i] + villagePeople[i] : townPeople[i];
            var kind = isMainTown[i] ? NeighbourhoodKind.MainTown : NeighbourhoodKind.MarketTown;
            Split(drafts, i, kind, inTown, communities[i], streams.Stream("township/communities", i));
            Split(drafts, i, NeighbourhoodKind.Village, townPeople[i] + villagePeople[i] - inTown, villages[i], streams.Stream("township/villages", i));
        }

        var cells = Apportionment.Share(options.Cells, [.. drafts.Select(static d => CellWeight(d.Kind, d.People))], 1);
        return [.. drafts.Select((d, i) => new NeighbourhoodPlan(d.Township, d.Kind, d.People, cells[i], cells[i] * options.UnitsPerCell))];
    }

    /// <summary>Shares the people of a village or community out to its natural units.</summary>
    /// <param name="plan">The village or community.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>The people of each unit; at least one where there are enough.</returns>
    internal static int[] PeopleByUnit(NeighbourhoodPlan plan, RandomStream stream) =>
        Apportionment.Share(plan.People, Vary(stream, plan.Units, 50, 160), plan.People >= plan.Units ? 1 : 0);

    /// <summary>Shares the cells of a county out to its villages and communities as they have come to be.</summary>
    /// <param name="plan">The villages and communities.</param>
    /// <param name="people">The people of each.</param>
    /// <param name="units">The natural units of each.</param>
    /// <returns>The cells of each, at least one and at most as many as units.</returns>
    internal static int[] CellsByNeighbourhood(IReadOnlyList<NeighbourhoodPlan> plan, int[] people, int[] units) =>
        Apportionment.Share(plan.Sum(static part => part.Cells), [.. plan.Select((part, i) => CellWeight(part.Kind, people[i]))], 1, units);

    private static void Split(
        List<(int Township, NeighbourhoodKind Kind, int People)> drafts, int township, NeighbourhoodKind kind, int people, int count, RandomStream stream)
    {
        if (count > 0)
        {
            foreach (var part in Apportionment.Share(people, Vary(stream, count, 60, 150), 0))
            {
                drafts.Add((township, kind, part));
            }
        }
    }

    private static int CellWeight(NeighbourhoodKind kind, int people)
    {
        var permille = kind switch
        {
            NeighbourhoodKind.MainTown => MainTownCellPermille,
            NeighbourhoodKind.MarketTown => MarketTownCellPermille,
            _ => VillageCellPermille,
        };

        return Math.Max(1, (int)((long)people * permille / 1_000));
    }

    private static int[] Vary(RandomStream stream, int count, int from, int to, Func<int, bool>? takesPart = null)
    {
        var weights = new int[count];
        for (var i = 0; i < count; i++)
        {
            var weight = from + stream.NextInt32(to - from + 1);
            weights[i] = takesPart is null || takesPart(i) ? weight : 0;
        }

        return weights;
    }
}
