namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>The sample county's model, found from the folder of the program.</summary>
internal static class SampleModel
{
    internal static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var model = Path.Combine(folder.FullName, "samples", "CountyQuickstart", "model");
                if (Directory.Exists(model))
                {
                    return model;
                }
            }

            throw new DirectoryNotFoundException("The sample's model is expected above the program's folder: run from a clone.");
        }
    }
}
