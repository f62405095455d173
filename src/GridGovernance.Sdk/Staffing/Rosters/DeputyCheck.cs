using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds seats that stand in for themselves, by themselves or in a circle.</summary>
internal sealed class DeputyCheck
{
    private readonly EquatableArray<Deputation> _all;
    private readonly ILookup<Seat, int> _bySeat;

    private DeputyCheck(EquatableArray<Deputation> all)
    {
        _all = all;
        _bySeat = Enumerable.Range(0, all.Count).ToLookup(i => all[i].Seat);
    }

    internal static IEnumerable<Finding> Run(RosterDefinition definition, RosterPolicy policy)
    {
        var all = definition.Deputies;
        var check = new DeputyCheck(all);
        var holders = all.Count == 0 ? null : definition.Appointments.ToLookup(static one => one.Seat);
        for (var i = 0; i < all.Count; i++)
        {
            var (seat, deputy) = (all[i].Seat.ToString(), all[i].Deputy.ToString());
            var place = FindingPlace.At($"/deputies/{i}/deputy") with { Subject = seat };
            if (all[i].Seat == all[i].Deputy)
            {
                yield return Finding.Error(StaffingMessages.Catalogue["staffing.own-deputy", seat], place);
            }
            else if (check.CycleThrough(i) is { } cycle)
            {
                yield return new Finding(policy.DeputyCycle, StaffingMessages.Catalogue["staffing.deputy-cycle", all[i].From, cycle]) { Place = place };
            }
            else if (SamePerson(all[i], holders!) is { } one)
            {
                yield return Finding.Warning(StaffingMessages.Catalogue["staffing.deputy-same-person", deputy, seat, one.Person, one.From], place);
            }
        }
    }

    private static (string Person, LocalDate From)? SamePerson(Deputation row, ILookup<Seat, Appointment> holders)
    {
        foreach (var holder in holders[row.Seat])
        {
            foreach (var deputy in holders[row.Deputy].Where(deputy => string.Equals(deputy.Person, holder.Person, StringComparison.Ordinal)))
            {
                var from = LocalDate.Max(row.From, LocalDate.Max(holder.From, deputy.From));
                if (row.IsInForceOn(from) && holder.IsInForceOn(from) && deputy.IsInForceOn(from))
                {
                    return (holder.Person, from);
                }
            }
        }

        return null;
    }

    // A circle that stands on some day stands on the latest first day of its rows: it is looked for there, and told at the last of the rows that begin then.
    private string? CycleThrough(int row)
    {
        var on = _all[row].From;
        if (!_all[row].IsInForceOn(on))
        {
            return null;
        }

        var cameFrom = new Dictionary<Seat, int> { [_all[row].Deputy] = row };
        var open = new Queue<Seat>([_all[row].Deputy]);
        while (open.TryDequeue(out var seat))
        {
            foreach (var next in _bySeat[seat])
            {
                var isLater = _all[next].From == on && next > row;
                if (isLater || !_all[next].IsInForceOn(on) || _all[next].Seat == _all[next].Deputy)
                {
                    continue;
                }

                if (_all[next].Deputy == _all[row].Seat)
                {
                    return Tell(row, next, cameFrom);
                }

                if (cameFrom.TryAdd(_all[next].Deputy, next))
                {
                    open.Enqueue(_all[next].Deputy);
                }
            }
        }

        return null;
    }

    private string Tell(int row, int last, Dictionary<Seat, int> cameFrom)
    {
        var line = new List<Seat> { _all[row].Seat };
        for (var step = last; ; step = cameFrom[_all[step].Seat])
        {
            line.Insert(0, _all[step].Seat);
            if (step == row)
            {
                break;
            }
        }

        return string.Join(" → ", line);
    }
}
