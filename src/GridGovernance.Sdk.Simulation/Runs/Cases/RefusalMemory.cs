using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What people have been refused: who was told "no" on a matter does not try the same again for a while.</summary>
internal sealed class RefusalMemory
{
    private readonly Duration _lasts;
    private readonly Dictionary<(Seat Actor, string Matter, string Post), Instant> _refusedAt = [];

    internal RefusalMemory(int days) => _lasts = Duration.FromDays(days);

    internal void Remember(Seat actor, string matter, string post, Instant at) => _refusedAt[(actor, matter, post)] = at;

    internal bool Recalls(Seat actor, string matter, string post, Instant at) =>
        _refusedAt.TryGetValue((actor, matter, post), out var refused) && at - refused < _lasts;
}
