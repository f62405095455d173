using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Finds everything that is wrong with the rows of a roster.</summary>
internal sealed class RosterCheck
{
    private readonly List<Finding> _findings = [];
    private readonly RosterDefinition _definition;
    private readonly Establishment _establishment;
    private readonly GridMap? _map;
    private readonly RosterPolicy _policy;
    private readonly string _appointments;

    internal RosterCheck(RosterDefinition definition, Establishment establishment, GridMap? map, RosterPolicy policy, string appointments)
    {
        _definition = definition;
        _establishment = establishment;
        _map = map;
        _policy = policy;
        _appointments = appointments;
    }

    internal FindingReport Run()
    {
        for (var i = 0; i < _definition.Appointments.Count; i++)
        {
            var one = _definition.Appointments[i];
            CheckPerson(one.Person, $"{_appointments}/{i}/person", one.Seat.ToString());
            CheckDays(one.From, one.To, $"{_appointments}/{i}/to", one.Seat.ToString());
            CheckSeat(one.Seat, $"{_appointments}/{i}/seat");
        }

        CheckHolders();
        CheckStaff();
        for (var i = 0; i < _definition.Absences.Count; i++)
        {
            var one = _definition.Absences[i];
            CheckPerson(one.Person, $"/absences/{i}/person", "absence");
            CheckDays(one.From, one.To, $"/absences/{i}/to", one.Person);
        }

        for (var i = 0; i < _definition.Deputies.Count; i++)
        {
            var one = _definition.Deputies[i];
            CheckDays(one.From, one.To, $"/deputies/{i}/to", one.Seat.ToString());
            CheckSeat(one.Seat, $"/deputies/{i}/seat");
            CheckSeat(one.Deputy, $"/deputies/{i}/deputy");
        }

        _findings.AddRange(DeputyCheck.Run(_definition, _policy));
        _findings.AddRange(EligibilityCheck.Run(_definition, _establishment, _policy, _appointments));
        return new FindingReport(_findings);
    }

    private void CheckPerson(string? person, string path, string subject)
    {
        if (string.IsNullOrWhiteSpace(person))
        {
            Add("staffing.missing-person", path, subject, subject);
        }
    }

    private void CheckDays(LocalDate? from, LocalDate? to, string path, string subject)
    {
        if (to < from)
        {
            Add("staffing.ends-before-start", path, subject, subject, from, to);
        }
    }

    private void CheckSeat(Seat seat, string path)
    {
        if (seat.Post is null || !_establishment.TryFindPost(seat.Post, out var post))
        {
            Add("staffing.unknown-post", path, seat.ToString(), seat.ToString(), seat.Post);
        }
        else if (post.IsOfDepartment)
        {
            if (seat.Unit is null || !_establishment.TryFindDepartment(seat.Unit, out _))
            {
                Add("staffing.unknown-department", path, seat.ToString(), seat.ToString(), seat.Unit);
            }
        }
        else if (!GridCode.TryParse(seat.Unit, out var code) || !_establishment.Scheme.TryLevelOf(code, out var level))
        {
            Add("staffing.unknown-unit", path, seat.ToString(), seat.ToString(), seat.Unit);
        }
        else if (!string.Equals(level.Code, post.Level, StringComparison.Ordinal))
        {
            Add("staffing.unit-of-other-level", path, seat.ToString(), seat.ToString(), level.Code, post.Level);
        }
        else if (_map is not null && !_map.TryFind(code, out _))
        {
            Add("staffing.unknown-unit", path, seat.ToString(), seat.ToString(), seat.Unit);
        }
    }

    private void CheckHolders()
    {
        var all = _definition.Appointments;
        var groups = Enumerable.Range(0, all.Count).Where(i => all[i].To is not { } to || to >= all[i].From)
            .GroupBy(i => all[i].Seat).Where(static group => group.Skip(1).Any());
        foreach (var group in groups)
        {
            var most = group.Key.Post is { } code && _establishment.TryFindPost(code, out var post) ? post.MostHolders : 1;
            var open = new PriorityQueue<int, LocalDate>();
            foreach (var i in group.OrderBy(i => all[i].From).ThenBy(static i => i))
            {
                while (open.TryPeek(out _, out var end) && end < all[i].From)
                {
                    open.Dequeue();
                }

                var others = open.UnorderedItems.Select(static item => item.Element).Order().ToArray();
                var twin = Array.FindIndex(others, other => string.Equals(all[other].Person, all[i].Person, StringComparison.Ordinal));
                if (most > 1 && twin >= 0)
                {
                    Add("staffing.appointed-twice", $"{_appointments}/{i}/seat", group.Key.ToString(), group.Key.ToString(), all[i].From, others[twin] + 1, i + 1);
                }
                else if (others.Length >= most)
                {
                    Add(
                        "staffing.seat-held-twice", $"{_appointments}/{i}/seat", group.Key.ToString(),
                        group.Key.ToString(), all[i].From, string.Join(", ", others.Select(static other => other + 1)), i + 1, most);
                }

                open.Enqueue(i, all[i].To ?? LocalDate.MaxIsoValue);
                if (open.Count > most)
                {
                    // The one that ends later is what the next may collide with.
                    open.Dequeue();
                }
            }
        }
    }

    private void CheckStaff()
    {
        var all = _definition.Staff;
        for (var i = 0; i < all.Count; i++)
        {
            CheckPerson(all[i].Person, $"/staff/{i}/person", "staff");
            CheckDays(all[i].From, all[i].To, $"/staff/{i}/to", all[i].Person);
            for (var k = 0; k < all[i].Traits.Count; k++)
            {
                if (!StaffingCode.IsOne(all[i].Traits[k]))
                {
                    Add("staffing.bad-code", $"/staff/{i}/traits/{k}", all[i].Person, all[i].Traits[k]);
                }
            }
        }

        foreach (var group in Enumerable.Range(0, all.Count).GroupBy(i => all[i].Person ?? "", StringComparer.Ordinal).Where(static group => group.Skip(1).Any()))
        {
            var last = -1;
            foreach (var i in group.OrderBy(i => all[i].From ?? LocalDate.MinIsoValue).ThenBy(static i => i))
            {
                var from = all[i].From ?? LocalDate.MinIsoValue;
                if (last >= 0 && (all[last].To is not { } end || end >= from))
                {
                    Add("staffing.staff-overlap", $"/staff/{i}/from", group.Key, group.Key, last + 1, i + 1, from);
                }

                last = last >= 0 && (all[last].To is not { } to || to >= (all[i].To ?? LocalDate.MaxIsoValue)) ? last : i;
            }
        }
    }

    private void Add(string message, string path, string? subject, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(StaffingMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = subject }));
}
