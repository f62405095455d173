using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary><c>gridgov assess SCHEME.json DATA.csv</c>: scores and ranks units, and shows what each part contributed.</summary>
internal static class AssessCommand
{
    private const int PrintedDecimals = 2;
    private const int MostPrintedDecimals = 10;

    internal static Command Create()
    {
        var scheme = new Argument<string>("SCHEME.json") { Description = "The scheme of assessment." };
        var data = new Argument<string>("DATA.csv") { Description = "A line a unit: the unit, then a column an indicator; empty is missing." };
        var robustness = new Option<bool>("--robustness") { Description = "Say how far the ranks hang on the weights." };
        var minimum = new Option<long?>("--minimum-cases") { Description = "The fewest cases below a unit's rates with which it is ranked.", HelpName = "N" };
        var command = new Command("assess", "Scores and ranks units by a scheme of assessment.") { scheme, data, robustness, minimum };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(scheme)!, call.GetValue(data)!, call.GetValue(robustness), call.GetValue(minimum)));
    }

    private static int Run(Session session, string schemeFile, string dataFile, bool robustness, long? minimum)
    {
        if (minimum < 1)
        {
            throw new UnusableInputException(session.Say($"--minimum-cases should be 1 or more, but is {minimum}.", $"--minimum-cases应不小于1，但为{minimum}。"));
        }

        var read = GovernanceJson.Read<AssessmentSchemeDefinition>(InputFile.Read(session, schemeFile), schemeFile);
        if (read.Value is not { } definition)
        {
            throw new UnusableInputException(TableFile.Describe(session, read.Report));
        }

        definition = minimum is null ? definition : definition with { MinimumCases = new MinimumCasesDefinition { Cases = minimum.Value, Indicator = definition.MinimumCases?.Indicator } };
        var table = IndicatorFile.Read(session, dataFile);
        var codes = table.Columns.Select(static column => column.Code).ToHashSet(StringComparer.Ordinal);
        string[] lacking = [.. SchemeCodes.Of(definition).Where(code => !codes.Contains(code))];
        if (lacking.Length > 0)
        {
            throw new UnusableInputException(session.Say(
                $"{dataFile}:1: the columns should have every indicator of \"{schemeFile}\", but lack \"{string.Join("\", \"", lacking)}\".",
                $"{dataFile}:1: 列应包含“{schemeFile}”的全部指标，但缺少“{string.Join("”、“", lacking)}”。"));
        }

        var catalogue = IndicatorCatalogue.Create(EquatableArray.From(table.Columns.Select(static column =>
            IndicatorCatalogue.Standard.Find(column.Code) ?? Indicator.Declared(column.Code))));
        var scheme = AssessmentScheme.Compile(definition, catalogue, out var report);
        var findings = read.Locate(report);
        if (scheme is null)
        {
            return FindingOutput.Write(session, findings);
        }

        foreach (var finding in findings)
        {
            session.Note(new LocalizedText(finding.ToString(), $"{finding.Place}: {finding.Message.ToString(session.Culture)}"));
        }

        var cards = scheme.Score(table);
        AssessNotes.Write(session, cards);
        var robust = robustness ? AssessRobustness.Of(session, cards) : null;
        if (session.IsJson)
        {
            session.Result(ToJson(cards, robust));
        }
        else
        {
            Write(session, cards, robust);
        }

        return ExitCode.Ok;
    }

    private static JsonObject ToJson(Scorecards cards, AssessRobustness? robust)
    {
        var ranking = cards.Scheme.HasTotal ? cards.Rank() : null;
        var result = new JsonObject
        {
            ["scheme"] = cards.Scheme.Code,
            ["units"] = new JsonArray([.. cards.Select((card, index) => (JsonNode)ToJson(cards, card, index, ranking?.Find(card.Unit), robust))]),
            ["outliers"] = new JsonArray([.. cards.Outliers.Select(static outlier => (JsonNode)new JsonObject
            {
                ["unit"] = outlier.Unit,
                ["leaf"] = outlier.Leaf,
                ["value"] = Plain(outlier.Value),
                ["lower"] = Plain(outlier.Lower),
                ["upper"] = Plain(outlier.Upper),
                ["kind"] = outlier.Kind == OutlierKind.Clip ? "clip" : "missing",
            })]),
        };
        AddStreamRanks(cards, result["units"]!.AsArray());
        if (robust is not null)
        {
            result["robustness"] = robust.ToJson();
        }

        return result;
    }

    private static JsonObject ToJson(Scorecards cards, Scorecard card, int index, RankedUnit? ranked, AssessRobustness? robust)
    {
        var result = new JsonObject
        {
            ["unit"] = card.Unit,
            ["score"] = Plain(card.Score),
            ["rank"] = ranked?.Rank,
            ["grade"] = card.Grade?.Code,
            ["rankable"] = cards.IsRankable(index),
            ["contributions"] = !cards.Scheme.HasTotal ? null : new JsonObject(
            [
                .. card.Contributions.Select(static leaf => KeyValuePair.Create(leaf.Node.Code, (JsonNode?)Plain(leaf.Points))),
                .. card.Adjustments.Select(static adjustment => KeyValuePair.Create(adjustment.Adjustment.Code, (JsonNode?)Plain(adjustment.Points))),
            ]),
            ["nodes"] = new JsonObject(card.Root.SelfAndDescendants().Select(node => KeyValuePair.Create(node.Node.Code, (JsonNode?)(cards.Scheme.HasTotal && card.Score is null ? null : Plain(Own(node, cards.Scheme.Scale)))))),
            ["absent"] = AssessNotes.Absent(cards, card),
        };
        if (card.Streams.Count > 0)
        {
            result["streams"] = new JsonArray([.. card.Streams.Select(static stream => (JsonNode)new JsonObject
            {
                ["stream"] = stream.Stream == AssessorStream.Superior ? "superior" : "public",
                ["score"] = Plain(stream.Score),
                ["grade"] = stream.Grade?.Code,
                ["contributions"] = new JsonObject(stream.Root.SelfAndDescendants().Where(leaf => leaf.Node.IsLeaf && leaf.Node.Stream == stream.Stream)
                    .Select(static leaf => KeyValuePair.Create(leaf.Node.Code, (JsonNode?)Plain(leaf.Points)))),
            })]);
        }

        if (robust is not null)
        {
            result["rankInterval"] = robust.IntervalOf(card.Unit);
        }

        return result;
    }

    private static void AddStreamRanks(Scorecards cards, JsonArray units)
    {
        for (var i = 0; i < cards.Scheme.Streams.Count; i++)
        {
            var ranking = cards.Rank(cards.Scheme.Streams[i]);
            foreach (var unit in units)
            {
                unit!["streams"]![i]!["rank"] = ranking.Find((string)unit["unit"]!)?.Rank;
            }
        }
    }

    // A rounded score must not stand in another band than its grade.
    private static PrintedScorecard? Print(AssessmentScheme scheme, Scorecard card)
    {
        var decimals = PrintedDecimals;
        while (decimals < MostPrintedDecimals && card.Print(decimals) is { } printed && !string.Equals(scheme.GradeOf(printed.Score)?.Code, card.Grade?.Code, StringComparison.Ordinal))
        {
            decimals++;
        }

        return card.Print(decimals);
    }

    // The same number without trailing zeros.
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    // A node's own score, on the scale of the whole: what it would give were it the whole scheme. The root's is the score before adjustments.
    private static decimal? Own(NodeScore node, decimal scale) => node.Node.ShareOfScheme == 1 && node.Points is { } points ? points : node.Value * scale;

    private static void Write(Session session, Scorecards cards, AssessRobustness? robust)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var scheme = cards.Scheme;
        var ranking = scheme.HasTotal ? cards.Rank() : null;
        var csv = new CsvWriter(text).Header(
        [
            "unit", "rank", "score", "grade",
            .. scheme.HasTotal ? [] : scheme.Streams.SelectMany(static stream => stream == AssessorStream.Superior ? (string[])["superior", "superiorRank"] : ["public", "publicRank"]),
            .. scheme.Leaves.Select(static leaf => leaf.Code), .. scheme.Adjustments.Select(static adjustment => adjustment.Code),
            .. robust is null ? (string[])[] : ["bestRank", "worstRank"],
        ]);
        var streams = scheme.HasTotal ? [] : scheme.Streams.Select(stream => cards.Rank(stream)).ToArray();
        foreach (var card in cards)
        {
            var printed = Print(scheme, card);
            csv.Text(card.Unit).Number(ranking?.Find(card.Unit)?.Rank).Number(printed?.Score).Text(card.Grade?.Code);
            for (var i = 0; i < streams.Length; i++)
            {
                csv.Number(card.Streams[i].Score is { } score ? Math.Round(score, PrintedDecimals, MidpointRounding.AwayFromZero) : null).Number(streams[i].Find(card.Unit)?.Rank);
            }

            for (var i = 0; i < scheme.Leaves.Count + scheme.Adjustments.Count; i++)
            {
                csv.Number(printed is null ? null : i < printed.Contributions.Count ? printed.Contributions[i] : printed.Adjustments[i - printed.Contributions.Count]);
            }

            if (robust is not null)
            {
                csv.Number(robust.Find(card.Unit)?.Best).Number(robust.Find(card.Unit)?.Worst);
            }

            csv.EndRow();
        }

        session.Result(text.ToString().TrimEnd('\n'));
        robust?.Write(session);
    }
}
