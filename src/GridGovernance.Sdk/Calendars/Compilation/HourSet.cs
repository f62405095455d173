namespace GridGovernance.Sdk.Calendars;

/// <summary>Arithmetic on the hours of one day: sorted, disjoint stretches of minutes.</summary>
internal static class HourSet
{
    /// <summary>Sorts stretches, and joins those that touch or overlap.</summary>
    /// <param name="hours">The stretches.</param>
    /// <returns>The same minutes.</returns>
    internal static EquatableArray<DailyHours> Normalise(IEnumerable<DailyHours> hours)
    {
        var result = new List<DailyHours>();
        foreach (var next in hours.OrderBy(static item => item.FromMinute))
        {
            // A stretch longer than a day has no text: a chain of shifts around the clock stays in pieces.
            if (result.Count > 0 && next.FromMinute <= result[^1].ToMinute && Math.Max(result[^1].ToMinute, next.ToMinute) - result[^1].FromMinute <= 1440)
            {
                result[^1] = new DailyHours(result[^1].FromMinute, Math.Max(result[^1].ToMinute, next.ToMinute));
            }
            else
            {
                result.Add(next);
            }
        }

        return EquatableArray.From(result);
    }

    /// <summary>Returns the minutes that two sets share.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    /// <returns>The shared minutes.</returns>
    internal static EquatableArray<DailyHours> Intersect(EquatableArray<DailyHours> left, EquatableArray<DailyHours> right)
    {
        var result = new List<DailyHours>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                Add(result, Math.Max(a.FromMinute, b.FromMinute), Math.Min(a.ToMinute, b.ToMinute));
            }
        }

        return Normalise(result);
    }

    /// <summary>Takes minutes out of a set.</summary>
    /// <param name="hours">The set.</param>
    /// <param name="closed">The minutes to take out.</param>
    /// <returns>The rest.</returns>
    internal static EquatableArray<DailyHours> Subtract(EquatableArray<DailyHours> hours, EquatableArray<DailyHours> closed)
    {
        var rest = hours.ToList();
        foreach (var hole in closed)
        {
            var next = new List<DailyHours>();
            foreach (var stretch in rest)
            {
                Add(next, stretch.FromMinute, Math.Min(stretch.ToMinute, hole.FromMinute));
                Add(next, Math.Max(stretch.FromMinute, hole.ToMinute), stretch.ToMinute);
            }

            rest = next;
        }

        return Normalise(rest);
    }

    private static void Add(List<DailyHours> target, int from, int to)
    {
        if (from < to)
        {
            target.Add(new DailyHours(from, to));
        }
    }
}
