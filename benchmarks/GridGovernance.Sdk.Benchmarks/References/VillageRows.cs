namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What one writes with LINQ to sum villages up: group by the beginning of the code, sum, and go on from there.</summary>
public static class VillageRows
{
    /// <summary>A village.</summary>
    /// <param name="Code">Its code of 12 digits.</param>
    /// <param name="Cases">Its cases.</param>
    public sealed record Village(string Code, long Cases);

    /// <summary>Sums villages up.</summary>
    /// <param name="villages">The villages.</param>
    /// <param name="lengths">The lengths of the codes above.</param>
    /// <returns>By level, the sums by code.</returns>
    public static IReadOnlyList<Dictionary<string, long>> Sum(IReadOnlyList<Village> villages, IReadOnlyList<int> lengths)
    {
        var levels = new List<Dictionary<string, long>>();
        var below = villages.Select(static village => KeyValuePair.Create(village.Code, village.Cases));
        foreach (var length in lengths)
        {
            levels.Add(below.GroupBy(row => row.Key[..length]).ToDictionary(static group => group.Key, static group => group.Sum(static row => row.Value)));
            below = levels[^1];
        }

        return levels;
    }
}
