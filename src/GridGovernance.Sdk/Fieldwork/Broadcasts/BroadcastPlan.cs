using System.Globalization;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Who hands a notice to whom until every household has it (通知方案): the routes of all cells, compiled.</summary>
/// <remarks>
/// <para>Households are numbered through the routes; events name them by that position. Equality is by reference.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class BroadcastPlan
{
    /// <summary>The most channels that a policy may have.</summary>
    public const int MostChannels = 16;

    private readonly string[] _households;
    private readonly Dictionary<string, int> _positions;
    private readonly int[] _first;
    private readonly Dictionary<Seat, int> _seats = [];

    private BroadcastPlan(string id, BroadcastPolicy policy, Seat origin, EquatableArray<BroadcastRoute> routes, Dictionary<string, int> positions)
    {
        (Id, Policy, Origin, Routes, _positions) = (id, policy, origin, routes, positions);
        _households = new string[positions.Count];
        _first = new int[routes.Count + 1];
        for (var i = 0; i < routes.Count; i++)
        {
            routes[i].Households.AsSpan().CopyTo(_households.AsSpan(_first[i]));
            _first[i + 1] = _first[i] + routes[i].Households.Count;
            foreach (var seat in routes[i].Chain)
            {
                _seats.TryAdd(seat, _seats.Count);
            }
        }

        _seats.TryAdd(origin, _seats.Count);
    }

    /// <summary>Gets the id of the notice.</summary>
    public string Id { get; }

    /// <summary>Gets the limit and the channels.</summary>
    public BroadcastPolicy Policy { get; }

    /// <summary>Gets the seat that issues the notice.</summary>
    public Seat Origin { get; }

    /// <summary>Gets the routes, one a cell.</summary>
    public EquatableArray<BroadcastRoute> Routes { get; }

    /// <summary>Gets how many households there are to reach.</summary>
    public int HouseholdCount => _households.Length;

    /// <summary>Gets the seats of all chains.</summary>
    public IEnumerable<Seat> Seats => _seats.Keys;

    /// <summary>Compiles a plan.</summary>
    /// <param name="id">The id of the notice.</param>
    /// <param name="policy">The limit and the channels.</param>
    /// <param name="origin">The seat that issues the notice.</param>
    /// <param name="routes">The routes, one a cell.</param>
    /// <param name="report">Everything that is wrong: an unsound policy, a household or cell that stands twice, a chain that does not begin at the origin;
    /// and a warning for every cell whose households nobody reaches, and for a plan without households. Paths are <c>/policy/…</c> and <c>/routes/0/…</c>.</param>
    /// <returns>The plan; null when the report has errors.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static BroadcastPlan? Create(string id, BroadcastPolicy policy, Seat origin, EquatableArray<BroadcastRoute> routes, out FindingReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = new List<Finding>(policy.Check().Select(static finding => finding with { Place = finding.Place with { Path = "/policy" + finding.Place.Path } }));
        var positions = new Dictionary<string, int>(routes.Sum(static route => route.Households.Count), StringComparer.Ordinal);
        var cells = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < routes.Count; i++)
        {
            var (route, path) = (routes[i], string.Create(CultureInfo.InvariantCulture, $"/routes/{i}"));
            if (!cells.Add(route.Cell.ToString()))
            {
                findings.Add(FieldworkMessages.Fault(path + "/cell", FieldworkMessages.Texts["fieldwork.cell-twice", route.Cell.ToString()]));
            }

            for (var k = 0; k < route.Households.Count; k++)
            {
                if (string.IsNullOrWhiteSpace(route.Households[k]) || !positions.TryAdd(route.Households[k], positions.Count))
                {
                    findings.Add(FieldworkMessages.Fault(
                        string.Create(CultureInfo.InvariantCulture, $"{path}/households/{k}"), FieldworkMessages.Texts["fieldwork.household-twice", route.Households[k]]));
                }
            }

            if (route.Chain.Count > 0 && route.Chain[0] != origin)
            {
                findings.Add(FieldworkMessages.Fault(path + "/chain", FieldworkMessages.Texts["fieldwork.chain-start", route.Cell.ToString(), origin.ToString(), route.Chain[0].ToString()]));
            }
            else if (route.Chain.Count == 0 && route.Households.Count > 0)
            {
                findings.Add(Finding.Warning(
                    FieldworkMessages.Texts["fieldwork.nobody-reaches", route.Cell.ToString(), route.Households.Count],
                    FindingPlace.At(path + "/chain") with { Subject = route.Cell.ToString() }));
            }
        }

        if (positions.Count == 0)
        {
            findings.Add(Finding.Warning(FieldworkMessages.Texts["fieldwork.nobody-to-reach", id], FindingPlace.At("/routes")));
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new BroadcastPlan(id, policy, origin, routes, positions);
    }

    /// <summary>Returns the opaque id of a household.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The id.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public string Household(int household) => _households[household];

    /// <summary>Looks a household up.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="household">The position, or −1.</param>
    /// <returns>True when the notice is for it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public bool TryFindHousehold(string id, out int household)
    {
        ArgumentNullException.ThrowIfNull(id);
        var found = _positions.TryGetValue(id, out household);
        household = found ? household : -1;
        return found;
    }

    /// <summary>Returns the position of the first household of a route; the others follow it.</summary>
    /// <param name="route">The position of the route; the number of routes gives the number of households.</param>
    /// <returns>The position.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such route.</exception>
    public int FirstOf(int route) => _first[route];

    /// <summary>Returns the route on which a household lies.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The position of the route.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public int RouteOf(int household)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(household);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(household, HouseholdCount);
        var found = Array.BinarySearch(_first, household);
        if (found < 0)
        {
            return ~found - 1;
        }

        // Cells without households begin where the next one does.
        while (_first[found + 1] == household)
        {
            found++;
        }

        return found;
    }

    internal int SeatCount => _seats.Count;

    internal bool TryFindSeat(Seat seat, out int position) => _seats.TryGetValue(seat, out position);
}
