namespace GridGovernance.Sdk.Permissions;

/// <summary>Something that a body does to an item of the entry list: an application, a signature, a withdrawal.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Trigger">The code of the trigger, one of <see cref="EntryTriggers"/>.</param>
public sealed record EntryStep(string Trigger)
{
    /// <summary>Gets the item as it is applied for, completed or to be adjusted; null for the other steps.</summary>
    public EntryListItem? Item { get; init; }

    /// <summary>Gets the number of the document (文号) of a signature; null where there is none.</summary>
    public string? DocumentNo { get; init; }

    /// <summary>Gets why, for a refusal, a return, a suspension or a withdrawal.</summary>
    public LocalizedText? Reason { get; init; }
}
