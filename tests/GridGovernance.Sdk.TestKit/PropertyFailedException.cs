using System.Globalization;
using System.Reflection;
using System.Text;
using FsCheck;
using Microsoft.FSharp.Collections;
using Xunit.Sdk;

namespace GridGovernance.Sdk.TestKit;

/// <summary>A property that does not hold: the message carries the shrunk counterexample and how to replay it.</summary>
public sealed class PropertyFailedException : XunitException
{
    private PropertyFailedException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Gets the replay of the one failing case; null when no case failed.</summary>
    public PropertyReplay? Replay { get; private init; }

    /// <summary>Creates the exception for a counterexample.</summary>
    /// <param name="property">The method.</param>
    /// <param name="result">What FsCheck found.</param>
    /// <returns>The exception, to be thrown.</returns>
    internal static PropertyFailedException Falsified(MethodInfo property, TestResult.Failed result)
    {
        var data = result.Item1;
        var replay = new PropertyReplay(result.Item6.Seed, result.Item6.Gamma, result.Item7);
        var whole = new PropertyReplay(result.Item5.Seed, result.Item5.Gamma, null);
        var cause = result.Item4 is Outcome.Failed failed ? failed.Item : null;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Falsifiable, after {data.NumberOfTests} case(s) and {data.NumberOfShrinks} shrink(s).\n")
            .Append(CultureInfo.InvariantCulture, $"Replay this case: GG_PBT_REPLAY={replay}   the whole run: GG_PBT_REPLAY={whole}\n");
        Append(text, data.NumberOfShrinks == 0 ? "Counterexample" : "Shrunk counterexample", property, result.Item3);
        if (data.NumberOfShrinks > 0)
        {
            Append(text, "Before shrinking", property, result.Item2);
        }

        if (data.Labels.Count > 0)
        {
            text.Append("Labels: ").AppendJoin(", ", data.Labels).Append('\n');
        }

        if (cause is not null)
        {
            text.Append(cause is XunitException ? cause.Message : $"{cause.GetType().FullName}: {cause.Message}");
        }

        return new PropertyFailedException(text.ToString(), cause) { Replay = replay };
    }

    /// <summary>Creates the exception for a property whose condition hardly any case met.</summary>
    /// <param name="property">The method.</param>
    /// <param name="met">The cases that met it.</param>
    /// <param name="wanted">The cases that were to be run.</param>
    /// <returns>The exception, to be thrown.</returns>
    internal static PropertyFailedException Exhausted(MethodInfo property, int met, int wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The condition of \"{property.Name}\" was to be met by {wanted} cases, but only {met} met it before FsCheck gave up."), null);

    private static void Append(StringBuilder text, string title, MethodInfo property, FSharpList<object> arguments)
    {
        text.Append(title).Append(":\n");
        var names = property.GetParameters();
        var position = 0;
        foreach (var argument in arguments)
        {
            // Whether arguments come one by one or as one tuple depends on the number of parameters.
            var name = position < names.Length && arguments.Length == names.Length ? names[position].Name : "arguments";
            text.Append("  ").Append(name).Append(" = ").Append(ArgumentText.Of(argument)).Append('\n');
            position++;
        }
    }
}
