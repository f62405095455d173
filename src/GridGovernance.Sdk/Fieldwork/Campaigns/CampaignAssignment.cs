using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who collects an item in a cell on a day.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Cell">The cell.</param>
/// <param name="Item">The code of the item; null for a campaign without items.</param>
/// <param name="Seat">The seat; null where nobody in the chain acts.</param>
/// <param name="Person">The opaque id of who acts in it; null where the host does not say who sits where, or nobody acts.</param>
/// <param name="Gaps">What was passed over on the way up, the lowest first; it ends with <see cref="AnswerGapKind.NobodyInChain"/> where nobody collects.</param>
public sealed record CampaignAssignment(GridCode Cell, string? Item, Seat? Seat, string? Person, EquatableArray<AnswerGap> Gaps);
