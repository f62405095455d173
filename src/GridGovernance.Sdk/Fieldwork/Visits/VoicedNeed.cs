using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A need, voiced by the person or for somebody who cannot say it (代诉, S4-24: 不能表达自己需求的群众).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Category">What it is about.</param>
/// <param name="Proxy">The opaque id or the seat of who speaks for the person; null where the person does.</param>
public sealed record VoicedNeed(DemandCategory Category, string? Proxy = null)
{
    /// <summary>Gets a value indicating whether somebody else speaks.</summary>
    public bool IsByProxy => Proxy is not null;

    /// <summary>Returns the command that asks for a service which meets the need (代办).</summary>
    /// <param name="item">The code of the service.</param>
    /// <param name="subject">The opaque id of the person.</param>
    /// <param name="place">The unit at which the person lives.</param>
    /// <returns>The command, for <see cref="ProxyServiceEngine"/>, which checks it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> or <paramref name="subject"/> is null.</exception>
    public RequestService ToRequest(string item, string subject, GridCode place)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(subject);
        return new RequestService(item, subject, place, Proxy) { Demand = Category };
    }
}
