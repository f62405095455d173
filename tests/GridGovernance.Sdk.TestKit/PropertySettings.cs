using System.Globalization;
using System.Reflection;
using FsCheck;
using Microsoft.FSharp.Core;

namespace GridGovernance.Sdk.TestKit;

/// <summary>How a property is run: its attribute and the environment taken together.</summary>
/// <param name="Runs">How many cases are generated.</param>
/// <param name="EndSize">The size that generators are given in the last run.</param>
/// <param name="Replay">Where the random numbers start; null for a fresh seed.</param>
/// <param name="Arbitrary">The types whose static members generate parameters.</param>
public sealed record PropertySettings(int Runs, int EndSize, PropertyReplay? Replay, IReadOnlyList<Type> Arbitrary)
{
    /// <summary>The runs of a property that says nothing, where the environment says nothing either.</summary>
    public const int DefaultRuns = 1000;

    /// <summary>The end size of a property that says nothing.</summary>
    public const int DefaultEndSize = 60;

    /// <summary>Reads the settings of a method from its attribute and the environment.</summary>
    /// <param name="property">A method, with or without <see cref="PropertyAttribute"/>.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A variable of the environment is unreadable.</exception>
    public static PropertySettings Of(MethodInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Of(property.GetCustomAttribute<PropertyAttribute>(), Environment.GetEnvironmentVariable);
    }

    /// <summary>Puts an attribute and an environment together.</summary>
    /// <param name="attribute">The attribute; null for all defaults.</param>
    /// <param name="environment">Returns the value of a variable, or null.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A variable of the environment is unreadable.</exception>
    public static PropertySettings Of(PropertyAttribute? attribute, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var text = environment("GG_PBT_RUNS");
        var runs = string.IsNullOrEmpty(text) ? DefaultRuns
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed
            : throw new FormatException($"GG_PBT_RUNS must be a positive whole number, but is \"{text}\".");
        if (attribute is { MaxTest: > 0 })
        {
            runs = (int)Math.Clamp((long)attribute.MaxTest * runs / DefaultRuns, 1, int.MaxValue);
        }

        var replay = environment("GG_PBT_REPLAY") is { Length: > 0 } chosen ? chosen : attribute?.Replay;
        return new PropertySettings(
            runs,
            attribute is { EndSize: > 0 } ? attribute.EndSize : DefaultEndSize,
            string.IsNullOrEmpty(replay) ? null : PropertyReplay.Parse(replay),
            attribute?.Arbitrary ?? []);
    }

    /// <summary>Returns FsCheck's configuration for these settings.</summary>
    /// <returns>A configuration without a runner of ours.</returns>
    public Config ToConfig()
    {
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(Runs)
            .WithMaxRejected(Math.Max(1000, Runs > int.MaxValue / 10 ? int.MaxValue : Runs * 10))
            .WithEndSize(EndSize)
            .WithQuietOnSuccess(true);
        if (Replay is { } replay)
        {
            var size = replay.Size is { } known ? FSharpOption<int>.Some(known) : FSharpOption<int>.None;
            config = config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(replay.Seed, replay.Gamma), size)));
        }

        return Arbitrary.Count == 0 ? config : config.WithArbitrary(Arbitrary);
    }
}
