using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class ApiHabitsTests
{
    public static TheoryData<string> Habits => [.. ApiHabits.All.Keys];

    [Theory]
    [MemberData(nameof(Habits))]
    public void EveryPublicType_KeepsTheHabit(string habit)
    {
        var types = typeof(Finding).Assembly.GetExportedTypes().Concat(typeof(RandomStreams).Assembly.GetExportedTypes());

        Verdict.None(types.SelectMany(ApiHabits.All[habit]));
    }

    [Theory]
    [InlineData("public types are immutable", typeof(Settable))]
    [InlineData("public types are immutable", typeof(Assignable))]
    [InlineData("records hold values that compare by value", typeof(HoldsAnArray))]
    [InlineData("records hold values that compare by value", typeof(HoldsAList))]
    [InlineData("classes are sealed, abstract or static", typeof(Open))]
    [InlineData("instants are NodaTime's", typeof(SpeaksOfDateTime))]
    [InlineData("what is parsed can be tried", typeof(ParsesOnly))]
    [InlineData("no type repeats its namespace", typeof(Conformance))]
    [InlineData("geometry types stay inside", typeof(SpeaksOfGeometry))]
    public void ATypeThatBreaksAHabit_IsFound(string habit, Type type) => Assert.Contains(type.Name, Assert.Single(ApiHabits.All[habit](type)), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(Finding))]
    [InlineData(typeof(Refusal))]
    [InlineData(typeof(Good))]
    [InlineData(typeof(GoodBuilder))]
    public void ATypeThatKeepsThem_IsNot(Type type) => Assert.Empty(ApiHabits.All.Values.SelectMany(habit => habit(type)));

    private sealed class Settable
    {
        public int Value { get; set; }
    }

    private sealed class Assignable
    {
#pragma warning disable CA1051 // The very thing that the habit forbids.
        public int Value = 1;
#pragma warning restore CA1051
    }

    private sealed record HoldsAnArray(int[] Values);

    private readonly record struct HoldsAList(IReadOnlyList<int>? Values);

    private class Open;

    private sealed class SpeaksOfDateTime
    {
        public void Method(IReadOnlyList<DateTime?> values) => Assert.Empty(values);
    }

    private sealed class ParsesOnly
    {
        public static ParsesOnly Parse(string text) => text.Length == 0 ? throw new FormatException() : new ParsesOnly();
    }

    private sealed class Conformance;

    private sealed class SpeaksOfGeometry
    {
        public NetTopologySuite.Geometries.Point? Value { get; }
    }

    private sealed record Good(EquatableArray<int> Values)
    {
        public IReadOnlyList<int> Sorted => [.. Values.Order()];

        public NodaTime.Instant At { get; init; }
    }

    private sealed class GoodBuilder
    {
        public int Value { get; set; }
    }
}
