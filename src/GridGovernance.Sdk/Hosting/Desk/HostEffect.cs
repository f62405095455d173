using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>An effect that a lifecycle names and a host carries out.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="CaseId">The case's id.</param>
/// <param name="Version">The version of the case after the event that caused it.</param>
/// <param name="Ordinal">The position among the effects of that event, from 0.</param>
/// <param name="Name">The effect's name, as the lifecycle gives it.</param>
/// <param name="At">When it was caused.</param>
public sealed record HostEffect(string CaseId, int Version, int Ordinal, string Name, Instant At)
{
    /// <summary>Gets what tells this effect from every other one, also after a restart.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{Version}/{Ordinal}");
}
