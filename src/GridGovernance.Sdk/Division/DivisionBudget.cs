namespace GridGovernance.Sdk.Division;

/// <summary>How much work a division may take, counted in steps: the library owns no clock, and equal budgets give equal plans on every machine.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DivisionBudget
{
    /// <summary>Gets the budget that is meant for a county.</summary>
    public static DivisionBudget Default { get; } = new();

    /// <summary>Gets the most units of a parent, groups counted once, that are searched to a proof. The default is 30; at most 60.</summary>
    public int ExactUnits { get; init; } = 30;

    /// <summary>Gets how many steps the proof for one parent may take.</summary>
    public long ExactSteps { get; init; } = 10_000_000;

    /// <summary>Gets how many changes the search tries for each unit. The default is 300.</summary>
    public int MovesPerUnit { get; init; } = 300;

    /// <summary>Gets how many times the search of a parent starts anew. The default is 3.</summary>
    public int Restarts { get; init; } = 3;

    /// <summary>Gets on how many threads parents are divided side by side. The plan does not depend on it.</summary>
    public int Parallelism { get; init; } = 1;
}
