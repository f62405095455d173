using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds everybody who holds a seat on a day on which they are not eligible for its post, or on which it is not known whether they are.</summary>
internal static class EligibilityCheck
{
    internal static IEnumerable<Finding> Run(RosterDefinition definition, Establishment establishment, RosterPolicy policy, string path)
    {
        var all = definition.Appointments;
        var ruled = Enumerable.Range(0, all.Count).Where(i => all[i].Person is not null && Rules(establishment, all[i].Seat).Count > 0)
            .ToLookup(i => all[i].Person, StringComparer.Ordinal);
        if (ruled.Count == 0)
        {
            yield break;
        }

        var seats = all.Where(static one => one.Person is not null).ToLookup(static one => one.Person, StringComparer.Ordinal);
        var staff = definition.Staff.Where(static one => one.Person is not null).ToLookup(static one => one.Person, StringComparer.Ordinal);
        foreach (var person in ruled)
        {
            var stretches = EligibilityLine.Of(seats[person.Key], staff[person.Key]);
            foreach (var post in person.GroupBy(i => all[i].Seat.Post, StringComparer.Ordinal))
            {
                var rules = Rules(establishment, all[post.First()].Seat);
                var line = new EligibilityLine(stretches, rules);
                foreach (var i in post)
                {
                    var place = FindingPlace.At($"{path}/{i}/person") with { Subject = all[i].Seat.ToString() };
                    if (line.FirstOf(false, all[i].From, all[i].To) is { } day)
                    {
                        yield return new Finding(
                            policy.Ineligible,
                            StaffingMessages.Catalogue["staffing.ineligible", person.Key, all[i].Seat.ToString(), day, string.Join(" / ", rules)]) { Place = place };
                    }
                    else if (line.FirstOf(null, all[i].From, all[i].To) is { } unknown)
                    {
                        yield return Finding.Warning(
                            StaffingMessages.Catalogue["staffing.eligibility-unknown", person.Key, all[i].Seat.ToString(), unknown, string.Join(" / ", rules)], place);
                    }
                }
            }
        }
    }

    private static EquatableArray<EligibilityRule> Rules(Establishment establishment, Seat seat) =>
        seat.Post is { } code && establishment.TryFindPost(code, out var post) ? post.Eligible : [];
}
