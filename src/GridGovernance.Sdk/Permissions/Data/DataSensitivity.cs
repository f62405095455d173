namespace GridGovernance.Sdk.Permissions;

/// <summary>How much harm a data item can do (敏感程度); each value needs what the ones before it need, and more.</summary>
public enum DataSensitivity
{
    /// <summary>May be published (公开).</summary>
    Open = 0,

    /// <summary>For the work of the administration (内部).</summary>
    Internal = 1,

    /// <summary>Personal information (个人信息): needs a purpose, a legal basis and a term (个人信息保护法 arts 6, 19, 34).</summary>
    Personal = 2,

    /// <summary>Sensitive personal information (敏感个人信息), such as health or a specific identity (个人信息保护法 arts 28–29).</summary>
    Sensitive = 3,
}
