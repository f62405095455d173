using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class CrossTableTests
{
    private static readonly CrossDimension Year = new("year", ["2016", "2017", "2018", "2019", "2020"]);
    private static readonly CrossDimension Route = new("route", ["mediation", "litigation"]);

    [Fact]
    public void Marginal_DisputesByYearAndRoute_GivesTheTotalsOfTheArticle()
    {
        var table = Disputes();

        Assert.Equal(27493, table.Total);
        Assert.Equal([4308L, 4171, 5691, 6574, 6749], Year.Categories.Select(year => table.Marginal("year")[year]));
        Assert.Equal(12023, table.Marginal("route")["mediation"]);
        Assert.Equal(15470, table.Marginal("route")["litigation"]);
        Assert.Equal(43.73m, table.Shares("route")[0].Rate.RoundPercent(2));
        Assert.Equal(27493, table.Marginal().CountAt());
        Assert.Equal(new Rate(2802, 27493), table.ShareOf("2020", "mediation"));
        Assert.Equal(2802, table.Marginal("route", "year")["mediation", "2020"]);
    }

    [Fact]
    public void Indexer_UnknownOrTooFewCategories_Throws()
    {
        var table = Disputes();

        Assert.Throws<ArgumentException>(() => table["2021", "mediation"]);
        Assert.Throws<ArgumentException>(() => table["2020"]);
        Assert.Throws<ArgumentException>(() => table["2020", "mediation", "x"]);
        Assert.Throws<ArgumentException>(() => table.CountAt(0, 2));
        Assert.Throws<ArgumentException>(() => table.CountAt(0, -1));
        Assert.Throws<ArgumentException>(() => table.Marginal("month"));
        Assert.Throws<ArgumentException>(() => table.Marginal("year", "year"));
    }

    [Fact]
    public void Builder_OutsideOrAgain_Throws()
    {
        var one = new CrossTableBuilder(Route);
        one.Add(1);
        Assert.Throws<ArgumentException>(() => one.Add(2));
        Assert.Throws<ArgumentException>(() => one.Add(0, 0));
        Assert.Throws<ArgumentException>(() => one.Add([0, 0]));
        Assert.Throws<ArgumentException>(() => one.Add([-1]));
        Assert.Equal(1, one.ToTable().Total);
        Assert.Throws<InvalidOperationException>(() => one.Add(1));
        Assert.Throws<InvalidOperationException>(one.ToTable);
        Assert.Throws<ArgumentException>(() => new CrossTableBuilder(Route, Route));
        Assert.Throws<ArgumentException>(() => new CrossTableBuilder(new CrossDimension("x", ["a", "a"])));
        var wide = new CrossDimension("x", EquatableArray.From(Enumerable.Range(0, 10_000).Select(static i => $"{i}")));
        Assert.Throws<ArgumentException>(() => new CrossTableBuilder(wide, wide with { Code = "y" }));
    }

    [Fact]
    public void Builder_Beyond64Bits_Throws()
    {
        var builder = new CrossTableBuilder(Route);
        builder.Add([0], long.MaxValue);

        Assert.Throws<OverflowException>(() => builder.Add(0));
    }

    [Fact]
    public void Plus_TablesCountedApart_IsTheTableCountedTogether()
    {
        var table = Disputes();

        Assert.Equal(2 * 27493, table.Plus(table).Total);
        Assert.Throws<ArgumentException>(() => table.Plus(table.Marginal("year")));
    }

    [Property]
    public void Count_AnyRecords_AgreesWithGrouping((byte Tier, byte Month, bool Late)[] records)
    {
        var table = CrossTable.Count(
            records,
            new CrossAxis<(byte Tier, byte Month, bool Late)>("tier", static record => $"t{record.Tier % 3}"),
            new CrossAxis<(byte Tier, byte Month, bool Late)>("month", static record => $"m{record.Month % 4}"),
            new CrossAxis<(byte Tier, byte Month, bool Late)>("late", static record => record.Late ? "late" : "on time"));

        Assert.Equal(records.Length, table.Total);
        foreach (var group in records.GroupBy(static record => (record.Tier % 3, record.Month % 4, record.Late)))
        {
            Assert.Equal(group.Count(), table[$"t{group.Key.Item1}", $"m{group.Key.Item2}", group.Key.Late ? "late" : "on time"]);
        }

        foreach (var group in records.GroupBy(static record => (record.Late, record.Tier % 3)))
        {
            Assert.Equal(group.Count(), table.Marginal("late", "tier")[group.Key.Late ? "late" : "on time", $"t{group.Key.Item2}"]);
        }
    }

    private static CrossTable Disputes()
    {
        long[,] counts = { { 1882, 2426 }, { 2112, 2059 }, { 2583, 3108 }, { 2644, 3930 }, { 2802, 3947 } };
        var builder = new CrossTableBuilder(Year, Route);
        for (var year = 0; year < 5; year++)
        {
            builder.Add([year, 0], counts[year, 0]);
            builder.Add([year, 1], counts[year, 1]);
        }

        return builder.ToTable();
    }

    [Fact]
    public void Count_Categories_StandInTheirOrderWhateverComesFirst()
    {
        var table = CrossTable.Count(["b", "c", "a", "b"], new CrossAxis<string>("letter", static record => record));

        Assert.Equal(["a", "b", "c"], table.Dimensions[0].Categories);
        Assert.Equal([1L, 2L, 1L], Enumerable.Range(0, 3).Select(position => table.CountAt(position)));
    }

    [Fact]
    public void Add_TwoPositions_CountsInsideAndRefusesOutside()
    {
        var builder = new CrossTableBuilder(Year, Route);
        builder.Add(4, 1);
        builder.Add(4, 1);
        builder.Add(0, 0);
        Assert.Throws<ArgumentException>(() => builder.Add(5, 1));
        Assert.Throws<ArgumentException>(() => builder.Add(4, 2));
        Assert.Throws<ArgumentException>(() => builder.Add(-1, 0));
        Assert.Throws<ArgumentException>(() => builder.Add(0, -1));
        Assert.Throws<ArgumentException>(() => builder.Add(4));
        Assert.Throws<ArgumentException>(() => builder.Add([4]));
        Assert.Throws<ArgumentException>(() => builder.Add([4, 1, 0]));

        var table = builder.ToTable();

        Assert.Equal((3L, 2L, 1L, 0L), (table.Total, table.CountAt(4, 1), table.CountAt(0, 0), table.CountAt(0, 1)));
        Assert.Throws<InvalidOperationException>(() => builder.Add(4, 1));
        Assert.Throws<InvalidOperationException>(() => builder.Add([4, 1]));
    }

    [Fact]
    public void Counts_Beyond64Bits_ThrowWhereverTheyAreAdded()
    {
        Assert.Throws<OverflowException>(() => Full().Add(0, 0));
        Assert.Throws<OverflowException>(() => Full().Add([0, 0]));
        var sum = Full();
        sum.Add([1, 1]);
        Assert.Throws<OverflowException>(sum.ToTable);
        Assert.Throws<OverflowException>(() => Full().ToTable().Plus(Full().ToTable()));

        // A correction keeps the total within 64 bits, but not the sum of a route.
        var corrected = Full();
        corrected.Add([0, 1], -long.MaxValue);
        corrected.Add([1, 0], long.MaxValue);
        var table = corrected.ToTable();
        Assert.Equal(long.MaxValue, table.Total);
        Assert.Throws<OverflowException>(() => table.Marginal("route"));

        static CrossTableBuilder Full()
        {
            var builder = new CrossTableBuilder(Year, Route);
            builder.Add([0, 0], long.MaxValue);
            return builder;
        }
    }

    [Fact]
    public void CellCount_AtTheMost_IsAllowed()
    {
        CrossDimension wide = Of("x", 10_000), narrow = Of("y", 5_000);

        Assert.Equal(CrossTable.MaximumCells, CrossTable.CellCount([wide, narrow]));
        Assert.Throws<ArgumentException>(() => CrossTable.CellCount([wide, Of("y", 5_001)]));
        Assert.Equal(0, CrossTable.CellCount([wide, Of("y", 0)]));

        static CrossDimension Of(string code, int size) => new(code, EquatableArray.From(Enumerable.Range(0, size).Select(static i => $"{i}")));
    }

    [Fact]
    public void Null_IsNamed()
    {
        Assert.Equal("records", Assert.Throws<ArgumentNullException>(() => CrossTable.Count<string>(null!)).ParamName);
        Assert.Equal("dimension", Assert.Throws<ArgumentNullException>(() => Disputes().Shares(null!)).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => Disputes().Plus(null!)).ParamName);
    }
}
