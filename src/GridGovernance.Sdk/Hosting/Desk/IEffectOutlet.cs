namespace GridGovernance.Sdk.Hosting;

/// <summary>Takes the effects that a host must carry out: a message to send, a system to tell.</summary>
/// <remarks>
/// <para>The same effect may be offered more than once, as after a crash between the append and the offer; an implementation knows an
/// effect by its <see cref="HostEffect.Key"/> and hands it out once. Implementations are safe to call from many threads at once.</para>
/// </remarks>
public interface IEffectOutlet
{
    /// <summary>Offers an effect.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>A task that ends when the outlet has taken it.</returns>
    ValueTask OfferAsync(HostEffect effect, CancellationToken cancellation = default);
}
