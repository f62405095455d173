using System.Globalization;

namespace GridGovernance.Sdk.Tests.Staffing;

/// <summary>The texts of a message, for tests to look at.</summary>
internal static class MessageTexts
{
    public static string En(this Message message) => message.ToString(CultureInfo.InvariantCulture);

    public static string Zh(this Message message) => message.ToString(CultureInfo.GetCultureInfo("zh-CN"));
}
