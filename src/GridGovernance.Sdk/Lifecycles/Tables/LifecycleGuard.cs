namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What is known of a guard (条件) beyond its name: the effects that make it hold or not, and the guards that it excludes.</summary>
/// <remarks>
/// <para>A guard of which nothing is known may hold or not at any time. The analysis believes what is said here; it never runs a guard.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Name">The name by which lifecycles call it.</param>
public sealed record LifecycleGuard(string Name)
{
    /// <summary>Gets whether it holds when a case begins; null where it may hold or not at any time.</summary>
    public bool? Initially { get; init; }

    /// <summary>Gets a value indicating whether it stays as it is until an effect changes it, though it may hold or not when a case begins: there are cases of both kinds.</summary>
    /// <remarks>Of use where <see cref="Initially"/> is null; a guard of which that is known stays as it is anyhow.</remarks>
    public bool IsLasting { get; init; }

    /// <summary>Gets the party that a case has only while this holds, such as <see cref="LifecycleParty.Lead"/>; null where it says nothing of parties.</summary>
    public string? Party { get; init; }

    /// <summary>Gets the effects after which it holds.</summary>
    public EquatableArray<string> EstablishedBy { get; init; }

    /// <summary>Gets the effects after which it holds no longer.</summary>
    public EquatableArray<string> UndoneBy { get; init; }

    /// <summary>Gets the guards that never hold together with it.</summary>
    public EquatableArray<string> Excludes { get; init; }
}
