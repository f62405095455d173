using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A host's own model of risk (S1-6), which says by name which rule holds for a subject: what it computes stays with the host, what it says is a rule.</summary>
public interface IRiskModel
{
    /// <summary>Says which rule holds for a subject.</summary>
    /// <param name="subject">The opaque id of the person, or the code of the area.</param>
    /// <param name="at">When.</param>
    /// <returns>The code of a rule of the ladder; null where the model does not say, and the colour stays.</returns>
    string? RuleFor(string subject, Instant at);
}
