using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Finds the route of a notice to every cell through the tiers (逐级传达), by who acts on the day.</summary>
/// <remarks>
/// <para>At every level between the issuer and the cell the seat that answers hands the notice on (S4-2); where another stands in, the chain has the seat of who does.
/// Where nobody acts, the next above does: a vacancy never loses a household, and where the whole chain is empty the route says so with typed gaps.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class BroadcastPlanner
{
    private readonly FieldworkModel _model;
    private readonly AnswerFinder _finder;

    /// <summary>Creates a planner.</summary>
    /// <param name="model">The map, the posts and who sits where; it must have a roster.</param>
    /// <param name="posts">The codes of the posts that hand notices on; null for the first post of each level, as <see cref="AnswerFinder.Create"/> has it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">The model has no roster, or there is no spatial post of one of the codes.</exception>
    public BroadcastPlanner(FieldworkModel model, IEnumerable<string>? posts = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        var roster = model.Roster ?? throw new ArgumentException("Expected a model with a roster, which says who acts, but it has none.", nameof(model));
        _finder = AnswerFinder.Create(model.Establishment, model.Map, roster, posts);
    }

    /// <summary>Finds the routes.</summary>
    /// <param name="origin">The seat that issues the notice.</param>
    /// <param name="households">The households to reach. One in a cell that the map lacks, or outside the issuer's unit, has a route with a gap.</param>
    /// <param name="on">The day.</param>
    /// <returns>A route for each cell, in the order of their codes; households in the order in which they were given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="households"/> is null.</exception>
    public EquatableArray<BroadcastRoute> Routes(Seat origin, IEnumerable<BroadcastHousehold> households, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(households);
        var answers = new Dictionary<GridCode, AddressAnswer>();
        return EquatableArray.From(households
            .GroupBy(static household => household.Cell)
            .OrderBy(static group => group.Key)
            .Select(group => Route(origin, group.Key, EquatableArray.From(group.Select(static household => household.Id)), on, answers)));
    }

    private BroadcastRoute Route(Seat origin, GridCode cell, EquatableArray<string> households, LocalDate on, Dictionary<GridCode, AddressAnswer> answers)
    {
        if (!_model.Map.TryFind(cell, out var unit))
        {
            return new BroadcastRoute { Cell = cell, Households = households, Gaps = _finder.WhoAnswers(cell, on).Gaps };
        }

        var chain = new List<Seat>();
        var gaps = new List<AnswerGap>();
        var isWithin = !GridCode.TryParse(origin.Unit, out var from) || !_model.Map.TryFind(from, out _) || _model.Map.IsWithin(cell, from);
        for (var step = unit; step is not null && isWithin && step.Code.ToString() != origin.Unit; step = _model.Map.ParentOf(step.Code))
        {
            if (!answers.TryGetValue(step.Code, out var answer))
            {
                answers.Add(step.Code, answer = _finder.WhoAnswers(step.Code, on));
            }

            // Of what was passed over on the way up, each level names its own: what lies above the issuer is not of the chain.
            gaps.AddRange(answer.Gaps.TakeWhile(gap => gap.Kind != AnswerGapKind.NobodyInChain && (!Seat.TryParse(gap.Subject, out var seat) || seat.Unit == step.Code.ToString())
                && (gap.Kind != AnswerGapKind.NoPostAtLevel || gap.Subject == step.Level.Code)));
            if (answer.Acting is { } acting && acting.Seat != origin && !chain.Contains(acting.Seat) && IsBelow(acting.Seat, from))
            {
                chain.Insert(0, acting.Seat);
            }
        }

        // Where nobody below acts, the issuer reaches the households itself, if anybody acts there.
        var issues = _model.Roster!.ActingFor(origin, on) is not null;
        if (issues && isWithin)
        {
            chain.Insert(0, origin);
        }

        if (!isWithin)
        {
            gaps.Add(new AnswerGap(AnswerGapKind.OutsideUnit, cell.ToString()));
        }
        else if (!issues)
        {
            gaps.Add(GapOf(origin, on));
            gaps.Add(new AnswerGap(AnswerGapKind.NobodyInChain, cell.ToString()));
        }

        return new BroadcastRoute { Cell = cell, Households = households, Chain = issues && isWithin ? EquatableArray.From(chain) : [], Gaps = EquatableArray.From(gaps) };
    }

    private AnswerGap GapOf(Seat seat, LocalDate on) => _model.Roster!.LastHeldOn(seat, on) is not { } last ? new AnswerGap(AnswerGapKind.NeverFilled, seat.ToString())
        : last == on ? new AnswerGap(AnswerGapKind.Away, seat.ToString())
        : new AnswerGap(AnswerGapKind.Vacant, seat.ToString(), last.PlusDays(1));

    // Who answers above the issuer does not hand the issuer's notice on; a deputy at a department may.
    private bool IsBelow(Seat seat, GridCode from) =>
        !_model.Map.TryFind(from, out _) || !GridCode.TryParse(seat.Unit, out var unit) || !_model.Map.TryFind(unit, out _) || _model.Map.IsWithin(unit, from);
}
