using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>An item of the entry list (准入事项): which matters may be given to grids, by whom, how, where and how long.</summary>
/// <remarks>
/// <para>Three things are mandatory before an item can be approved: the matters themselves (具体项目), the powers and duties (权责事项) and the
/// operating procedure (操作流程).</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record EntryListItem
{
    /// <summary>Gets the code, kebab-case, unique in the list.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the part of the list it stands in.</summary>
    public required EntryCategory Category { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>Gets where it comes from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Gets the source in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the members, as the file names them, that no source names though it names the item: made up for a sample, like an item of <see cref="Origin.Sample"/> as a whole.</summary>
    public EquatableArray<string> SampleFields { get; init; }

    /// <summary>Gets the codes of the matters it covers (具体项目).</summary>
    public EquatableArray<string> Matters { get; init; }

    /// <summary>Gets the codes of the classes whose matters it covers, all of them.</summary>
    public EquatableArray<string> Classes { get; init; }

    /// <summary>Gets how it reaches people.</summary>
    public TaskNature Nature { get; init; }

    /// <summary>Gets what is to be done; for a negative item, why it must not be.</summary>
    public LocalizedText? Content { get; init; }

    /// <summary>Gets the powers granted and the duties that go with them (权责事项).</summary>
    public LocalizedText? PowersAndDuties { get; init; }

    /// <summary>Gets the steps of the operating procedure (操作流程), in order.</summary>
    public EquatableArray<LocalizedText> OperatingProcedure { get; init; }

    /// <summary>Gets the legal basis in words; null where there is none.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Gets the time limit in which it is to be done, such as <c>3 working-days</c>; null where there is none.</summary>
    public TimeLimit? Within { get; init; }

    /// <summary>Gets how often it is to be done, in words; null where that is as needed.</summary>
    public LocalizedText? Frequency { get; init; }

    /// <summary>Gets the codes of the posts that may carry it (责任岗位); empty for every post.</summary>
    public EquatableArray<string> Posts { get; init; }

    /// <summary>Gets the department that applied for it.</summary>
    public string? ApplyingDepartment { get; init; }

    /// <summary>Gets the department that leads it (主责部门).</summary>
    public string? LeadDepartment { get; init; }

    /// <summary>Gets the departments that assist (配合部门).</summary>
    public EquatableArray<string> AssistDepartments { get; init; }

    /// <summary>Gets the funding that comes with it (费随事转), in words.</summary>
    public LocalizedText? Funding { get; init; }

    /// <summary>Gets the staff that comes with it (人随事转), in words.</summary>
    public LocalizedText? Staffing { get; init; }

    /// <summary>Gets the first day; null for no beginning.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>Gets the last day, itself included; null for no end. A temporary item needs one (纳入期限).</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>Gets the codes of the levels whose units may be given it; empty for every level.</summary>
    public EquatableArray<string> Levels { get; init; }

    /// <summary>Gets the codes of the units in which it holds, everything below included; empty for everywhere.</summary>
    public EquatableArray<string> Places { get; init; }

    /// <summary>Gets the day of the application.</summary>
    public LocalDate? AppliedOn { get; init; }

    /// <summary>Gets the day on which its content was last put forward for adjustment (动态调整); null where it is as it was applied for.</summary>
    public LocalDate? AdjustedOn { get; init; }

    /// <summary>Gets the body that reviewed it (网格化工作机构).</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Gets the signatures.</summary>
    public EquatableArray<EntryApproval> Approvals { get; init; }

    /// <summary>Gets the day on which it was published (公示).</summary>
    public LocalDate? PublishedOn { get; init; }

    /// <summary>Gets the day on which it is to be looked at again.</summary>
    public LocalDate? ReviewOn { get; init; }

    /// <summary>Gets why it left the list; null while it is there.</summary>
    public LocalizedText? ExitReason { get; init; }

    /// <summary>Gets the body to which a negative item's matters are referred (转介).</summary>
    public LocalizedText? ReferTo { get; init; }
}
