using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The people of a notice: everybody takes note, hands on to all below, at once or by one call after the other, and goes to doors.</summary>
/// <remarks>Who acts for vacant seats does all that their holders would do, one thing after the other: so of two counties that differ in vacancies alone, nothing is sooner where there are more.</remarks>
internal sealed class NoticeRelay
{
    private readonly GridMap _map;
    private readonly NoticeParameters _parameters;
    private readonly RandomStreams _streams;
    private readonly Dictionary<string, Seat> _acting;
    private readonly HashSet<string> _levels;
    private readonly Dictionary<Seat, long> _busyUntil = [];
    private readonly Dictionary<GridCode, (Seat Person, long Known)> _informants = [];
    private readonly List<(Seat From, Seat To, long At)> _handovers = [];

    internal NoticeRelay(GridMap map, Establishment establishment, Seat origin, IEnumerable<Seat> acting, NoticeParameters parameters, RandomStreams streams)
    {
        (_map, _parameters, _streams) = (map, parameters, streams);
        _acting = acting.DistinctBy(static seat => seat.Unit, StringComparer.Ordinal).ToDictionary(static seat => seat.Unit, StringComparer.Ordinal);
        _levels = [.. establishment.Posts.Where(static post => !post.Optional).Select(static post => post.Level)];
        _busyUntil.Add(origin, 0);
        HandOn(map.Units[0], origin);
    }

    /// <summary>Gets who told whom, and when, in seconds.</summary>
    internal IReadOnlyList<(Seat From, Seat To, long At)> Handovers => _handovers;

    /// <summary>Who acts for a cell's informant, and when they have taken note for it, in seconds.</summary>
    internal (Seat Person, long Known) InformantOf(GridCode cell) => _informants[cell];

    /// <summary>Goes to one more door, after all that the person did before.</summary>
    internal long Knock(Seat person, int seconds) => _busyUntil[person] += seconds;

    internal static int Seconds(RandomStream stream, int mean) => mean == 0 ? 0 : (int)Math.Round(stream.NextExponential(mean));

    // Everybody below has a turn, vacant or not; then who is there takes note alone, and the vacant seats wait for each other.
    private void HandOn(GridUnit from, Seat person)
    {
        var below = new List<(GridUnit Unit, Seat? Holder, int Note)>();
        foreach (var unit in _map.ChildrenOf(from.Code))
        {
            var (call, note) = TimesOf(unit);
            var told = _busyUntil[person] += call;
            Seat? holder = _acting.TryGetValue(unit.Code.ToString(), out var seat) ? seat : null;
            below.Add((unit, holder, note));
            if (holder is not null)
            {
                _handovers.Add((person, seat, told));
                _busyUntil[seat] = told + note;
            }
        }

        foreach (var (unit, holder, note) in below)
        {
            var acting = holder ?? person;
            _informants[unit.Code] = (acting, holder is null ? _busyUntil[person] += note : _busyUntil[acting]);
            HandOn(unit, acting);
        }
    }

    private (int Call, int Note) TimesOf(GridUnit unit)
    {
        if (!_levels.Contains(unit.Level.Code))
        {
            return (0, 0);
        }

        var stream = _streams.Stream("relay/" + unit.Code);
        return (Seconds(stream, _parameters.CallSeconds), Seconds(stream, _parameters.NoticeSeconds));
    }
}
