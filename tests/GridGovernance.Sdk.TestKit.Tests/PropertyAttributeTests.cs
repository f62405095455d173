using FsCheck;
using FsCheck.Fluent;

namespace GridGovernance.Sdk.TestKit.Tests;

/// <summary>Every shape that a property may have, run the way all others are.</summary>
public sealed class PropertyAttributeTests
{
    private readonly int _startsAtZero;
    private int _cases;

    public PropertyAttributeTests() => _startsAtZero = _cases;

    [Property]
    public bool AProperty_OfManyParameters_GetsAllOfThem(int a, string? b, int[] c) => c.Append(a).Last() == a && (b is null || string.Concat(b, b).Length == 2 * b.Length);

    [Property(MaxTest = 50)]
    public void AProperty_ThatReturnsNothing_HoldsWhenNothingIsThrown(int value) => Assert.Equal(value, -(-value));

    [Property(MaxTest = 50)]
    public void AProperty_IsCalledOnOneInstance_ForAllItsCases(int value) => Assert.True(_startsAtZero == 0 && ++_cases > 0 && value <= int.MaxValue);

    [Property(Arbitrary = [typeof(Evens)])]
    public bool AProperty_WithArbitraries_DrawsFromThem(int even) => even % 2 == 0;

    [Property(EndSize = 5, MaxTest = 200)]
    public bool AProperty_WithASmallEndSize_DrawsSmallValues(int value) => Math.Abs(value) <= 5;

    [Property]
    public FsCheck.Property AProperty_OfFsCheck_MayRejectCases(int value) => (Math.Abs(value) == value).When(value >= 0);

    [Property(MaxTest = 20)]
    public async Task AProperty_ThatReturnsATask_IsAwaited(int value)
    {
        await Task.Yield();
        Assert.Equal(value, -(-value));
    }

    [Property(MaxTest = 20)]
    public async Task<bool> AProperty_ThatReturnsATaskOfTruth_IsAwaited(int value)
    {
        await Task.Yield();
        return value == -(-value);
    }

    private static class Evens
    {
        public static Arbitrary<int> Even() => Arb.From(ArbMap.Default.GeneratorFor<int>().Select(value => value * 2));
    }
}
