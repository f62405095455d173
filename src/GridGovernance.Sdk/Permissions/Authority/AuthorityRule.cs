using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One rule of the power-and-duty list (权责清单): who stands how to which actions on which matters, where and when.</summary>
/// <remarks>
/// <para>Within one of the lists any code fits; all the lists must fit. An empty list fits everything, save <see cref="Actions"/> and the matters,
/// where the word <c>*</c> says so.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AuthorityRule
{
    /// <summary>Gets the code, kebab-case, unique in the list.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how they stand to it.</summary>
    public required AuthorityStance Stance { get; init; }

    /// <summary>Gets the codes of the actions; <c>*</c> for all.</summary>
    public required EquatableArray<string> Actions { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the codes of the posts.</summary>
    public EquatableArray<string> Posts { get; init; }

    /// <summary>Gets the codes of the departments; a rule that names any fits nobody outside a department.</summary>
    public EquatableArray<string> Departments { get; init; }

    /// <summary>Gets the codes of the levels at which they act.</summary>
    public EquatableArray<string> Levels { get; init; }

    /// <summary>Gets the kinds of the units where they sit, such as dedicated grids alone; a rule that names any fits nobody of whom no such kind is said, a department's people among them.</summary>
    public EquatableArray<GridKind> Kinds { get; init; }

    /// <summary>Gets the codes of the matters; <c>*</c> for all.</summary>
    public EquatableArray<string> Matters { get; init; }

    /// <summary>Gets the codes of the classes whose matters it is about, beside <see cref="Matters"/>.</summary>
    public EquatableArray<string> Classes { get; init; }

    /// <summary>Gets the codes of the units in which it holds, everything below included.</summary>
    public EquatableArray<string> Places { get; init; }

    /// <summary>Gets a value indicating whether it holds outside the area of the one who acts, too.</summary>
    public bool BeyondOwnArea { get; init; }

    /// <summary>Gets the codes of the conditions that must all hold for the rule to speak.</summary>
    public EquatableArray<string> Conditions { get; init; }

    /// <summary>Gets the first day; null for no beginning.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Gets the last day, itself included; null for no end.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>Says whether the rule runs on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="ValidFrom"/> to <see cref="ValidTo"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => !(on < ValidFrom) && !(on > ValidTo);
}
