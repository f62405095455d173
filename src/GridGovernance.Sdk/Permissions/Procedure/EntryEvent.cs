using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Something that happened to an item of the entry list; the fold of all of them is its <see cref="EntryFile"/>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Trigger">The code of the trigger.</param>
/// <param name="State">The code of the state reached.</param>
/// <param name="By">The code of the body or department that did it.</param>
/// <param name="At">The moment.</param>
/// <param name="On">The day, by the county's clock.</param>
public sealed record EntryEvent(string Trigger, string State, string By, Instant At, LocalDate On)
{
    /// <summary>Gets the item as it was applied for, completed or put forward; null for the other steps.</summary>
    public EntryListItem? Item { get; init; }

    /// <summary>Gets the signature; null for the other steps.</summary>
    public EntryApproval? Approval { get; init; }

    /// <summary>Gets the reason; null where none was given.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Gets the day on which the item is to be looked at again, counted from this step; null where it is not.</summary>
    public LocalDate? ReviewOn { get; init; }
}
