using System.Reflection;
using Xunit.Sdk;

namespace GridGovernance.Sdk.TestKit.Tests;

public sealed class PropertyRunTests
{
    private static readonly PropertySettings Settings = new(1000, 60, PropertyReplay.Parse("20260101,1"), []);
    private int _calls;

    [Fact]
    public void Check_ATrueProperty_RunsAsOftenAsAskedFor()
    {
        PropertyRun.Check(Method(nameof(Counts)), this, Settings with { Runs = 123 });

        Assert.Equal(123, _calls);
    }

    [Fact]
    public void Check_AFalseProperty_PrintsTheSmallestCounterexampleAndTheReplay()
    {
        var failure = Fail(nameof(IsBelowTen), Settings);

        Assert.Contains("Shrunk counterexample:\n  value = 10\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"GG_PBT_REPLAY={failure.Replay}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GG_PBT_REPLAY=20260101,1\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TheReplayOfAFailure_FailsAtTheFirstCaseWithTheSameCounterexample()
    {
        var failure = Fail(nameof(SumIsBelowTwenty), Settings);
        _calls = 0;

        var again = Fail(nameof(SumIsBelowTwenty), Settings with { Replay = failure.Replay });

        Assert.StartsWith("Falsifiable, after 1 case(s)", again.Message, StringComparison.Ordinal);
        Assert.Equal(Counterexample(failure), Counterexample(again));
    }

    [Fact]
    public void Check_OneSeed_DrawsTheSameCases()
    {
        Assert.Equal(Fail(nameof(SumIsBelowTwenty), Settings).Message, Fail(nameof(SumIsBelowTwenty), Settings).Message);
        Assert.NotEqual(
            Fail(nameof(SumIsBelowTwenty), Settings).Replay,
            Fail(nameof(SumIsBelowTwenty), Settings with { Replay = PropertyReplay.Parse("4711,3") }).Replay);
    }

    [Fact]
    public void Check_AnAssertionThatFails_ShowsItsMessage()
    {
        var failure = Fail(nameof(AssertsBelowTen), Settings);

        Assert.Contains("Assert.InRange()", failure.Message, StringComparison.Ordinal);
        Assert.IsType<InRangeException>(failure.InnerException);
    }

    [Fact]
    public void Check_ATaskThatFails_ShowsItsMessage() =>
        Assert.Contains("ten is too much", Fail(nameof(AwaitsBelowTen), Settings).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_AConditionHardlyEverMet_FailsInsteadOfPassing()
    {
        var failure = Fail(nameof(NeverApplies), Settings with { Runs = 10 });

        Assert.Contains("was to be met by 10 cases, but only 0", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Replay);
    }

    private static string Counterexample(PropertyFailedException failure)
    {
        var start = failure.Message.IndexOf("ounterexample:", StringComparison.Ordinal);
        return string.Join('\n', failure.Message[start..].Split('\n')[..3]);
    }

    private PropertyFailedException Fail(string name, PropertySettings settings) =>
        Assert.Throws<PropertyFailedException>(() => PropertyRun.Check(Method(name), this, settings));

    private static MethodInfo Method(string name) => typeof(PropertyRunTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!;

    private bool Counts(int value)
    {
        _calls++;
        return value == value + 0;
    }

    private bool IsBelowTen(int value) => value < 10 && _calls == 0;

    private bool SumIsBelowTwenty(int a, int b)
    {
        _calls++;
        return a + b < 20;
    }

    private void AssertsBelowTen(int value) => Assert.InRange(value, int.MinValue, 9 + _calls);

    private async Task AwaitsBelowTen(int value)
    {
        await Task.Yield();
        if (value >= 10 + _calls)
        {
            throw new InvalidOperationException("ten is too much");
        }
    }

    private FsCheck.Property NeverApplies(int value) => FsCheck.Fluent.Prop.When(value < _calls + 1, value > int.MaxValue - 1 && _calls > 0);
}
