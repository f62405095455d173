using System.Globalization;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Puts the definitions of a county together and checks what no single file can know.</summary>
/// <param name="sources">The definitions and their places.</param>
internal sealed class ModelCompiler(ModelSources sources)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Compiles the model.</summary>
    /// <param name="report">Every finding, with its file.</param>
    /// <returns>The model; null exactly when the report has errors.</returns>
    internal GovernanceModel? Compile(out FindingReport report)
    {
        foreach (var form in sources.Reports)
        {
            _findings.AddRange(form);
        }

        CheckCounty();
        report = new FindingReport(_findings);
        return report.HasErrors ? null : new GovernanceModel(sources.ToDefinitions()!);
    }

    private static string Row(int index, string column) => string.Create(CultureInfo.InvariantCulture, $"/rows/{index}/{column}");

    private void CheckCounty()
    {
        if (sources.County.Value is not { } county)
        {
            return;
        }

        if (county.Code.Length != 6)
        {
            Report(sources.County, "/code", "hosting.not-a-county", county.Code);
            return;
        }

        var first = new Dictionary<DivisionCode, int>();
        for (var i = 0; i < sources.Townships.Value.Count; i++)
        {
            var township = sources.Townships.Value[i];
            if (township.Code.Length != 9 || !township.Code.IsWithin(county.Code))
            {
                Report(sources.Townships, Row(i, "code"), "hosting.township-elsewhere", township.Code, county.Code);
            }
            else if (!first.TryAdd(township.Code, i))
            {
                Report(sources.Townships, Row(i, "code"), "hosting.duplicate-township", township.Code, first[township.Code] + 1, i + 1);
            }
        }
    }

    private void Report<T>(ReadResult<T> source, string path, string code, params ReadOnlySpan<object?> values) =>
        _findings.AddRange(source.Locate(new FindingReport([Finding.Error(HostingMessages.All[code, values], FindingPlace.At(path))])));
}
