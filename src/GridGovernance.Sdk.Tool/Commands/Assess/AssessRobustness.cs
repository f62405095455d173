using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>How far the ranks of a call hang on the weights: by bounds where the scheme is additive and the units are few, by drawn weights elsewhere.</summary>
internal sealed class AssessRobustness
{
    /// <summary>By how much of itself each weight may change.</summary>
    internal const decimal RelativeChange = 0.2m;

    private const int Seed = 1;
    private const int MostSamples = 1000;
    private const int FewestSamples = 8;
    private const double Budget = 3e7;

    private readonly Dictionary<string, RankInterval> _intervals;
    private readonly RankingSensitivity _sensitivity;
    private readonly LeaderChange? _change;
    private readonly EquatableArray<string> _leaves;
    private readonly bool _isExact;
    private readonly bool _isBounded;

    private readonly AssessorStream? _stream;

    private AssessRobustness(Scorecards cards, AssessorStream? only)
    {
        _stream = only;
        var components = cards.Scheme.Root.SelfAndDescendants().Count();
        var samples = (int)Math.Clamp(Budget / ((components + 2.0) * Math.Max(1, cards.Count)), FewestSamples, MostSamples);
        _sensitivity = only is { } drawn ? RankingSensitivity.Run(cards, RelativeChange, samples, Seed, drawn) : RankingSensitivity.Run(cards, RelativeChange, samples, Seed);
        _isExact = IsAdditive(cards.Scheme.Root, only) && cards.Count <= RankingRobustness.MaximumUnits;
        _leaves = EquatableArray.From(cards.Scheme.Leaves.Where(leaf => only is null || leaf.Stream == only).Select(static leaf => leaf.Code));
        var intervals = _sensitivity.Intervals.ToDictionary(static interval => interval.Unit, StringComparer.Ordinal);
        if (_isExact)
        {
            var robustness = only is { } stream ? RankingRobustness.Create(cards, stream) : RankingRobustness.Create(cards);
            _change = robustness.SmallestLeaderChange();
            _isExact = robustness.IsLeaderChangeExact;
            _isBounded = robustness.IsComplete;
            foreach (var interval in _isBounded ? robustness.RankIntervals(RelativeChange) : [])
            {
                intervals[interval.Unit] = interval;
            }
        }

        _intervals = intervals;
    }

    /// <summary>Works out the robustness of a ranking.</summary>
    /// <param name="cards">The scorecards.</param>
    /// <param name="only">The stream that is ranked; null for the total.</param>
    internal static AssessRobustness Of(Scorecards cards, AssessorStream? only) => new(cards, only);

    internal RankInterval? Find(string unit) => _intervals.GetValueOrDefault(unit);

    internal JsonObject? IntervalOf(string unit) =>
        Find(unit) is { } interval ? new JsonObject { ["best"] = interval.Best, ["worst"] = interval.Worst } : null;

    private static bool IsAdditive(AssessmentNode node, AssessorStream? only) =>
        node.IsLeaf || (only is { } stream && !node.SelfAndDescendants().Any(leaf => leaf.Stream == stream))
        || (node.Aggregate == AggregateKind.Arithmetic && node.Children.All(child => IsAdditive(child, only)));

    internal JsonObject ToJson() => new()
    {
        ["relativeChange"] = RelativeChange,
        ["exact"] = _isExact,
        ["intervals"] = _isBounded ? "bound" : "sampled",
        ["leaderShare"] = _sensitivity.LeaderShare,
        ["meanShift"] = _sensitivity.MeanShift,
        ["leaderChange"] = _change is null ? null : new JsonObject
        {
            ["leader"] = _change.Leader,
            ["challenger"] = _change.Challenger,
            ["movedWeight"] = _change.MovedWeight,
            ["weights"] = new JsonObject(_leaves.Zip(_change.Weights, static (leaf, weight) => KeyValuePair.Create(leaf, (JsonNode?)weight))),
        },
        ["sensitivities"] = new JsonArray([.. _sensitivity.Weights.Select(static weight => (JsonNode)new JsonObject
        {
            ["component"] = weight.Component,
            ["firstOrder"] = weight.Index.FirstOrder,
            ["total"] = weight.Index.Total,
        })]),
    };

    internal void Write(Session session)
    {
        var culture = CultureInfo.InvariantCulture;
        if (_sensitivity.Leader is null)
        {
            return;
        }

        if (_stream is { } stream)
        {
            session.Note(stream == AssessorStream.Superior ? new LocalizedText("By the superior stream:", "上级考核：") : new LocalizedText("By the public stream:", "群众评价："));
        }

        session.Note(new LocalizedText(
            string.Create(culture, $"With weights drawn within {RelativeChange:P0} of themselves, \"{_sensitivity.Leader}\" leads in {_sensitivity.LeaderShare:P0} of the draws; a unit shifts {_sensitivity.MeanShift:0.##} places on average."),
            string.Create(culture, $"各权重在自身±{RelativeChange:P0}内随机变动时，“{_sensitivity.Leader}”在{_sensitivity.LeaderShare:P0}的抽样中居首；平均每单元变动{_sensitivity.MeanShift:0.##}名。")));
        session.Note(_isBounded
            ? new LocalizedText("Ranks do not leave bestRank to worstRank under any such change.", "在上述变动内，名次不超出bestRank至worstRank。")
            : new LocalizedText("bestRank and worstRank were seen in the draws; others may occur.", "bestRank与worstRank为抽样所见，可能尚有其他名次。"));
        if (!_isExact)
        {
            session.Note(new LocalizedText(
                "The smallest change of weights that alters the leader is not known exactly: means that are not additive, absent values, vetoes or deductions down to 0 are in the way.",
                "改变首位的最小权重调整无法精确求得：有非加权和的合成、缺失值、一票否决或扣至零的扣分。"));
        }
        else
        {
            session.Note(_change is null
                ? new LocalizedText("No change of weights brings another ranked unit level with the leader.", "任何权重调整都不能使其他参与排名的单元追平第一名。")
                : new LocalizedText(
                    string.Create(culture, $"\"{_change.Challenger}\" is level with the leader \"{_change.Leader}\" once {_change.MovedWeight:0.####} of the weight moves."),
                    string.Create(culture, $"权重移动{_change.MovedWeight:0.####}后，“{_change.Challenger}”追平第一名“{_change.Leader}”。")));
        }
    }
}
