using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>What people have been refused: who was told "no" on a matter does not try the same post, or the same department, again for a while.</summary>
internal sealed class RefusalMemory(Establishment establishment, int days)
{
    private readonly Duration _lasts = Duration.FromDays(days);
    private readonly Dictionary<(Seat Actor, string Matter, string Post, string? Department), Instant> _refusedAt = [];

    internal void Remember(Seat actor, string matter, Seat tried, Instant at) => _refusedAt[Key(actor, matter, tried)] = at;

    internal bool Recalls(Seat actor, string matter, Seat tried, Instant at) => _refusedAt.TryGetValue(Key(actor, matter, tried), out var refused) && at - refused < _lasts;

    // What grid workers may not do here they may not do there; what is none of one department's business may be another's.
    private (Seat Actor, string Matter, string Post, string? Department) Key(Seat actor, string matter, Seat tried) =>
        (actor, matter, tried.Post, establishment.TryFindPost(tried.Post, out var post) && post.IsOfDepartment ? tried.Unit : null);
}
