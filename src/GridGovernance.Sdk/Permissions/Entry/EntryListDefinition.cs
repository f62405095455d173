using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The entry list (准入清单) as its file <c>entry-list.json</c> has it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EntryListDefinition
{
    /// <summary>Gets the code of the list.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the code of the scope guard, such as <c>wu-2020</c>.</summary>
    public required string ScopeGuard { get; init; }

    /// <summary>Gets the bodies that sign entries beside the departments.</summary>
    public EquatableArray<ApprovalBody> Bodies { get; init; }

    /// <summary>Gets the codes of the bodies that must all have signed an item, together with its applying, leading and assisting departments.</summary>
    public EquatableArray<string> RequiredApprovers { get; init; }

    /// <summary>Gets the codes of the bodies that must have signed a temporary item, together with its applying department.</summary>
    public EquatableArray<string> RequiredTemporaryApprovers { get; init; }

    /// <summary>Gets the longest term of a temporary item, in calendar days, months or years; null where the list sets none.</summary>
    /// <remarks>舟山市网格化服务管理条例 art 24 asks for a stated term (纳入期限) but names no length, nor does any other source: the host says.</remarks>
    public TimeLimit? LongestTemporaryTerm { get; init; }

    /// <summary>Gets the codes of the levels that are the community's (社区), whose posts may not lead what the list gives as assisted work; empty where that is not asked.</summary>
    /// <remarks>北京市接诉即办工作条例 art 17: 不得将协助工作交由社区作为主责. See <see cref="AssistedWork"/>.</remarks>
    public EquatableArray<string> CommunityLevels { get; init; }

    /// <summary>Gets the items, negative ones among them.</summary>
    public EquatableArray<EntryListItem> Items { get; init; }
}
