using FsCheck;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace GridGovernance.Sdk.TestKit;

/// <summary>Keeps what FsCheck found instead of writing it to the console.</summary>
internal sealed class PropertyRunner : IRunner
{
    /// <summary>Gets the result; null until the run is over.</summary>
    internal TestResult? Result { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult testResult) => Result = testResult;
}
