using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A body's signature under an item of the entry list.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Body">The code of the body or of the department that signed.</param>
/// <param name="SignedOn">The day.</param>
/// <param name="DocumentNo">The number of the document (文号); null where there is none.</param>
public sealed record EntryApproval(string Body, LocalDate SignedOn, string? DocumentNo = null);
