namespace GridGovernance.Sdk.Permissions;

/// <summary>An answer of the power-and-duty list, as a <see cref="ListTestCase"/> expects it.</summary>
public enum ListAnswerKind
{
    /// <summary>No.</summary>
    Denied = 0,

    /// <summary>Yes.</summary>
    Allowed = 1,
}
