namespace GridGovernance.Sdk;

/// <summary>How grave a <see cref="Finding"/> is. Ordered: a larger value is graver.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info = 0,

    /// <summary>Doubtful, or against a soft policy; the thing can be used.</summary>
    Warning = 1,

    /// <summary>Wrong; the thing cannot be used, or a promise is broken.</summary>
    Error = 2,
}
