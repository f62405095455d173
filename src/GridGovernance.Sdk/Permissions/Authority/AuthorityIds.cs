using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Who, what, on which matter and when, as numbers of one <see cref="AuthorityList"/>: what a decision needs when nobody wants to spell codes.</summary>
/// <remarks>
/// <para>Each number is a position in a list of the definition. They belong to the list that gave them, through <see cref="AuthorityList.IdsOf"/> or
/// <see cref="AuthorityList.TryFindIds"/>, and hold where that list speaks of them, which is looked up once, when they are made; a host keeps those of a seat and a
/// matter and asks by them.</para>
/// <para>Equality is by value. The default value is the first of everything and must not be used. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct AuthorityIds
{
    private readonly ushort _action;
    private readonly byte _level;
    private readonly byte _kind;

    internal AuthorityIds(int matter, int action, in ActorIds actor, LocalDate on, int entry)
    {
        (Matter, Post, Department, On, Entry) = (matter, actor.Post, actor.Department, on, entry);
        (_action, _level, _kind) = ((ushort)action, (byte)actor.Level, (byte)actor.Kind);
    }

    /// <summary>Gets the position of the matter in the catalogue.</summary>
    public int Matter { get; }

    /// <summary>Gets the position of the action.</summary>
    public int Action => _action;

    /// <summary>Gets the position of the post.</summary>
    public int Post { get; }

    /// <summary>Gets the position of the department; −1 outside departments.</summary>
    public int Department { get; }

    /// <summary>Gets the position of the level, the widest first.</summary>
    public int Level => _level;

    /// <summary>Gets the kind of unit, among those that the list's rules name from 1 on, in the order of <see cref="Grids.GridKind"/>; 0 for every other and for none.</summary>
    public int Kind => _kind;

    /// <summary>Gets the day.</summary>
    public LocalDate On { get; }

    /// <summary>Gets what the list's table says of all this.</summary>
    internal int Entry { get; }
}
