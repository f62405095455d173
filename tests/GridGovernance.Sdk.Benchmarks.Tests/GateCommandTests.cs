using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Tests;

public sealed class GateCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Run_EverythingInOrder_ReturnsZero()
    {
        Assert.Equal(0, Run([], GateCase.Bytes<Specimen>("grids.thing", 1024, b => b.AllocatesAThousand())));
        Assert.Equal("grids.thing 1024 1024 ok\n", Output());
    }

    [Fact]
    public void Run_OneShort_ReturnsOneAndMeasuresItTwice()
    {
        Specimen.Calls = 0;
        Assert.Equal(0, Run([], GateCase.Bytes<Specimen>("grids.thing", 1024, b => b.AllocatesAThousand())));
        var once = Specimen.Calls;

        Assert.Equal(1, Run([], GateCase.Bytes<Specimen>("grids.thing", 1000, b => b.AllocatesAThousand()), GateCase.Bytes<Specimen>("grids.other", 0, b => b.AllocatesNothing())));
        Assert.Equal(3 * once, Specimen.Calls);
        Assert.Contains("grids.thing 1024 1000 short\ngrids.other 0 0 ok\n", Output(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Prefixes_ChooseByTheBeginningOfTheId()
    {
        Assert.Equal(0, Run(["grids.a", "cases"], One("grids.a"), One("grids.ab"), One("grids.b"), One("cases.a")));
        Assert.Equal("grids.a 0 0 ok\ngrids.ab 0 0 ok\ncases.a 0 0 ok\n", Output());
    }

    [Fact]
    public void Run_APrefixOfNothing_ReturnsTwoAndSaysSo()
    {
        Assert.Equal(2, Run(["grid.a"], One("grids.a")));
        Assert.Contains("\"grid.a\"", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", Output());
    }

    [Fact]
    public void Run_Full_TakesTheFullSizes()
    {
        var one = One("grids.a").AtSizes([3], [3, 7]);

        Run([], one);
        Run(["--full"], one);

        Assert.Equal("grids.a@3 0 0 ok\ngrids.a@3 0 0 ok\ngrids.a@7 0 0 ok\n", Output());
    }

    [Fact]
    public void Run_CandidateAndReferenceDisagree_IsShort()
    {
        Assert.Equal(1, Run([], GateCase.Ratio<Specimen>("grids.a", 100, b => b.AllocatesNothing(), b => b.AnswersOtherwise())));
        Assert.Contains("grids.a NaN 100 short\n", Output(), StringComparison.Ordinal);
        Assert.Contains("expected to answer 8", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AtSizes_SetsTheSizeBeforeSetup() => Assert.Equal(2, One("grids.a").AtSizes([2], [2]).CreateBenchmark(2).Size);

    private static GateCase One(string id) => GateCase.Bytes<Specimen>(id, 0, b => b.AllocatesNothing());

    private int Run(string[] args, params GateCase[] cases) => GateCommand.Run(args, cases, _output, _error);

    private string Output() => _output.ToString().ReplaceLineEndings("\n");

    private sealed class Specimen : IGateBenchmark
    {
        public static int Calls { get; set; }

        public int Size { get; set; }

        public void Setup()
        {
        }

        public long AllocatesAThousand()
        {
            Calls++;
            return new byte[1000].Length;
        }

        public long AllocatesNothing() => 7;

        public long AnswersOtherwise() => 8;
    }
}
