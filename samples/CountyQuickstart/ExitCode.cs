namespace CountyQuickstart;

/// <summary>What the exit says to a script.</summary>
internal static class ExitCode
{
    /// <summary>The county is sound, and everything was written.</summary>
    internal const int Ok = 0;

    /// <summary>Everything was written, but the audit or the checks of the run found something.</summary>
    internal const int Findings = 1;

    /// <summary>Unusable input or options; one line on stderr says what, where and what was expected. Nothing was written.</summary>
    internal const int Unusable = 2;

    /// <summary>Stopped by the user (Ctrl-C). Nothing was written.</summary>
    internal const int Stopped = 130;
}
