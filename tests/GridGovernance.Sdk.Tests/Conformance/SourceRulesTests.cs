namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class SourceRulesTests
{
    public static TheoryData<string> Rules => [.. SourceRules.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryFileOfSource_KeepsTheRule(string rule) => Verdict.None(SourceFile.All.SelectMany(SourceRules.All[rule]));

    [Theory]
    [InlineData("room order", "src/GridGovernance.Sdk/Calendars/A.cs", "using GridGovernance.Sdk.Cases; namespace GridGovernance.Sdk.Calendars;")]
    [InlineData("room order", "src/GridGovernance.Sdk/A.cs", "namespace GridGovernance.Sdk; class A { Calendars.WorkCalendar x; }")]
    [InlineData("room order", "src/GridGovernance.Sdk/Grids/A.cs", "namespace GridGovernance.Sdk.Grids; class A { object x = global::GridGovernance.Sdk.Cases.GridCase.Empty; }")]
    [InlineData("room order", "src/GridGovernance.Sdk/Grids/A.cs", "using B = GridGovernance.Sdk.Hosting.GovernanceModel;")]
    [InlineData("room order", "src/GridGovernance.Sdk/Attic/A.cs", "namespace GridGovernance.Sdk.Attic;")]
    [InlineData("namespace = folder", "src/GridGovernance.Sdk/Grids/A.cs", "namespace GridGovernance.Sdk; class A;")]
    [InlineData("namespace = folder", "src/GridGovernance.Sdk.Simulation/A.cs", "namespace GridGovernance.Sdk.Sim; class A;")]
    [InlineData("namespace = folder", "src/GridGovernance.Sdk/A.cs", "class A;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A.cs", "namespace GridGovernance.Sdk; class A; enum B;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A.cs", "namespace GridGovernance.Sdk; class B;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A.cs", "namespace GridGovernance.Sdk; class A<T>;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A.cs", "namespace GridGovernance.Sdk; delegate int B();")]
    [InlineData("no regions", "src/GridGovernance.Sdk/A.cs", "#region X\n#endregion\n")]
    [InlineData("no unfinished work", "src/GridGovernance.Sdk/A.cs", "// TO" + "DO: later")]
    [InlineData("no unfinished work", "src/GridGovernance.Sdk/A.cs", "class A { int B() => throw new NotImplemented" + "Exception(); }")]
    [InlineData("no words that say nothing", "src/GridGovernance.Sdk/GridUtils.cs", "class GridUtils;")]
    [InlineData("no words that say nothing", "src/GridGovernance.Sdk/Common/A.cs", "class A;")]
    [InlineData("geometry library in Geodesy alone", "src/GridGovernance.Sdk/Grids/A.cs", "using NetTopologySuite.Geometries;")]
    [InlineData("geometry library in Geodesy alone", "src/GridGovernance.Sdk.Simulation/A.cs", "class A { NetTopologySuite.Geometries.Point p; }")]
    [InlineData("no global usings", "src/GridGovernance.Sdk/A.cs", "global using System.Text;")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = DateTime.UtcNow; }")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = System.DateTimeOffset.Now; }")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = new Random(1); }")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = Random.Shared; }")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = Guid.NewGuid(); }")]
    [InlineData("no banned symbol", "src/GridGovernance.Sdk/A.cs", "class A { object x = NtsGeometryServices.Instance; }")]
    public void AFileThatBreaksARule_IsFound(string rule, string path, string text)
    {
        var violation = Assert.Single(SourceRules.All[rule](new SourceFile(path, text)));

        Assert.StartsWith(path + ":", violation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void AFile_EndsAtFourHundredLines(int lines, int violations) =>
        Assert.Equal(violations, SourceRules.All["file length"](new SourceFile("src/GridGovernance.Sdk/A.cs", string.Concat(Enumerable.Repeat("//\n", lines)))).Count());

    [Theory]
    [InlineData("room order", "src/GridGovernance.Sdk/Hosting/A.cs", "using GridGovernance.Sdk.Cases; namespace GridGovernance.Sdk.Hosting;")]
    [InlineData("room order", "src/GridGovernance.Sdk/Calendars/A.cs", "namespace GridGovernance.Sdk.Calendars; class A { int B => Cases.Count; }")]
    [InlineData("namespace = folder", "src/GridGovernance.Sdk/Cases/Commands/A.cs", "namespace GridGovernance.Sdk.Cases; class A;")]
    [InlineData("namespace = folder", "src/GridGovernance.Sdk/Cases/Commands/A.cs", "namespace GridGovernance.Sdk.Cases.Commands; class A;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A{T,TKey}.cs", "namespace GridGovernance.Sdk; struct A<T, TKey>;")]
    [InlineData("one type per file, named for it", "src/GridGovernance.Sdk/A.Text.cs", "namespace GridGovernance.Sdk; partial class A { class B; }")]
    [InlineData("geometry library in Geodesy alone", "src/GridGovernance.Sdk/Geodesy/A.cs", "using NetTopologySuite.Geometries;")]
    public void AFileThatKeepsARule_IsNot(string rule, string path, string text) => Assert.Empty(SourceRules.All[rule](new SourceFile(path, text)));

    [Fact]
    public void InternalFolder_HoldsAtMostFiveFiles() =>
        Assert.InRange(SourceFile.All.Count(static file => string.Equals(file.Room, "Internal", StringComparison.Ordinal)), 0, 5);
}
