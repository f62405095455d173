using System.Reflection;
using FsCheck;
using Microsoft.FSharp.Core;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Runs a method as a property and throws when it does not hold.</summary>
public static class PropertyRun
{
    /// <summary>Runs a method with the settings of its attribute and the environment.</summary>
    /// <param name="property">The method; its parameters are generated, its result is nothing, a boolean, a task or an FsCheck property.</param>
    /// <param name="target">The object to call it on; null for a static method.</param>
    /// <exception cref="PropertyFailedException">The property does not hold, or too few cases met its condition.</exception>
    public static void Check(MethodInfo property, object? target) => Check(property, target, PropertySettings.Of(property));

    /// <summary>Runs a method with given settings.</summary>
    /// <param name="property">The method; its parameters are generated, its result is nothing, a boolean, a task or an FsCheck property.</param>
    /// <param name="target">The object to call it on; null for a static method.</param>
    /// <param name="settings">How to run it.</param>
    /// <exception cref="PropertyFailedException">The property does not hold, or too few cases met its condition.</exception>
    public static void Check(MethodInfo property, object? target, PropertySettings settings)
    {
        ArgumentNullException.ThrowIfNull(property);
        ArgumentNullException.ThrowIfNull(settings);
        var runner = new PropertyRunner();
        FsCheck.Check.Method(settings.ToConfig().WithRunner(runner), property, target is null ? FSharpOption<object>.None : FSharpOption<object>.Some(target));
        switch (runner.Result)
        {
            case TestResult.Passed:
                return;
            case TestResult.Failed failed:
                throw PropertyFailedException.Falsified(property, failed);
            case TestResult.Exhausted exhausted:
                throw PropertyFailedException.Exhausted(property, exhausted.Item.NumberOfTests, settings.Runs);
            default:
                throw new InvalidOperationException($"FsCheck returned no result for \"{property.Name}\".");
        }
    }
}
