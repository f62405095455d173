using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Whether one person is eligible for one post, day by day.</summary>
internal sealed class EligibilityLine
{
    // INVARIANT: sorted by first day; each stretch lasts until the next one begins. Stretches in which nothing is against the person are left out.
    private readonly List<(LocalDate From, LocalDate To, bool? Is)> _doubts = [];

    internal EligibilityLine(IReadOnlyList<Stretch> stretches, EquatableArray<EligibilityRule> rules)
    {
        foreach (var stretch in stretches)
        {
            if (Meets(stretch, rules) is not true and var verdict)
            {
                _doubts.Add((stretch.From, stretch.To, verdict));
            }
        }
    }

    /// <summary>Cuts a person's time into stretches in which neither what is known of them nor the posts that they hold change.</summary>
    internal static List<Stretch> Of(IEnumerable<Appointment> seats, IEnumerable<StaffMember> staff)
    {
        var events = new List<(LocalDate Day, int Step, string? Post, StaffMember? Row)>();
        foreach (var seat in seats.Where(static seat => seat.Seat.Post is not null && !(seat.To < seat.From)))
        {
            events.Add((seat.From, 1, seat.Seat.Post, null));
            if (seat.To is { } to && to < LocalDate.MaxIsoValue)
            {
                events.Add((to.PlusDays(1), -1, seat.Seat.Post, null));
            }
        }

        foreach (var row in staff.Where(static row => !(row.To < row.From)))
        {
            events.Add((row.From ?? LocalDate.MinIsoValue, 1, null, row));
            if (row.To is { } to && to < LocalDate.MaxIsoValue)
            {
                events.Add((to.PlusDays(1), -1, null, row));
            }
        }

        var stretches = new List<Stretch>();
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new List<StaffMember>();
        foreach (var day in events.GroupBy(static one => one.Day).OrderBy(static group => group.Key))
        {
            if (stretches.Count > 0)
            {
                stretches[^1] = stretches[^1] with { To = day.Key.PlusDays(-1) };
            }

            foreach (var (_, step, post, row) in day)
            {
                if (post is not null)
                {
                    held[post] = held.GetValueOrDefault(post) + step;
                }
                else if (step > 0)
                {
                    known.Add(row!);
                }
                else
                {
                    known.Remove(row!);
                }
            }

            stretches.Add(new Stretch(
                day.Key,
                LocalDate.MaxIsoValue,
                known.Count == 0 ? null : known[^1],
                held.Where(static pair => pair.Value > 0).Select(static pair => pair.Key).ToHashSet(StringComparer.Ordinal)));
        }

        return stretches;
    }

    /// <summary>The first day of an appointment on which the verdict is a given one; null when there is none.</summary>
    internal LocalDate? FirstOf(bool? verdict, LocalDate from, LocalDate? to)
    {
        var (low, high) = (0, _doubts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _doubts[middle].To < from ? (middle + 1, high) : (low, middle);
        }

        for (; low < _doubts.Count && !(_doubts[low].From > to); low++)
        {
            if (_doubts[low].Is == verdict && !(from > to))
            {
                return LocalDate.Max(from, _doubts[low].From);
            }
        }

        return null;
    }

    private static bool? Meets(Stretch stretch, EquatableArray<EligibilityRule> rules)
    {
        bool? best = false;
        foreach (var rule in rules)
        {
            var posts = rule.Posts.All(stretch.Posts.Contains);
            bool? traits = rule.Traits.Count == 0 ? true : stretch.Known is null ? null : rule.Traits.All(stretch.Known.Traits.Contains<string>);
            if (posts && traits is true)
            {
                return true;
            }

            best = posts && traits is null ? null : best;
        }

        return best;
    }

    /// <summary>A time in which nothing changes about a person.</summary>
    internal sealed record Stretch(LocalDate From, LocalDate To, StaffMember? Known, HashSet<string> Posts);
}
