namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A need, voiced by the person or for somebody who cannot say it (代诉, S4-24: 不能表达自己需求的群众).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Category">What it is about.</param>
/// <param name="Proxy">The opaque id or the seat of who speaks for the person; null where the person does.</param>
public sealed record VoicedNeed(DemandCategory Category, string? Proxy = null)
{
    /// <summary>Gets a value indicating whether somebody else speaks.</summary>
    public bool IsByProxy => Proxy is not null;
}
