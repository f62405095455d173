using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>What a reader of scores should know besides them: units without a score or a rank and why, values that were not counted as they are.</summary>
internal static class AssessNotes
{
    // Below this a rate says little: one case more or less moves it by five points of a hundred.
    private const long FewCases = 20;

    /// <summary>Writes the notes.</summary>
    internal static void Write(Session session, Scorecards cards)
    {
        var scheme = cards.Scheme;
        if (scheme.Definition.Trial)
        {
            session.Note(new LocalizedText($"The scheme \"{scheme.Code}\" is on trial.", $"办法“{scheme.Code}”为试行。"));
        }

        if (scheme.Definition is { EffectiveFrom: not null } or { EffectiveTo: not null })
        {
            var (from, to) = (Date(scheme.Definition.EffectiveFrom), Date(scheme.Definition.EffectiveTo));
            session.Note(new LocalizedText($"The scheme \"{scheme.Code}\" holds from {from} to {to}.", $"办法“{scheme.Code}”施行期为{from}至{to}。"));
        }

        string[] unused = [.. cards.Table.Columns.Select(static column => column.Code).Where(code => !scheme.Indicators.Contains(code))];
        Note(session, unused, "Columns that the scheme does not name are not counted: ", "办法未涉及的列不计：");
        Note(
            session,
            [.. cards.Select(card => (card.Unit, Absent: Absent(cards, card), IsScored: card.Score is not null || !scheme.HasTotal)).Where(static item => !item.IsScored)
                .Select(static item => $"{item.Unit} ({string.Join(", ", item.Absent.Select(static pair => $"{pair.Key}: {pair.Value}"))})")],
            "Units without a score, and what they lack: ",
            "无得分单元及所缺指标：");
        Note(
            session,
            [.. cards.Outliers.Select(static outlier => string.Create(CultureInfo.InvariantCulture, $"{outlier.Unit} {outlier.Leaf} {outlier.Value:0.####}"))],
            "Outliers, not counted as they are: ",
            "未按原值计分的离群值：");
        Note(
            session,
            [.. cards.Clamped.Select(static clamped => string.Create(CultureInfo.InvariantCulture, $"{clamped.Unit} {clamped.Leaf} {clamped.Value:0.####} ({clamped.Lowest:0.####}..{clamped.Highest:0.####})"))],
            "Values beyond the ends of their scale, counted as its end: ",
            "超出量程、按端点计分的值：");
        string[] few = [.. Enumerable.Range(0, cards.Count).Where(unit => !cards.IsRankable(unit)).Select(unit => cards.Table.Units[unit])];
        Note(session, few, "Not rankable, for they have too few cases, or none that were counted: ", "办件过少或无办件量可查、不参与排名的单元：");
        if (scheme.Definition.MinimumCases is null)
        {
            few = [.. Enumerable.Range(0, cards.Count).Where(unit => cards.CasesOf(unit) < FewCases).Select(unit => cards.Table.Units[unit])];
            Note(session, few, $"Rates over fewer than {FewCases} cases, whose ranks may be luck (--minimum-cases leaves them out): ", $"比率不足{FewCases}件、名次可能出于偶然的单元（可用--minimum-cases排除）：");
        }
    }

    /// <summary>Returns the indicators that a unit has no value of, and whether they are missing or undefined.</summary>
    internal static JsonObject Absent(Scorecards cards, Scorecard card)
    {
        var unit = cards.Table.PositionOf(card.Unit);
        return new JsonObject(cards.Scheme.Indicators.Select(code => (Code: code, Value: cards.Table.Find(code)!.Values[unit])).Where(static item => item.Value.Number is null)
            .Select(static item => KeyValuePair.Create(item.Code, (JsonNode?)(item.Value.State == IndicatorValueState.Missing ? "missing" : "undefined"))));
    }

    private static string Date(NodaTime.LocalDate? date) => date is { } own ? NodaTime.Text.LocalDatePattern.Iso.Format(own) : "…";

    private static void Note(Session session, string[] items, string en, string zh)
    {
        const int most = 10;
        if (items.Length > 0)
        {
            var rest = items.Length > most ? $" … ({items.Length})" : "";
            session.Note(new LocalizedText($"{en}{string.Join("; ", items.Take(most))}{rest}.", $"{zh}{string.Join("；", items.Take(most))}{rest}。"));
        }
    }
}
