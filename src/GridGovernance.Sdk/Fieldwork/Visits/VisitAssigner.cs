using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says who visits the subjects of a cell: the post of the policy where somebody acts in it, else the next above, else a typed gap.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class VisitAssigner
{
    private readonly FieldworkModel _model;
    private readonly Post? _post;
    private readonly AnswerFinder? _finder;

    /// <summary>Creates an assigner.</summary>
    /// <param name="model">The map, the posts and who sits where; without a roster the seat itself is named, whoever sits in it.</param>
    /// <param name="post">The code of the post that makes the visits; null for the first post of the narrowest level that has one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no spatial post of this code, or none at all.</exception>
    public VisitAssigner(FieldworkModel model, string? post)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        var spatial = model.Establishment.Posts.Where(static one => !one.IsOfDepartment).ToArray();
        _post = post is null
            ? model.Map.Scheme.Levels.Reverse().Select(level => Array.Find(spatial, one => !one.Optional && string.Equals(one.Level, level.Code, StringComparison.Ordinal))).FirstOrDefault(static one => one is not null)
            : Array.Find(spatial, one => string.Equals(one.Code, post, StringComparison.Ordinal));
        if (_post is null)
        {
            throw new ArgumentException($"Expected the code of a spatial post, but found \"{post}\".", nameof(post));
        }

        if (model.Roster is not null)
        {
            // From the level of the post upwards its own line answers; other levels by their first post.
            var depth = model.Map.Scheme.Level(_post.Level).Depth;
            var line = new List<string> { _post.Code };
            line.AddRange(spatial.Where(one => !one.Optional && model.Map.Scheme.Level(one.Level).Depth < depth).Select(static one => one.Code));
            _finder = AnswerFinder.Create(model.Establishment, model.Map, model.Roster, line);
        }
    }

    /// <summary>Says who visits the subjects of a cell on a day.</summary>
    /// <param name="cell">The cell; where it is not on the map any more, the next unit above it answers.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who visits, and every gap below them. A seat that stands in for one of the cell may make the visit: <see cref="FieldworkModel.CapacityAt"/>.</returns>
    public VisitAssignment AssignmentOf(GridCode cell, LocalDate on)
    {
        if (_model.UnitOrAbove(cell) is not { } known)
        {
            return new VisitAssignment(null, null, [new AnswerGap(AnswerGapKind.UnitNotOnMap, cell.ToString())]);
        }

        // Of a cell that a re-division took off the map the next above answers, until its subjects have moved.
        EquatableArray<AnswerGap> gone = known.Code == cell ? [] : [new AnswerGap(AnswerGapKind.UnitNotOnMap, cell.ToString())];
        var unit = _model.Map.AncestorAt(known.Code, _post!.Level);
        if (_finder is null)
        {
            var post = unit is not null ? _post : gone.Count > 0 ? FirstAt(known.Level.Code) : null;
            return post is null
                ? new VisitAssignment(null, null, [.. gone, new AnswerGap(AnswerGapKind.NoPostAtLevel, _post.Level)])
                : new VisitAssignment(new Seat(post.Code, (unit ?? known).Code.ToString()), null, gone);
        }

        var answer = _finder.WhoAnswers(unit?.Code ?? known.Code, on);
        return new VisitAssignment(answer.Acting?.Seat, answer.Acting?.Person, [.. gone, .. answer.Gaps]);
    }

    private Post? FirstAt(string level) =>
        _model.Establishment.Posts.FirstOrDefault(one => !one.IsOfDepartment && !one.Optional && string.Equals(one.Level, level, StringComparison.Ordinal));
}
