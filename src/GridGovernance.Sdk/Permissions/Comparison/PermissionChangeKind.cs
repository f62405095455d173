namespace GridGovernance.Sdk.Permissions;

/// <summary>Which way an answer turned between two versions of a list.</summary>
public enum PermissionChangeKind
{
    /// <summary>It was denied and is allowed now.</summary>
    NewlyAllowed = 0,

    /// <summary>It was allowed and is denied now.</summary>
    NewlyDenied = 1,
}
