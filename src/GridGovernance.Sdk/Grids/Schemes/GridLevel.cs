namespace GridGovernance.Sdk.Grids;

/// <summary>One level (层级) of a compiled hierarchy.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as <c>township</c>.</param>
/// <param name="Name">The name in both languages.</param>
/// <param name="IsManaging">Whether the level manages, that is, has a responsible post of its own.</param>
/// <param name="Depth">The position from the top, 0 for the highest.</param>
/// <param name="Digits">How many characters of a unit's code belong to this level.</param>
/// <param name="CodeLength">How many characters a code of this level has in all.</param>
public sealed record GridLevel(string Code, LocalizedText Name, bool IsManaging, int Depth, int Digits, int CodeLength)
{
    /// <summary>Returns the code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Code;
}
