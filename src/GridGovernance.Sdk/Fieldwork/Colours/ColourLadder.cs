using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A ladder of colours and its rules, compiled.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class ColourLadder
{
    private readonly Dictionary<string, ColourRule> _rules;

    private ColourLadder(ColourLadderDefinition definition)
    {
        Definition = definition;
        _rules = definition.Rules.ToDictionary(static rule => rule.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the definition.</summary>
    public ColourLadderDefinition Definition { get; }

    /// <summary>Gets the rule that holds where no other does.</summary>
    public ColourRule Otherwise => _rules[Definition.Otherwise];

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">Everything that is wrong with it, with JSON Pointers: a colour that no rule gives is a warning.</param>
    /// <returns>The ladder; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static ColourLadder? Compile(ColourLadderDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<Finding>();
        FieldworkCode.Check([definition.Code], "/code", findings);
        FieldworkCode.Check(definition.Colours.Select(static colour => colour.Code), "/colours/{0}/code", findings);
        FieldworkCode.Check(definition.Rules.Select(static rule => rule.Code), "/rules/{0}/code", findings);
        for (var i = 0; i < definition.Rules.Count; i++)
        {
            var rule = definition.Rules[i];
            string Path(string member) => string.Create(CultureInfo.InvariantCulture, $"/rules/{i}/{member}");
            if (!definition.Colours.Any(colour => string.Equals(colour.Code, rule.Colour, StringComparison.Ordinal)))
            {
                findings.Add(FieldworkMessages.Fault(Path("colour"), FieldworkMessages.Texts["fieldwork.unknown-colour", rule.Colour, rule.Code]));
            }

            if (rule.LastsDays < 1)
            {
                findings.Add(FieldworkMessages.Fault(Path("lastsDays"), FieldworkMessages.Texts["fieldwork.colour-lasts", rule.Code, rule.LastsDays]));
            }
        }

        for (var i = 0; i < definition.Colours.Count; i++)
        {
            if (!definition.Rules.Any(rule => string.Equals(rule.Colour, definition.Colours[i].Code, StringComparison.Ordinal)))
            {
                findings.Add(Finding.Warning(
                    FieldworkMessages.Texts["fieldwork.colour-without-rule", definition.Colours[i].Code], FindingPlace.At(string.Create(CultureInfo.InvariantCulture, $"/colours/{i}"))));
            }
        }

        if (!definition.Rules.Any(rule => string.Equals(rule.Code, definition.Otherwise, StringComparison.Ordinal) && rule.LastsDays is null))
        {
            findings.Add(FieldworkMessages.Fault("/otherwise", FieldworkMessages.Texts["fieldwork.no-otherwise", definition.Otherwise]));
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new ColourLadder(definition);
    }

    /// <summary>Looks a rule up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="rule">The rule, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindRule(string code, [NotNullWhen(true)] out ColourRule? rule)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _rules.TryGetValue(code, out rule);
    }

    /// <summary>Returns how bad a colour is.</summary>
    /// <param name="colour">The code of the colour.</param>
    /// <returns>Its position in the ladder, 0 for the worst; −1 for an unknown one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="colour"/> is null.</exception>
    public int RankOf(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        for (var i = 0; i < Definition.Colours.Count; i++)
        {
            if (string.Equals(Definition.Colours[i].Code, colour, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
