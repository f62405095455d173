using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Compares two versions of a list by what they decide, not by how they are written: what is newly allowed and what is newly denied.</summary>
/// <remarks>
/// Every combination of matter, action, place and day is compared with everybody whom either establishment knows, within and beyond the own area, and with
/// every set of conditions that can make a difference. Places and days that neither version tells apart are compared once. Two versions without a change
/// decide every such request alike, whatever their rules look like.
/// </remarks>
public static class ListDifference
{
    /// <summary>Compares two power-and-duty lists.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version.</param>
    /// <param name="places">The places to look at; units that rules name inside them are looked at as well.</param>
    /// <returns>The changes: one for each direction, holder, action and matter; by matter, action and holder in the order of the lists, what is newly allowed first.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty.</exception>
    public static EquatableArray<AuthorityChange> Between(AuthorityList before, AuthorityList after, IEnumerable<GridCode> places)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new AuthorityComparison(before, after, Given(places)).Run();
    }

    /// <summary>Compares what the delegations over two power-and-duty lists let their seats do.</summary>
    /// <remarks>Every seat to which something is delegated in either version is asked for whatever is delegated to it, wherever the delegations, the rules and the areas of the seats tell places apart.
    /// What a seat may do in one version by its own power and in the other by delegation is no change.</remarks>
    /// <param name="before">The older delegations, over the older list.</param>
    /// <param name="after">The newer delegations, over the newer list.</param>
    /// <returns>The changes that a delegation has to do with: by seat, action and matter in the ordinal order of their codes, what is newly allowed first.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EquatableArray<DelegationChange> Between(DelegationRegister before, DelegationRegister after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new DelegationComparison(before, after).Run();
    }

    /// <summary>Compares two entry lists.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version.</param>
    /// <param name="establishment">The posts and levels to ask for.</param>
    /// <param name="places">The places to look at; units that items name inside them are looked at as well.</param>
    /// <returns>The changes: by matter in the order of the lists, then by level and post.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="places"/> is empty.</exception>
    public static EquatableArray<AdmissionChange> Between(EntryList before, EntryList after, Staffing.Establishment establishment, IEnumerable<GridCode> places)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(establishment);
        return new AdmissionComparison(before, after, establishment, Given(places)).Run();
    }

    private static GridCode[] Given(IEnumerable<GridCode> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var given = places.ToArray();
        return given.Length == 0 ? throw new ArgumentException("The comparison needs at least one place, but was given none.", nameof(places)) : given;
    }
}
