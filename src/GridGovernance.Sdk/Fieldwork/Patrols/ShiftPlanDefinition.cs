using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who is on duty when, in turns (S3-26: 轮流24小时值守; also the duty roster of village cadres): the file <c>shift-plan.json</c>.</summary>
/// <remarks>Crews follow each other from shift to shift, from the first shift of the first day. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ShiftPlanDefinition
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the shifts of a day, in the order of their beginnings.</summary>
    public required EquatableArray<ShiftDefinition> Shifts { get; init; }

    /// <summary>Gets the opaque ids of the crews or people, in the order of their turns.</summary>
    public required EquatableArray<string> Crews { get; init; }

    /// <summary>Gets a value indicating whether somebody must be on duty round the clock.</summary>
    public bool RoundTheClock { get; init; }
}
