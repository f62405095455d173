using System.CommandLine;
using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary><c>gridgov assess SCHEME.json DATA.csv</c>: scores and ranks units, and shows what each part contributed.</summary>
internal static class AssessCommand
{
    internal static Command Create()
    {
        var scheme = new Argument<string>("SCHEME.json") { Description = "The scheme of assessment." };
        var data = new Argument<string>("DATA.csv") { Description = "A line a unit: the unit, then a column an indicator; empty is missing." };
        var robustness = new Option<bool>("--robustness") { Description = "Say how far the ranks hang on the weights." };
        var minimum = new Option<long?>("--minimum-cases") { Description = "The fewest cases below a unit's rates with which it is ranked; a unit of plain numbers then is not. Without it and without the scheme's own, a unit with a single case is not ranked.", HelpName = "N" };
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
        var ranks = new AssessRanks(cards, robustness);
        if (session.IsJson)
        {
            session.Result(AssessJson.Of(cards, ranks));
        }
        else
        {
            AssessTable.Write(session, cards, ranks);
        }

        return ExitCode.Ok;
    }
}
