using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One turn of a crew.</summary>
/// <remarks>Equality is by value. The default value names nobody. This type is immutable and safe to share between threads.</remarks>
/// <param name="Shift">The code of the shift.</param>
/// <param name="Crew">The crew.</param>
/// <param name="From">When it begins, in local time.</param>
/// <param name="To">When it ends, in local time.</param>
public readonly record struct ShiftTurn(string Shift, string Crew, LocalDateTime From, LocalDateTime To);
