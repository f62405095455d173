namespace GridGovernance.Sdk.Lifecycles;

/// <summary>The files of the published lifecycles that the assembly carries; <c>Interchange</c> reads them.</summary>
internal static class LifecyclePresetFiles
{
    internal static byte[] Read(string code)
    {
        using var stream = typeof(LifecyclePresetFiles).Assembly.GetManifestResourceStream($"GridGovernance.Sdk.Lifecycles.Presets.{code}.json")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
