using System.Globalization;

namespace GridGovernance.Sdk.Lifecycles;

/// <summary>Which lifecycle a case follows: code, version and the hash of its content, so that a later change of the model cannot move it unseen.</summary>
/// <remarks>
/// <para>Equality is by all three. The default value names no lifecycle. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Code">The lifecycle's code.</param>
/// <param name="Version">The lifecycle's version, from 1.</param>
/// <param name="Hash">The hash of its content; texts do not count.</param>
public readonly record struct LifecycleKey(string Code, int Version, ContentHash Hash)
{
    /// <summary>Returns code and version, such as <c>daily/2</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}/{Version}");
}
