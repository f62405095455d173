using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who acts for a seat when nobody in it can (代理): one row of <c>deputies.csv</c>.</summary>
/// <remarks>
/// <para>The deputy is a seat, so that it outlives its holder: whoever acts in that seat acts for this one. Of several rows for one seat the first that yields somebody counts.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Seat">The seat that is stood in for.</param>
/// <param name="Deputy">The seat that stands in.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record Deputation(Seat Seat, Seat Deputy, LocalDate From, LocalDate? To = null)
{
    /// <summary>Says whether the deputation runs on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True from <see cref="From"/> to <see cref="To"/>, both included.</returns>
    public bool IsInForceOn(LocalDate on) => on >= From && (To is not { } to || on <= to);
}
