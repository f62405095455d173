namespace GridGovernance.Sdk.Permissions;

/// <summary>What a <see cref="ScopeGuard"/> does with matters of self-governance and vitality.</summary>
public enum VitalityPolicy
{
    /// <summary>They stay outside the grid and are referred to the body that owns them.</summary>
    Refuse = 0,

    /// <summary>They may come in as a service that is offered, never as a task that is set.</summary>
    ServiceOnly = 1,
}
