using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>What is known about one collected value, without the value: how far it can be relied on, who asked and who verified.</summary>
/// <remarks>
/// <para>A value begins unverified; somebody other than its collector verifies it; a refusal to answer is on record and cannot be verified.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Item">The code of the item.</param>
/// <param name="Subject">The opaque id of whom or what it is about.</param>
/// <param name="CollectedBy">The id of the person who asked.</param>
/// <param name="CollectedOn">The day.</param>
public sealed record CollectedValue(string Item, string Subject, string CollectedBy, LocalDate CollectedOn)
{
    /// <summary>Gets how far it can be relied on.</summary>
    public DataQuality Quality { get; private init; }

    /// <summary>Gets the id of the person who verified it; null while nobody has.</summary>
    public string? VerifiedBy { get; private init; }

    /// <summary>Gets the day on which it was verified; null while it is not.</summary>
    public LocalDate? VerifiedOn { get; private init; }

    /// <summary>Records that the person would not say.</summary>
    /// <param name="item">The code of the item.</param>
    /// <param name="subject">The opaque id of the person.</param>
    /// <param name="askedBy">The id of the person who asked.</param>
    /// <param name="askedOn">The day.</param>
    /// <returns>The record, without a value.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CollectedValue Refused(string item, string subject, string askedBy, LocalDate askedOn)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(askedBy);
        return new(item, subject, askedBy, askedOn) { Quality = DataQuality.Refused };
    }

    /// <summary>Verifies the value, or says why not.</summary>
    /// <param name="by">The id of the person who verifies.</param>
    /// <param name="on">The day.</param>
    /// <param name="verified">The value, verified; itself when refused.</param>
    /// <returns>Null when it is verified; the refusal for a value that was never given, for a day before it was, and for the one who collected it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="by"/> is null.</exception>
    public Refusal? Verify(string by, LocalDate on, out CollectedValue verified)
    {
        ArgumentNullException.ThrowIfNull(by);
        verified = this;
        if (Quality == DataQuality.Refused)
        {
            return new Refusal(RefusalKind.NoSuchAction, PermissionMessages.Catalogue["permissions.value-refused", Item, Subject]);
        }

        if (string.Equals(by, CollectedBy, StringComparison.Ordinal))
        {
            return new Refusal(RefusalKind.NotYourRole, PermissionMessages.Catalogue["permissions.value-own", by, Item, Subject]);
        }

        if (on < CollectedOn)
        {
            return new Refusal(RefusalKind.OutsideListOrTime, PermissionMessages.Catalogue["permissions.value-too-early", Item, Subject, CollectedOn, on]);
        }

        verified = this with { Quality = DataQuality.Verified, VerifiedBy = by, VerifiedOn = on };
        return null;
    }

    /// <summary>Replaces the value by a newer one, which is unverified again.</summary>
    /// <param name="by">The id of the person who asked anew.</param>
    /// <param name="on">The day.</param>
    /// <returns>The newer value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="by"/> is null.</exception>
    public CollectedValue CollectAgain(string by, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new(Item, Subject, by, on);
    }
}
