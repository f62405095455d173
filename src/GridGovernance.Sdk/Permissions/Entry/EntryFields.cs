using System.Text.Json;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The members of an item that a sample may have made up though its source names the item itself.</summary>
internal static class EntryFields
{
    internal static EquatableArray<string> All { get; } = EquatableArray.From(new[]
    {
        nameof(EntryListItem.Category), nameof(EntryListItem.Matters), nameof(EntryListItem.Classes), nameof(EntryListItem.Nature), nameof(EntryListItem.Content),
        nameof(EntryListItem.PowersAndDuties), nameof(EntryListItem.OperatingProcedure), nameof(EntryListItem.LegalBasis), nameof(EntryListItem.Within),
        nameof(EntryListItem.Frequency), nameof(EntryListItem.Posts), nameof(EntryListItem.ApplyingDepartment), nameof(EntryListItem.LeadDepartment),
        nameof(EntryListItem.AssistDepartments), nameof(EntryListItem.Funding), nameof(EntryListItem.Staffing), nameof(EntryListItem.ValidFrom), nameof(EntryListItem.ValidTo),
        nameof(EntryListItem.Levels), nameof(EntryListItem.Places), nameof(EntryListItem.AppliedOn), nameof(EntryListItem.AdjustedOn), nameof(EntryListItem.ReviewedBy),
        nameof(EntryListItem.Approvals), nameof(EntryListItem.PublishedOn), nameof(EntryListItem.ReviewOn), nameof(EntryListItem.ExitReason), nameof(EntryListItem.ReferTo),
    }.Select(JsonNamingPolicy.CamelCase.ConvertName));
}
