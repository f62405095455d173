using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What must happen next for the households that a notice has not reached at an instant.</summary>
/// <remarks>
/// Whoever stands lowest in a chain and has the notice acts, however many tiers were skipped on the way (可以越级): it hands the notice to the next below, or reaches the
/// households, channel by channel. Where every channel failed, the next above tries the surest one, and so on to the issuer.
/// </remarks>
internal sealed class BroadcastSteps
{
    private readonly Broadcast _broadcast;
    private readonly Instant _at;
    private readonly HashSet<Seat> _informed;
    private readonly bool _hasEnded;

    // By household, the channels that failed, and the seats for which the surest one did.
    private readonly Dictionary<int, int> _failed = [];
    private readonly HashSet<(int Household, Seat Seat)> _exhausted = [];

    internal BroadcastSteps(Broadcast broadcast, Instant at)
    {
        (_broadcast, _at, _informed) = (broadcast, at, [broadcast.Plan.Origin]);
        for (var i = 0; i < broadcast.Version && broadcast.Event(i).At <= at; i++)
        {
            switch (broadcast.Event(i))
            {
                case NoticeRelayed relayed:
                    _informed.Add(relayed.To);
                    break;
                case HouseholdsNotReached attempt:
                    Fail(attempt);
                    break;
                case BroadcastSuperseded or BroadcastRecalled:
                    _hasEnded = true;
                    break;
                default:
                    break;
            }
        }
    }

    private BroadcastPlan Plan => _broadcast.Plan;

    internal EquatableArray<BroadcastHandover> Next() => _hasEnded ? [] : EquatableArray.From(Enumerable.Range(0, Plan.Routes.Count).SelectMany(Of));

    private void Fail(HouseholdsNotReached attempt)
    {
        foreach (var household in attempt.Households.AsSpan())
        {
            _failed[household] = _failed.GetValueOrDefault(household) | (1 << attempt.Channel);
            if (attempt.Channel == Plan.Policy.Channels.Count - 1)
            {
                _exhausted.Add((household, attempt.By));
            }
        }
    }

    private IEnumerable<BroadcastHandover> Of(int route)
    {
        var line = Plan.Routes[route];
        var missing = Enumerable.Range(Plan.FirstOf(route), line.Households.Count).Where(household => !(_broadcast.ReachedBy(household)?.At <= _at)).ToArray();
        if (missing.Length == 0)
        {
            yield break;
        }

        var told = line.Chain.Count - 1;
        while (told >= 0 && !_informed.Contains(line.Chain[told]))
        {
            told--;
        }

        if (told < line.Chain.Count - 1 || line.Chain.Count == 0)
        {
            yield return new BroadcastHandover
            {
                Cell = line.Cell,
                Missing = EquatableArray.Create<int>(missing),
                By = line.Chain.Count == 0 ? null : line.Chain[told],
                To = line.Chain.Count == 0 ? null : line.Chain[told + 1],
                Gaps = line.Gaps,
            };
            yield break;
        }

        foreach (var group in missing.GroupBy(household => StepFor(line, household)).OrderByDescending(static group => group.Key.Position).ThenBy(static group => group.Key.Channel))
        {
            var isLost = group.Key.Position < 0;
            yield return new BroadcastHandover
            {
                Cell = line.Cell,
                Missing = EquatableArray.From(group),
                By = isLost ? null : line.Chain[group.Key.Position],
                Channel = isLost ? null : Plan.Policy.Channels[group.Key.Channel].Code,
                Gaps = isLost ? [.. line.Gaps, new AnswerGap(AnswerGapKind.NobodyInChain, line.Cell.ToString())] : line.Gaps,
            };
        }
    }

    // Who of the chain tries which channel; −1 where everybody has tried.
    private (int Position, int Channel) StepFor(BroadcastRoute line, int household)
    {
        var (failed, surest) = (_failed.GetValueOrDefault(household), Plan.Policy.Channels.Count - 1);
        for (var channel = 0; channel <= surest; channel++)
        {
            if ((failed & (1 << channel)) == 0)
            {
                return (line.Chain.Count - 1, channel);
            }
        }

        var position = line.Chain.Count - 2;
        while (position >= 0 && _exhausted.Contains((household, line.Chain[position])))
        {
            position--;
        }

        return (position, surest);
    }
}
