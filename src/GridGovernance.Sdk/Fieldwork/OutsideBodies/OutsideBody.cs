using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A body of self-governance, the market or society that works beside the grids (网格外的自治载体与市场、社会力量): one row of <c>outside-bodies.csv</c>.</summary>
/// <remarks>It is no part of the grid tree: it has no post, and nothing is dispatched to it, only referred. Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Units">The units in which it works.</param>
public sealed record OutsideBody(string Code, string NameEn, string NameZh, OutsideBodyKind Kind, EquatableArray<GridCode> Units);
