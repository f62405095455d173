namespace GridGovernance.Sdk.Grids;

/// <summary>A grid code taken apart by its scheme.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The whole code.</param>
/// <param name="Values">The text of each segment, in order.</param>
/// <param name="Division">The code of the division that the grid lies in: its division segments, joined.</param>
/// <param name="Head">Everything before the number: grids of one head are numbered together.</param>
/// <param name="Serial">The number, as text.</param>
/// <param name="IsWholeDivision">Whether the grid is the whole division, which is not split.</param>
/// <param name="IsMergedDivision">Whether the division was formed by a merger.</param>
public sealed record GridCodeParts(
    GridCode Code,
    EquatableArray<string> Values,
    GridCode Division,
    GridCode Head,
    string Serial,
    bool IsWholeDivision,
    bool IsMergedDivision);
