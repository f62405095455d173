namespace GridGovernance.Sdk.Tool;

/// <summary>What the command's exit says to a script.</summary>
internal static class ExitCode
{
    /// <summary>Clean, yes, feasible.</summary>
    internal const int Ok = 0;

    /// <summary>Findings, refused, infeasible or unknown.</summary>
    internal const int Findings = 1;

    /// <summary>Unusable input or options; one line on stderr says what, where and what was expected.</summary>
    internal const int Unusable = 2;
}
