namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The two hotlines that a grid's platform joins (S2-5: 打通12345政务服务与96345民生服务), as channels of cases and services.</summary>
public static class ServiceHotline
{
    /// <summary>Government services (政务服务).</summary>
    public const string Government = "hotline-12345";

    /// <summary>Services of daily life (民生服务).</summary>
    public const string Livelihood = "hotline-96345";
}
