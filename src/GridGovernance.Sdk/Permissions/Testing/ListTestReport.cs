namespace GridGovernance.Sdk.Permissions;

/// <summary>What <see cref="ListTest"/> found.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class ListTestReport
{
    internal ListTestReport(FindingReport findings, int passed, int failed, int cells, int cellsAsked, EquatableArray<string> rulesUnasked)
    {
        Findings = findings;
        Passed = passed;
        Failed = failed;
        Cells = cells;
        CellsAsked = cellsAsked;
        RulesUnasked = rulesUnasked;
    }

    /// <summary>Gets an error for every answer that is not the expected one, with a JSON pointer into the definition.</summary>
    public FindingReport Findings { get; }

    /// <summary>Gets how many cases are answered as expected.</summary>
    public int Passed { get; }

    /// <summary>Gets how many are not.</summary>
    public int Failed { get; }

    /// <summary>Gets how many cells the list has: a matter and an action each.</summary>
    public int Cells { get; }

    /// <summary>Gets how many of the cells at least one case asks for.</summary>
    public int CellsAsked { get; }

    /// <summary>Gets the codes of the rules that decide none of the cases, in ordinal order.</summary>
    public EquatableArray<string> RulesUnasked { get; }
}
