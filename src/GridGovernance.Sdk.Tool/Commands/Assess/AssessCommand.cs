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

    internal static Command Create()
    {
        var scheme = new Argument<string>("SCHEME.json") { Description = "The scheme of assessment." };
        var data = new Argument<string>("DATA.csv") { Description = "A line a unit: the unit, then a column an indicator; empty is missing." };
        var robustness = new Option<bool>("--robustness") { Description = "Say how far the ranks hang on the weights." };
        var command = new Command("assess", "Scores and ranks units by a scheme of assessment.") { scheme, data, robustness };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(scheme)!, call.GetValue(data)!, call.GetValue(robustness)));
    }

    private static int Run(Session session, string schemeFile, string dataFile, bool robustness)
    {
        var read = GovernanceJson.Read<AssessmentSchemeDefinition>(InputFile.Read(session, schemeFile), schemeFile);
        if (read.Value is not { } definition)
        {
            throw new UnusableInputException(TableFile.Describe(session, read.Report));
        }

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
            ["units"] = new JsonArray([.. cards.Select(card => (JsonNode)ToJson(card, ranking?.Find(card.Unit), cards.Scheme.Scale, robust))]),
        };
        if (robust is not null)
        {
            result["robustness"] = robust.ToJson();
        }

        return result;
    }

    private static JsonObject ToJson(Scorecard card, RankedUnit? ranked, decimal scale, AssessRobustness? robust)
    {
        var result = new JsonObject
        {
            ["unit"] = card.Unit,
            ["score"] = Plain(card.Score),
            ["rank"] = ranked?.Rank,
            ["grade"] = card.Grade?.Code,
            ["contributions"] = new JsonObject(
            [
                .. card.Contributions.Select(static leaf => KeyValuePair.Create(leaf.Node.Code, (JsonNode?)Plain(leaf.Points))),
                .. card.Adjustments.Select(static adjustment => KeyValuePair.Create(adjustment.Adjustment.Code, (JsonNode?)Plain(adjustment.Points))),
            ]),
            ["nodes"] = new JsonObject(card.Root.SelfAndDescendants().Select(node => KeyValuePair.Create(node.Node.Code, (JsonNode?)Plain(Own(node, scale))))),
        };
        if (card.Streams.Count > 0)
        {
            result["streams"] = new JsonArray([.. card.Streams.Select(static stream => (JsonNode)new JsonObject
            {
                ["stream"] = stream.Stream == AssessorStream.Superior ? "superior" : "public",
                ["score"] = Plain(stream.Score),
                ["grade"] = stream.Grade?.Code,
            })]);
        }

        if (robust is not null)
        {
            result["rankInterval"] = robust.IntervalOf(card.Unit);
        }

        return result;
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
            .. scheme.HasTotal ? [] : scheme.Streams.Select(static stream => stream == AssessorStream.Superior ? "superior" : "public"),
            .. scheme.Leaves.Select(static leaf => leaf.Code), .. scheme.Adjustments.Select(static adjustment => adjustment.Code),
            .. robust is null ? (string[])[] : ["bestRank", "worstRank"],
        ]);
        foreach (var card in cards)
        {
            var printed = card.Print(PrintedDecimals);
            csv.Text(card.Unit).Number(ranking?.Find(card.Unit)?.Rank).Number(printed?.Score).Text(card.Grade?.Code);
            foreach (var stream in scheme.HasTotal ? [] : card.Streams)
            {
                csv.Number(stream.Score is { } score ? Math.Round(score, PrintedDecimals, MidpointRounding.AwayFromZero) : null);
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
