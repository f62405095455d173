using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Support given to somebody in the grid system: one row of <c>supports.csv</c>. What was said is nobody's business.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="Kind">How.</param>
/// <param name="On">When.</param>
public sealed record SupportRecord(string Person, SupportKind Kind, LocalDate On);
