using System.CommandLine;
using GridGovernance.Sdk.Simulation.Changes;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary>The option <c>--set PATH=VALUE</c>: a rule that is to be different.</summary>
internal static class ChangeOption
{
    internal static Option<string[]> Create() => new("--set")
    {
        Description = "A rule that is to be different, such as \"lifecycles/daily/clocks/closure/limit=5 working-days\" or \"routing/fire-safety=emergency-management\". May be repeated.",
        HelpName = "PATH=VALUE",
        DefaultValueFactory = static _ => [],
    };

    /// <summary>Reads the changes of a call.</summary>
    /// <exception cref="UnusableInputException">One is no change.</exception>
    internal static EquatableArray<RuleChange> Read(Session session, string[] texts) => EquatableArray.From(texts.Select(text => RuleChange.TryParse(text, null, out var change)
        ? change
        : throw new UnusableInputException(session.Say(
            $"--set should be PATH=VALUE, such as \"lifecycles/daily/clocks/closure/limit=5 working-days\", but is \"{text}\".",
            $"--set应为PATH=VALUE，例如“lifecycles/daily/clocks/closure/limit=5 working-days”，但为“{text}”。"))));
}
