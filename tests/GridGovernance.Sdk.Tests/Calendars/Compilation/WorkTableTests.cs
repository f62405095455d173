using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Tests.Calendars.Compilation;

public sealed class WorkTableTests
{
    // A bucket of the table: the tests sit on its edges, where a wrong index would show.
    private const long Bucket = 1L << 38;

    public static TheoryData<string, long[]> Tables => new()
    {
        { "one stretch of one tick", [5, 6] },
        { "one stretch from nought", [0, Bucket] },
        { "ends and beginnings on bucket edges", [Bucket, 2 * Bucket, 3 * Bucket, 4 * Bucket, (4 * Bucket) + 1, (7 * Bucket) - 1] },
        { "several stretches in a bucket", [10, 20, 30, 40, 41, 42, 100, Bucket / 2, Bucket - 3, Bucket - 1, Bucket + 1, Bucket + 2] },
        { "a long gap and a long stretch", [-9 * Bucket, (-9 * Bucket) + 7, -1, 1, 20 * Bucket, 33 * Bucket] },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OfStretches_AgreesWithASumOverThem(string name, long[] edges)
    {
        Assert.NotNull(name);
        var stretches = edges.Chunk(2).Select(static pair => (Start: pair[0], End: pair[1])).ToList();
        var table = new WorkTable(stretches);
        var total = stretches.Sum(static stretch => stretch.End - stretch.Start);

        Assert.Equal(total, table.Total);
        Assert.Equal(stretches.Count, table.Count);
        Assert.Equal(stretches, Enumerable.Range(0, table.Count).Select(k => table[k]));
        foreach (var ticks in edges.Concat([edges[0] - Bucket, edges[^1] + Bucket]).SelectMany(static edge => new[] { edge - 1, edge, edge + 1, edge + (Bucket / 3) }))
        {
            Assert.Equal(stretches.Sum(stretch => Math.Clamp(ticks - stretch.Start, 0, stretch.End - stretch.Start)), table.WorkedBefore(ticks));
            Assert.Equal(stretches.Exists(stretch => stretch.Start <= ticks && ticks < stretch.End), table.IsWorking(ticks));
            Assert.Equal(stretches.Count(stretch => stretch.End <= ticks), table.At(ticks));
        }

        foreach (var worked in edges.Select(table.WorkedBefore).Concat([Bucket - 1, Bucket, Bucket + 1, total / 2]).SelectMany(static sum => new[] { sum - 1, sum, sum + 1 }))
        {
            if (worked > 0 && worked <= total)
            {
                var at = table.EarliestAt(worked);
                Assert.Equal(worked, table.WorkedBefore(at));
                Assert.Equal(worked - 1, table.WorkedBefore(at - 1));
            }

            if (worked >= 0 && worked < total)
            {
                var at = table.LatestAt(worked);
                Assert.Equal(worked, table.WorkedBefore(at));
                Assert.Equal(worked + 1, table.WorkedBefore(at + 1));
            }
        }
    }

    [Fact]
    public void Table_OfNothing_HasNoTime()
    {
        var table = new WorkTable([]);

        Assert.Equal(0, table.Total);
        Assert.Equal(0, table.Count);
        Assert.Equal(0, table.WorkedBefore(long.MaxValue));
        Assert.False(table.IsWorking(0));
    }
}
