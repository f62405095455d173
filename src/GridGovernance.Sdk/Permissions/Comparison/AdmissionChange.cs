namespace GridGovernance.Sdk.Permissions;

/// <summary>What may be given to a unit under one version of an entry list but not under another, with a request that shows it.</summary>
/// <remarks>
/// <para>A change that holds for every post of a level is one change, whose witness names no post. The witness is of the earliest day and the first place.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Kind">Which way it turned; "allowed" is admitted here.</param>
/// <param name="Witness">A request that the two versions decide differently.</param>
/// <param name="Before">The verdict before.</param>
/// <param name="After">The verdict after.</param>
public sealed record AdmissionChange(PermissionChangeKind Kind, AdmissionRequest Witness, AdmissionVerdict Before, AdmissionVerdict After)
{
    /// <summary>Gets the codes of the items that decided the witness before, in ordinal order.</summary>
    public EquatableArray<string> ItemsBefore { get; init; }

    /// <summary>Gets the codes of the items that decide the witness after, in ordinal order.</summary>
    public EquatableArray<string> ItemsAfter { get; init; }
}
