using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

public class ExperimentManifestTests
{
    private static readonly ExperimentManifest Manifest = SampleExperiment.Create().Run(SampleExperiment.Options(1, 2)).Manifest;

    private static readonly string Long = new('x', 150);

    [Fact]
    public void DifferencesFrom_Itself_AreNone() => Assert.Empty(Manifest.DifferencesFrom(Manifest));

    [Fact]
    public void DifferencesFrom_AnotherExperiment_AreToldPointByPoint()
    {
        var other = Manifest with
        {
            Name = "others", Version = "0", Generator = "dice", Seed = 2, HasCommonRandomNumbers = false, Metrics = ["sum"],
            Scenarios = [Manifest.Scenarios[0], Manifest.Scenarios[1] with { Text = "draws=4" }], Inputs = [],
        };

        Assert.Equal(
            [
                "The name is expected to be \"sums\", but is \"others\".",
                $"The version is expected to be \"{Manifest.Version}\", but is \"0\".",
                $"The generator is expected to be \"{ExperimentManifest.CurrentGenerator}\", but is \"dice\".",
                "The seed is expected to be \"20260101\", but is \"2\".",
                "The common random numbers is expected to be \"True\", but is \"False\".",
                $"The metrics is expected to be \"{Manifest.Metrics}\", but is \"{other.Metrics}\".",
                "The list of scenarios is expected to be \"low, middle, high\", but is \"low, middle\".",
                "The scenario \"middle\" is expected to be \"draws=3\", but is \"draws=4\".",
                "The list of inputs is expected to be \"a table\", but is \"\".",
            ],
            Manifest.DifferencesFrom(other));
    }

    public static TheoryData<string, string, string, string> Texts { get; } = new()
    {
        // Both are short enough to be told whole: a hundred characters.
        { "a\nb", "a\nc", "a\nb", "a\nc" },
        { new('x', 100), Long, new('x', 100), Long },

        // Of long ones the line on which they part, and where they part on the very first, in its midst, at its end, or in nothing but a blank.
        { $"one\ntwo 2\n{Long}", $"one\ntwo 3\n{Long}", "…two 2…", "…two 3…" },
        { $"1 one\n{Long}", $"2 one\n{Long}", "1 one…", "2 one…" },
        { $"{Long}\n1", $"{Long}\n2", "…1", "…2" },
        { $"{Long}\n\n1", $"{Long}\n2", "……", "…2" },
        { $"{Long}\none\ntwo", $"{Long}\none", "…one…", "…one" },
        { $"{Long}\none \ntwo", $"{Long}\none\ntwo", "…one …", "…one…" },

        // Of a long line a hundred characters on both sides.
        { $"{Long}1{Long}", $"{Long}2{Long}", $"…{new('x', 100)}1{new('x', 99)}…", $"…{new('x', 100)}2{new('x', 99)}…" },
        { $"{new('x', 100)}1{new('x', 99)}", $"{new('x', 100)}2{new('x', 100)}", $"{new('x', 100)}1{new('x', 99)}", $"{new('x', 100)}2{new('x', 99)}…" },
        { $"{new('x', 99)}1{new('x', 98)}\n", $"{new('x', 99)}2{new('x', 100)}\n", $"{new('x', 99)}1{new('x', 98)}…", $"{new('x', 99)}2{new('x', 99)}…" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void DifferencesFrom_TextsThatPart_AreToldByWhereTheyDo(string mine, string theirs, string mineAsTold, string theirsAsTold)
    {
        var (one, other) = (Of(mine), Of(theirs));

        Assert.Equal($"The scenario \"low\" is expected to be \"{mineAsTold}\", but is \"{theirsAsTold}\".", Assert.Single(one.DifferencesFrom(other)));

        static ExperimentManifest Of(string text) => Manifest with { Scenarios = [Manifest.Scenarios[0] with { Text = text }] };
    }
}
