using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Permissions;

/// <summary>How an item comes onto the entry list and leaves it (准入程序), as its file <c>entry-procedure.json</c> has it.</summary>
/// <remarks>
/// <para>The states are those of a lifecycle whose state codes are <see cref="EntryStatus"/> in kebab-case, with <c>adjusting</c> and <c>adjustment-approved</c>
/// for an item in force whose new content is under way, and <c>given-up</c> for an application taken back. Its parties are <c>applicant</c>, <c>office</c> and <c>approver</c>.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record EntryProcedureDefinition
{
    /// <summary>Gets the code, kebab-case, such as <c>xicheng-2018</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the code of the body or department that receives applications and keeps the list (网格化工作机构).</summary>
    public required string Office { get; init; }

    /// <summary>Gets the offices of other levels, each for the departments of its own; a department of a level that none is named for applies to <see cref="Office"/>.</summary>
    public EquatableArray<EntryOffice> Offices { get; init; }

    /// <summary>Gets the states and the clocks.</summary>
    public required LifecycleDefinition Lifecycle { get; init; }

    /// <summary>Gets how long before an item begins it must be applied for; null where only "in advance" is asked, that is on an earlier day.</summary>
    public TimeLimit? ApplyAhead { get; init; }

    /// <summary>Gets how <see cref="ApplyAhead"/> is counted; null for the civil code's way.</summary>
    public CountingPolicy? Policy { get; init; }
}
